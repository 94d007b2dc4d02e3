/** Names of resources: what a person may type, and more than one of it. */

import assert from 'node:assert/strict';
import { pluralOf, resourceWords } from '../../src/core/snippets/naming';

describe('names of resources', () => {
  const plurals: readonly (readonly [string, string])[] = [
    ['item', 'items'],
    ['box', 'boxes'],
    ['batch', 'batches'],
    ['city', 'cities'],
    ['day', 'days'],
    ['status', 'statuses'],
    ['person', 'people'],
    ['salesperson', 'salespeople'],
    ['man', 'men'],
    ['woman', 'women'],
    ['human', 'humans'],
    ['child', 'children'],
    ['quiz', 'quizzes'],
    ['bookshelf', 'bookshelves'],
  ];
  for (const [one, more] of plurals) {
    it(`one ${one}, two ${more}`, () => assert.equal(pluralOf(one), more));
  }

  it('are words, however they are joined', () => {
    for (const typed of ['order line', 'order-line', 'order_line', 'orderLine', ' OrderLine ']) {
      assert.deepEqual(resourceWords(typed), ['order', 'line'], typed);
    }
  });

  it('are refused where they name nothing', () => {
    for (const typed of ['', '2nd', 'a/b', 'größe', 'one two three four'])
      assert.equal(resourceWords(typed), null, typed);
  });
});
