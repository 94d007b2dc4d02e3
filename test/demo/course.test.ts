/** Plays the course: every request that a chapter offers and every solution of an exercise, against the demo itself. */

import assert from 'node:assert/strict';
import { connectInProcess } from '../../src/demo/inProcess';
import { type Block, type Exercise, type SeenExchange, type SentRequest, textsOfBlock } from '../../src/lesson/chapter';
import { chapters } from '../../src/lesson/course';
import { jsonContent } from '../../src/lesson/grading';

/** What each chapter has to teach, as shared by everybody who works on the course. */
const taught: Readonly<Record<string, readonly RegExp[]>> = {
  'status-codes': [/1xx/, /5xx/, /201 Created/, /204 No Content/],
  success: [/200/, /201/, /202/, /204/, /206/, /Location/],
  'client-errors': [/400 or 422/, /401 or 403/, /404 or 410/, /409 or 412/, /405/, /415/, /428/, /429/, /451/],
  'server-errors': [/500/, /501/, /502/, /503/, /504/, /Retry-After/],
  'returning-codes': [/status_code/, /HTTPStatus/, /HTTPException/, /JSONResponse/, /responses=/],
  'custom-codes': [/exception_handler/, /499/, /520/],
  'good-practice': [/idempoten/i, /documented|Document/, /[Rr]etries/, /Test/],
};

async function play(requests: readonly SentRequest[]): Promise<SeenExchange[]> {
  const demo = connectInProcess();
  const seen: SeenExchange[] = [];
  for (const { method, target, headers = [], body = null } of requests) {
    seen.push(await demo.send({ method, target, headers, body }));
  }
  await demo.close();
  return seen;
}

function texts(block: Block): readonly string[] {
  return block.kind === 'code' ? [block.python, block.typescript] : textsOfBlock(block);
}

describe('the course', () => {
  it('has seven chapters, each with an id of its own and exercises with ids of their own', () => {
    assert.deepEqual(
      chapters.map(({ id }) => id),
      Object.keys(taught),
    );
    const ids = chapters.flatMap(({ exercises }) => exercises.map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length);
  });

  for (const chapter of chapters) {
    describe(chapter.title, () => {
      it('teaches what it must', () => {
        const all = [...chapter.beginner, ...chapter.advanced].flatMap(texts).join('\n');
        for (const topic of taught[chapter.id] ?? []) assert.match(all, topic);
      });

      it('has prose, a request to try and a sentence to remember at both levels', () => {
        for (const level of [chapter.beginner, chapter.advanced]) {
          for (const kind of ['text', 'try', 'takeaway'])
            assert.ok(
              level.some((block) => block.kind === kind),
              kind,
            );
        }
      });

      it('has at least three exercises for beginners, and some beyond', () => {
        assert.ok(chapter.exercises.filter(({ level }) => level === 'beginner').length >= 3);
        assert.ok(chapter.exercises.some(({ level }) => level === 'advanced'));
      });

      it('keeps to the markup that the panel shows', () => {
        for (const text of [...chapter.beginner, ...chapter.advanced]
          .filter(({ kind }) => kind !== 'code')
          .flatMap(texts)) {
          const plain = text.replace(/`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\(https:\/\/[^)\s]+\)/g, '');
          assert.doesNotMatch(plain, /`|\*\*|\]\(|<\w/, text);
          assert.doesNotMatch(plain, /!(?!=)/, text);
        }
      });

      for (const block of [...chapter.beginner, ...chapter.advanced]) {
        if (block.kind !== 'try') continue;
        const { request, status } = block;
        it(`${request.method} ${request.target} gets ${status}`, async () => {
          const [exchange] = await play([request]);
          assert.equal(exchange?.response.status, status);
        });
      }

      for (const exercise of chapter.exercises) {
        it(`exercise ${exercise.id} is solved by its solution, and by nothing less`, () => provesItself(exercise));
      }
    });
  }
});

const notebook = { name: 'Notebook', price: 4 };

function put(target: string, body: unknown, ...headers: [string, string][]): SentRequest {
  return { method: 'PUT', target, headers: [jsonContent, ...headers], body: JSON.stringify(body) };
}

function get(...targets: string[]): SentRequest[] {
  return targets.map((target) => ({ method: 'GET', target }));
}

/** Ways that people may take beside ours: all that the task asks for, and what only looks like it. */
const ways: readonly (readonly [exercise: string, isSolution: boolean, what: string, requests: SentRequest[]])[] = [
  ['conflict', true, 'a name that an update takes', [put('/items/2', notebook)]],
  ['conflict', false, 'the number for the asking', get('/status/409')],
  ['same-shape', true, 'three codes for the asking', get('/status/404', '/status/410', '/status/451')],
  ['same-shape', false, 'a list beside texts', get('/items/99', '/items/x', '/secret')],
  ['slash-redirect', true, 'another slash too many', get('/users/')],
  ['slash-redirect', false, 'one that a handler sends', get('/moved/307', '/status/307')],
  ['safe-write', true, 'a tag known from elsewhere', [put('/items/1?strict=1', notebook, ['If-Match', '"r1"'])]],
  ['safe-write', false, 'no strict mode', [...get('/items/1'), put('/items/1?strict=false', notebook)]],
  ['safe-write', false, 'no condition', [...get('/items/1'), put('/items/1?strict=true', notebook)]],
  [
    'lost-update',
    true,
    'a first one that sets no condition',
    [put('/items/1', notebook), put('/items/1', notebook, ['If-Match', '"r1"'])],
  ],
  [
    'lost-update',
    false,
    'a tag that never was',
    [put('/items/1', notebook), put('/items/1', notebook, ['If-Match', '"x"'])],
  ],
  ['lost-update', false, 'nobody else', [put('/items/1', notebook, ['If-Match', '"r0"'])]],
  [
    'full-circle',
    false,
    'no user',
    [
      { ...put('/items', { name: 'Cleo', price: 1 }), method: 'POST' },
      ...get('/items/4'),
      put('/items/4', { name: 'Cleo', price: 1 }),
      { method: 'DELETE', target: '/items/4' },
    ],
  ],
];

describe('exercises', () => {
  for (const [id, isSolution, what, requests] of ways)
    it(`${id} is ${isSolution ? '' : 'not '}solved by ${what}`, async () => {
      const exercise = chapters.flatMap(({ exercises }) => exercises).find((each) => each.id === id);
      assert.equal(exercise?.isSolved(await play(requests)), isSolution);
    });
});

async function provesItself(exercise: Exercise) {
  const exchanges = await play(exercise.solution);
  const statuses = exchanges.map(({ response }) => response.status).join(', ');
  assert.ok(exercise.isSolved(exchanges), `the solution gets ${statuses}`);
  for (let length = 0; length < exchanges.length; length++) {
    assert.ok(!exercise.isSolved(exchanges.slice(0, length)), `the first ${length} requests are enough`);
  }
  // A wrong turn before it does no harm, and a plain look around is no solution.
  const wrongTurn = await play([{ method: 'GET', target: '/no/such/path' }, ...exercise.solution]);
  assert.ok(exercise.isSolved(wrongTurn));
  if (exercise.id !== 'first-not-found')
    assert.ok(!exercise.isSolved(await play([{ method: 'GET', target: '/no/such/path' }])));
}
