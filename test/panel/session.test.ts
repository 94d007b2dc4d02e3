/** What goes on in the panel: grading by exchanges, solutions that do not count, a bounded timeline, nothing lost between windows. */

import assert from 'node:assert/strict';
import { connectInProcess } from '../../src/demo/inProcess';
import type { SentRequest } from '../../src/lesson/chapter';
import { chapters } from '../../src/lesson/course';
import { complete } from '../../src/lesson/requests';
import { type Demo, PanelSession } from '../../src/panel/session';

/** What outlives a window, as VS Code keeps it: as JSON. */
function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    get: (key: string): unknown => JSON.parse(kept.get(key) ?? 'null'),
    set: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
  };
}

function start(demo: Demo = connectInProcess(), user = memory(), workspace = memory()) {
  let changes = 0;
  const session = new PanelSession(demo, user, workspace, () => {
    changes += 1;
  });
  return { session, user, workspace, changes: () => changes };
}

const get = (target: string): SentRequest => ({ method: 'GET', target });

describe('panel session', () => {
  it('keeps what was sent, in order, with the endpoint and who decided', async () => {
    const { session, changes } = start();
    await session.send(complete(get('/items/1')));
    const id = await session.send(complete(get('/nowhere')));
    const { timeline } = session.state;
    assert.deepEqual(
      timeline.map(({ id, endpoint, exchange }) => [id, endpoint, exchange.response.status]),
      [
        [1, 'read-item', 200],
        [2, null, 404],
      ],
    );
    assert.equal(id, 2);
    assert.equal(changes(), 2);
  });

  it('grades by what was sent since the exercise was opened, and only for that one', async () => {
    const { session } = start();
    await session.send(complete(get('/items/99')));
    session.openExercise('first-not-found');
    assert.deepEqual(session.state.progress.solved, []);
    await session.send(complete(get('/items/1')));
    assert.deepEqual(session.state.progress.solved, []);
    await session.send(complete(get('/items/99')));
    assert.deepEqual(session.state.progress.solved, ['first-not-found']);
    await session.send(complete(get('/items/99')));
    assert.deepEqual(session.state.progress.solved, ['first-not-found']);
  });

  it('solves every exercise by its solution, and shows every one without counting it', async () => {
    for (const { exercises } of chapters) {
      for (const exercise of exercises) {
        const { session } = start();
        session.openExercise(exercise.id);
        const last = await session.showSolution(exercise.id);
        assert.equal(last, exercise.solution.length);
        assert.deepEqual([...session.state.progress.solved], []);
        assert.deepEqual([...session.state.progress.shown], [exercise.id]);
        await session.send(complete(get('/users')));
        assert.ok(!session.state.progress.solved.includes(exercise.id), exercise.id);
        for (const request of exercise.solution) await session.send(complete(request));
        assert.ok(session.state.progress.solved.includes(exercise.id), exercise.id);
      }
    }
  });

  it('goes on in another window: progress everywhere, timeline and open exercise in the same workspace', async () => {
    const { session, user, workspace } = start();
    session.openExercise('idempotent-delete');
    await session.send(complete({ method: 'DELETE', target: '/items/2' }));
    const demo = connectInProcess();
    await demo.send(complete({ method: 'DELETE', target: '/items/2' }));
    const { session: next } = start(demo, user, workspace);
    assert.deepEqual(next.state, session.state);
    await next.send(complete({ method: 'DELETE', target: '/items/2' }));
    assert.deepEqual(next.state.progress.solved, ['idempotent-delete']);
    const { session: elsewhere } = start(demo, user);
    assert.deepEqual(elsewhere.state, { ...next.state, timeline: [], exercise: null });
  });

  it('begins anew where what was kept is of another shape', () => {
    const [user, workspace] = [memory(), memory()];
    user.set('panel.progress', { solved: 'all' });
    workspace.set('panel.timeline', [{ id: 1 }]);
    workspace.set('panel.exercise', 7);
    assert.deepEqual(start(undefined, user, workspace).session.state, {
      progress: { solved: [], shown: [] },
      timeline: [],
      exercise: null,
    });
  });

  it('keeps no more than fifty, and less where bodies are long', async () => {
    const { session } = start();
    for (let count = 0; count < 60; count++) await session.send(complete(get('/items/1')));
    const { timeline } = session.state;
    assert.deepEqual([timeline.length, timeline.at(-1)?.id], [50, 60]);
    for (let count = 0; count < 3; count++) {
      await session.send(complete({ method: 'POST', target: '/login', body: 'x'.repeat(300_000) }));
    }
    assert.equal(session.state.timeline.length, 1);
  });

  it('clears the timeline and forgets progress, apart from each other', async () => {
    const { session } = start();
    session.openExercise('first-not-found');
    await session.send(complete(get('/items/99')));
    session.clearTimeline();
    assert.deepEqual(session.state.timeline, []);
    assert.deepEqual(session.state.progress.solved, ['first-not-found']);
    session.resetProgress();
    assert.deepEqual(session.state.progress.solved, []);
    await session.send(complete(get('/items/99')));
    assert.deepEqual(session.state.progress.solved, ['first-not-found']);
  });

  it('says when no answer came, and keeps nothing of it', async () => {
    const demo: Demo = { send: () => Promise.reject(new Error('No answer.')), reset: () => {} };
    const { session } = start(demo);
    await assert.rejects(session.send(complete(get('/items'))), /No answer/);
    assert.deepEqual(session.state.timeline, []);
  });
});
