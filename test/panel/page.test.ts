/** What the page computes without a browser: requests from its fields, JSON laid out without changing it, what it shows. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeCards } from '../../src/core/features/codeCards';
import { panelContent } from '../../src/panel/content';
import { jsonProblemAt, layOutJson } from '../../src/panel/page/json';
import {
  draftIn,
  exercisesFor,
  filteredCodes,
  initialModel,
  leftTab,
  type PageModel,
  shownEntry,
  withAnswer,
  withContent,
  withEntry,
  withKept,
  withLive,
  withReveal,
} from '../../src/panel/page/model';
import { piecesOf } from '../../src/panel/page/prose';
import { draftOf, endpointOfDraft, problemsOf, requestOf, sameRequest, targetOf } from '../../src/panel/page/request';
import { statusClass } from '../../src/panel/page/status';
import type { Draft, PanelEntry, PanelLive } from '../../src/panel/protocol';

const content = panelContent(codeCards());
const { endpoints } = content;

const draft: Draft = {
  method: 'GET',
  path: '/items/{item_id}/parts/{part}',
  parameters: { item_id: 'a/b?c#d', part: '%41 é' },
  query: [],
  headers: [],
  body: null,
};

function entry(id: number, status: number): PanelEntry {
  return {
    id,
    endpoint: 'read-item',
    exchange: {
      request: { method: 'GET', target: `/items/${id}`, headers: [], body: null },
      response: { httpVersion: '1.1', status, reason: '', headers: [], body: '', bodyBytes: 0 },
      milliseconds: 1,
    },
    origin: { by: '', line: null },
  };
}

const live: PanelLive = {
  server: { kind: 'starting' },
  level: 'beginner',
  progress: { solved: [], shown: [] },
  exercise: null,
  timeline: [entry(1, 200), entry(2, 404)],
  mirror: null,
};

const model: PageModel = withLive(withContent(initialModel(null, false), content), live);

describe('panel page', () => {
  describe('requests', () => {
    it('encode a parameter so that it stays one segment', () => {
      assert.equal(targetOf(draft), '/items/a%2Fb%3Fc%23d/parts/%2541%20%C3%A9');
    });

    it('encode what no request line can hold, and nothing that is encoded already', () => {
      assert.equal(targetOf({ ...draft, path: '/a b/%20?x=ä' }), '/a%20b/%20?x=%C3%A4');
    });

    it('add the query, without rows that have no name', () => {
      const query = [
        ['skip', '1'],
        ['', 'lost'],
        ['q', 'a&b=c'],
      ] as const;
      assert.equal(targetOf({ ...draft, path: '/items', query }), '/items?skip=1&q=a%26b%3Dc');
      assert.equal(targetOf({ ...draft, path: '/items?a=1', query }), '/items?a=1&skip=1&q=a%26b%3Dc');
    });

    it('fill in the fields, and come out as they were: every request of the lesson', () => {
      const requests = [
        ...endpoints.flatMap(({ examples }) => examples.map((example) => example.request)),
        ...content.codes.flatMap((code) => code.request ?? []),
        ...content.chapters.flatMap(({ beginner, advanced }) =>
          [...beginner, ...advanced].flatMap((block) => (block.kind === 'try' ? block.request : [])),
        ),
      ];
      assert.ok(requests.length > 150);
      for (const request of requests) {
        const filled = draftOf(request, endpoints);
        assert.ok(sameRequest(requestOf(filled), request), JSON.stringify(request));
        assert.deepEqual(
          problemsOf(filled).filter(({ inTheWay }) => inTheWay),
          [],
        );
      }
    });

    it('know their endpoint, the one without parameters first', () => {
      const upsert = draftOf({ method: 'POST', target: '/items/upsert', headers: [], body: '{}' }, endpoints);
      assert.equal(endpointOfDraft(upsert, endpoints)?.path, '/items/upsert');
      const read = draftOf({ method: 'GET', target: '/items/7', headers: [], body: null }, endpoints);
      assert.equal(read.path, '/items/{item_id}');
      assert.deepEqual(read.parameters, { item_id: '7' });
      const none = draftOf({ method: 'GET', target: '/nowhere', headers: [], body: null }, endpoints);
      assert.equal(endpointOfDraft(none, endpoints), undefined);
    });

    it('are not sent with a path or header that cannot be one', () => {
      const problems = (change: Partial<Draft>) =>
        problemsOf({ ...draft, ...change }).flatMap(({ where, inTheWay }) => (inTheWay ? where : []));
      assert.deepEqual(problems({}), []);
      assert.deepEqual(problems({ path: 'items' }), ['path']);
      assert.deepEqual(problems({ headers: [['X Y', '1']] }), ['headers']);
      assert.deepEqual(problems({ headers: [['X-Y', 'a\nb']] }), ['headers']);
      assert.deepEqual(problems({ headers: [['', '']] }), []);
    });

    it('are sent with broken JSON, which is pointed out where JSON is meant', () => {
      const [problem] = problemsOf({ ...draft, body: '{\n  "a": \n}' });
      assert.equal(problem?.inTheWay, false);
      assert.match(problem?.text ?? '', /line 3/);
      assert.deepEqual(problemsOf({ ...draft, body: '{', headers: [['content-type', 'text/plain']] }), []);
    });
  });

  describe('state', () => {
    it('begins with the first endpoint and its first example', () => {
      assert.deepEqual(draftIn(model)?.path, endpoints[0]?.path);
      assert.equal(draftIn(initialModel(null, false)), null);
    });

    it('comes back as it was, without what is no more', () => {
      const kept = { ...model.kept, chapter: 'success', code: 404, way: ['post'], draft };
      assert.deepEqual(withContent(initialModel(kept, false), content).kept, kept);
      const old = withContent(initialModel({ ...kept, chapter: 'gone', code: 1, way: ['gone'] }, false), content);
      assert.deepEqual([old.kept.chapter, old.kept.code, old.kept.way], [null, null, []]);
    });

    it('shows the latest exchange, or an earlier one that was chosen, as long as it is there', () => {
      assert.equal(shownEntry(model)?.id, 2);
      const sent = entry(1, 200);
      const headers = [
        ['Host', '127.0.0.1:1'],
        ['X-Own', 'yes'],
        ['Content-Length', '2'],
        ['Connection', 'keep-alive'],
      ] as const;
      const resent = withEntry(model, {
        ...sent,
        exchange: { ...sent.exchange, request: { ...sent.exchange.request, headers } },
      });
      assert.deepEqual(resent.kept.draft?.headers, [['X-Own', 'yes']], 'the others are sent along anyway');
      const earlier = withEntry(model, entry(1, 200));
      assert.equal(shownEntry(earlier)?.id, 1);
      assert.deepEqual(earlier.kept.draft?.parameters, { item_id: '1' });
      assert.equal(shownEntry(withLive(earlier, { ...live, timeline: [entry(2, 404)] }))?.id, 2);
      assert.equal(shownEntry(withAnswer(earlier, 2, null))?.id, 2);
    });

    it('announces an answer, and an exercise that it solved', () => {
      assert.equal(withAnswer(model, 2, null).announcement, '404 Not Found, Client error');
      const solved = withLive(model, { ...live, progress: { solved: ['first-not-found'], shown: [] } });
      assert.match(withAnswer(solved, 2, null).announcement, /^404 Not Found, Client error\. Solved\. A 404/);
      assert.doesNotMatch(withAnswer(withAnswer(solved, 2, null), 2, null).announcement, /Solved/);
    });

    it('opens what a hover asks for: the request, and the chapter beside it', () => {
      const found = content.codes.find(({ code }) => code === 409);
      const shown = withReveal(model, { code: 409, chapter: found?.chapter ?? null, request: found?.request ?? null });
      assert.equal(shown.kept.tab, 'requests');
      assert.equal(shown.kept.chapter, 'client-errors');
      assert.equal(shown.kept.draft?.method, 'POST');
      assert.equal(withReveal(model, { code: 103, chapter: null, request: null }).kept.tab, 'codes');
    });

    it('has requests on the right of two columns and the course on the left', () => {
      assert.equal(leftTab({ ...withKept(model, { tab: 'requests' }), isWide: true }), 'course');
      assert.equal(leftTab({ ...withKept(model, { tab: 'codes' }), isWide: true }), 'codes');
    });

    it('spares beginners the advanced exercises', () => {
      for (const chapter of content.chapters) {
        const few = exercisesFor(chapter, 'beginner');
        assert.ok(few.length >= 3 && few.length < exercisesFor(chapter, 'advanced').length);
      }
    });
  });

  it('finds codes by number, class, name and words', () => {
    const codes = (filter: string) => filteredCodes(withKept(model, { filter })).map(({ code }) => code);
    assert.ok(codes('').length > 60);
    assert.deepEqual(codes('404'), [404]);
    assert.ok(codes('4xx').every((code) => code >= 400 && code < 500) && codes('4xx').length > 20);
    assert.ok(codes('too many').includes(429) && codes('too many').length < 6);
    assert.ok(codes('duplicate').includes(409), 'an everyday word, which no text of the card has');
    assert.deepEqual(codes('zzz'), []);
  });

  it('has a request for every final code, and a chapter', () => {
    for (const { code, request, chapter } of content.codes) {
      assert.equal(request === null, code < 200 || code > 599, String(code));
      assert.ok(
        content.chapters.some(({ id }) => id === chapter),
        String(code),
      );
    }
  });

  it('takes prose apart', () => {
    assert.deepEqual(piecesOf('A `b` **c** [d](https://e.f) g'), [
      { kind: 'plain', text: 'A ' },
      { kind: 'code', text: 'b' },
      { kind: 'plain', text: ' ' },
      { kind: 'strong', text: 'c' },
      { kind: 'plain', text: ' ' },
      { kind: 'link', text: 'd', url: 'https://e.f' },
      { kind: 'plain', text: ' g' },
    ]);
    assert.deepEqual(piecesOf('[x](javascript:alert)'), [{ kind: 'plain', text: '[x](javascript:alert)' }]);
  });

  it('names the class of a status', () => {
    assert.deepEqual(
      [100, 204, 307, 422, 500, 999].map((status) => statusClass(status).name),
      ['Informational', 'Success', 'Redirection', 'Client error', 'Server error', 'Unknown class'],
    );
  });

  describe('finds where JSON is broken', () => {
    const isJson = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };

    it('in nothing that is JSON', () => {
      fc.assert(fc.property(fc.json(), (text) => jsonProblemAt(` ${text}\n`) === null));
      assert.equal(jsonProblemAt(JSON.stringify({ a: [1, { b: [] }, {}], c: { d: null } }, null, 2)), null);
    });

    it('in everything that is not, wherever it is damaged', () => {
      const damaged = fc
        .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', ']', ':', '{', '0', 'x', '\\'))
        .map(([text, at, sign]) => text.slice(0, at % text.length) + sign + text.slice((at % text.length) + 1));
      fc.assert(
        fc.property(damaged, (text) => (jsonProblemAt(text) === null) === isJson(text)),
        { numRuns: 2000 },
      );
    });

    it('at the place', () => {
      assert.equal(jsonProblemAt('{"a": }'), 6);
      assert.equal(jsonProblemAt('{"a": 1,}'), 8);
      assert.equal(jsonProblemAt('[1 2]'), 3);
      assert.equal(jsonProblemAt(''), 0);
      assert.equal(jsonProblemAt('['.repeat(100_000)), 100_000);
    });
  });

  describe('lays out JSON', () => {
    it('with two spaces a level', () => {
      assert.equal(
        layOutJson('{"a":[1,{"b":"x,:{}[] \\" \\\\"}],"c":{},"d":[]}'),
        '{\n  "a": [\n    1,\n    {\n      "b": "x,:{}[] \\" \\\\"\n    }\n  ],\n  "c": {},\n  "d": []\n}',
      );
    });

    it('as JSON.stringify does, for any value', () => {
      fc.assert(
        fc.property(fc.jsonValue(), (value) => layOutJson(JSON.stringify(value)) === JSON.stringify(value, null, 2)),
      );
    });

    it('without changing a number', () => {
      assert.equal(
        layOutJson('[10.0, 1e+16, 123456789012345678901234567890, -0.0]'),
        '[\n  10.0,\n  1e+16,\n  123456789012345678901234567890,\n  -0.0\n]',
      );
    });

    it('only where it is JSON', () => {
      assert.equal(layOutJson('Internal Server Error'), 'Internal Server Error');
      assert.equal(layOutJson('{"a": '), '{"a": ');
    });
  });
});
