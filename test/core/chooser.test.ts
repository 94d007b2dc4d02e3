/** The chooser's decisions: a sound graph that reaches every code of daily work in four questions, and what its steps offer. */

import assert from 'node:assert/strict';
import { codeTitle, firstSteps, type Offer, offers, stepAt } from '../../src/core/features/chooser';
import type { Method } from '../../src/core/model';
import { statusCode } from '../../src/core/statusCodes';
import { type DecisionNode, decisions, firstQuestion } from '../../src/core/statusCodes/decisions';

/** What the chooser has to lead to, whatever else it does. */
const promised = [
  200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422,
  428, 429, 451, 500, 501, 502, 503, 504,
];
const methods: readonly Method[] = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'QUERY',
  'ANY',
];

const byId = new Map(decisions.map((node) => [node.id, node]));

function node(id: string): DecisionNode {
  const found = byId.get(id);
  assert.ok(found, `${id} is missing`);
  return found;
}

/** Every way from a node to a code, as the identifiers on it. */
function ways(id: string, before: readonly string[] = []): string[][] {
  const here = node(id);
  const way = [...before, id];
  assert.ok(!before.includes(id), `in a circle: ${way.join(' > ')}`);
  return here.kind === 'code' ? [way] : here.answers.flatMap(({ to }) => ways(to, way));
}

function codeAtEnd(way: readonly string[]): number {
  const last = node(way.at(-1) ?? '');
  assert.equal(last.kind, 'code');
  return last.kind === 'code' ? last.code : 0;
}

describe('decisions', () => {
  const all = ways(firstQuestion);

  it('lead to every code of daily work', () => {
    const reached = new Set(all.map(codeAtEnd));
    assert.deepEqual(
      promised.filter((code) => !reached.has(code)),
      [],
    );
  });

  it('ask four questions at most', () => {
    for (const way of all) assert.ok(way.length - 1 <= 4, way.join(' > '));
  });

  it('have no node that nothing leads to, and no two of one name', () => {
    assert.equal(byId.size, decisions.length);
    assert.deepEqual(
      [...byId.keys()].filter((id) => !all.flat().includes(id)),
      [],
    );
  });

  it('are plain data', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(decisions)), decisions);
  });

  it('ask for the method first, and know the answer of every method that is one', () => {
    const first = node(firstQuestion);
    assert.ok(first.kind === 'question');
    const known = first.answers.flatMap((answer) => answer.methods);
    assert.deepEqual([...known].sort(), methods.filter((method) => method !== 'ANY').sort());
  });

  it('keep to what a method can do', () => {
    const of = (start: string) => new Set(ways(start).map(codeAtEnd));
    const writing = ['post', 'put', 'patch', 'delete'];
    for (const code of [206, 304, 416]) {
      assert.ok(of('get').has(code));
      for (const start of writing) assert.ok(!of(start).has(code), `${start} ${code}`);
    }
    for (const code of [201, 202, 409, 412, 413, 415, 428]) assert.ok(!of('get').has(code), `get ${code}`);
    for (const start of writing) for (const code of [204, 303, 404, 409, 412, 422, 428]) assert.ok(of(start).has(code));
  });

  it('speak in short, whole sentences', () => {
    for (const each of decisions) {
      if (each.kind === 'code') {
        for (const sentence of [each.reason, each.note ?? 'Nothing.']) {
          assert.match(sentence, /^[A-Z][^!]*\.$/, each.id);
          // What a line of the chooser shows of it in VS Code.
          assert.ok(sentence.length <= 84, `${each.id}: ${sentence.length}`);
        }
        assert.ok(statusCode(each.code));
        continue;
      }
      assert.match(each.ask, /^[A-Z][^!]*\?$/);
      for (const { text, detail } of each.answers) {
        assert.match(text, /^[A-Z].*[^.!]$/, text);
        assert.ok(text.length <= 70, text);
        assert.match(detail ?? 'Yes.', /^[A-Z][^!]*\.$/);
      }
      const texts = each.answers.map(({ text }) => text);
      assert.equal(new Set(texts).size, texts.length);
    }
  });
});

describe('steps of the chooser', () => {
  it('begin with the method, or behind it where it is known', () => {
    assert.deepEqual(firstSteps(null), ['method']);
    assert.deepEqual(firstSteps('ANY'), ['method']);
    assert.deepEqual(firstSteps('DELETE'), ['method', 'delete']);
    assert.deepEqual(firstSteps('HEAD'), ['method', 'get']);
    assert.deepEqual(firstSteps('OPTIONS'), ['method', 'other']);
  });

  it('count how many there are on the longest way', () => {
    const counted = (...path: string[]) => {
      const { step, totalSteps } = stepAt(path);
      return [step, totalSteps];
    };
    assert.deepEqual(counted('method'), [1, 4]);
    assert.deepEqual(counted('method', 'post'), [2, 4]);
    assert.deepEqual(counted('method', 'post', 'wrong'), [3, 4]);
    assert.deepEqual(counted('method', 'post', 'server'), [3, 3]);
    assert.deepEqual(counted('method', 'get', 'get-worked'), [3, 3]);
  });

  const texts = (found: readonly Offer[]) => found.map((offer) => (offer.kind === 'code' ? offer.code : offer.text));

  it('offer the answers alone while nothing is typed', () => {
    const { question } = stepAt(['method']);
    assert.deepEqual(texts(offers(question, '')), ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'Another one, or several']);
    assert.deepEqual(texts(offers(question, '  ')), texts(offers(question, '')));
    assert.deepEqual(offers(stepAt(['method', 'delete', 'delete-worked', 'body']).question, '')[1], {
      kind: 'outcome',
      text: 'No',
      code: 204,
      reason: 'The request worked, and there is nothing to add.',
      note: 'No body may follow, not even an empty object.',
    });
  });

  it('offer the answers that fit what is typed, and the codes that it finds, at every step', () => {
    assert.deepEqual(texts(offers(stepAt(['method']).question, 'remov')).slice(0, 2), ['DELETE', 204]);
    for (const each of decisions) {
      if (each.kind !== 'question') continue;
      for (const [typed, code] of [
        ['404', 404],
        ['teapot', 418],
        ['not logged in', 401],
      ] as const) {
        const [first] = offers(each, typed);
        assert.ok(first && first.kind !== 'question', each.id);
        assert.equal(first.code, code, `${each.id}: ${typed}`);
      }
    }
  });

  it('offer nothing for what means nothing', () => {
    assert.deepEqual(offers(stepAt(['method']).question, 'xyzzy'), []);
    assert.equal(codeTitle(404), '404 Not Found');
    assert.equal(codeTitle(418), "418 I'm a teapot");
  });
});
