/** More than one of what a resource is named. */

import assert from 'node:assert/strict';
import { pluralOf } from '../../src/core/snippets/naming';

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
});
