/** How a project answers, counted, and what it makes of the handler that answers otherwise. */

import assert from 'node:assert/strict';
import { addHabits, habitOf, noHabit } from '../../src/core/habit';
import type { Habit } from '../../src/core/model';
import { engine, scanText, source } from '../support/engine';

const creates = (code: number) =>
  `@app.post("/a", status_code=${code})\ndef create_item(item: Item):\n    return item\n`;
const odd = '@app.post("/b")\ndef create_order(order: Order):\n    return order\n';
const oddDelete = '@app.delete("/b/{id}")\ndef delete_order(id: int):\n    del orders[id]\n';

async function findingsWith(habit: Habit, text: string, severity: 'error' | null = null) {
  const document = { ...source('python', text), surroundings: { project: null, habit } };
  return (await engine.findings(document, () => severity)).map(({ rule, severity, message }) => ({
    rule,
    severity,
    message,
  }));
}

describe('habit', () => {
  it('counts creating and deleting handlers by what they answer', async () => {
    const text = [
      creates(201),
      creates(201),
      creates(202),
      odd,
      oddDelete,
      '@app.delete("/a/{id}", status_code=204)\ndef delete_item(id: int) -> None: ...\n',
      '@app.post("/login")\ndef login(form: Form):\n    return {}\n',
      '@app.get("/a")\ndef read_items():\n    return []\n',
    ].join('\n');
    const habit = habitOf([await scanText('python', text)]);
    assert.deepEqual(habit, { creating: 3, answering201: 2, deleting: 2, answering204: 1 });
    assert.deepEqual(addHabits(addHabits(habit, habit), habit, -1), habit);
    assert.deepEqual(habitOf([]), noHabit);
  });

  it('makes the odd one out a warning that says so', async () => {
    const habit = { creating: 29, answering201: 27, deleting: 5, answering204: 3 };
    const [create, remove] = await findingsWith(habit, `${odd}\n${oddDelete}`);
    assert.equal(create?.severity, 'warning');
    assert.match(create?.message ?? '', / 27 of 29 creating handlers here answer 201\.$/);
    assert.equal(remove?.severity, 'warning');
    assert.match(remove?.message ?? '', / 3 of 5 deleting handlers here answer 204\.$/);
  });

  for (const [title, habit] of Object.entries({
    'too few handlers': { creating: 4, answering201: 4, deleting: 4, answering204: 4 },
    'too small a share': { creating: 10, answering201: 5, deleting: 10, answering204: 5 },
    'another habit': { creating: 30, answering201: 0, deleting: 30, answering204: 0 },
  })) {
    it(`leaves the quiet hint as it is: ${title}`, async () => {
      const with_ = await findingsWith(habit, `${odd}\n${oddDelete}`);
      assert.deepEqual(with_, await findingsWith(noHabit, `${odd}\n${oddDelete}`));
      assert.deepEqual(
        with_.map(({ severity }) => severity),
        ['hint', 'hint'],
      );
    });
  }

  it('leaves the last word to what the user has set', async () => {
    const habit = { creating: 29, answering201: 27, deleting: 0, answering204: 0 };
    assert.equal((await findingsWith(habit, odd, 'error'))[0]?.severity, 'error');
  });
});
