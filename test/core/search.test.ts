/** Proves that the words people have in mind find the status code they mean. */

import assert from 'node:assert/strict';
import { allStatusCodes, statusCode, usualPhrase } from '../../src/core/statusCodes';
import { everydayCodes, everydayWords } from '../../src/core/statusCodes/everyday';
import { searchStatusCodes } from '../../src/core/statusCodes/search';
import { frameworks } from '../../src/frameworks/registry';

function found(query: string): number[] {
  return searchStatusCodes(query).map(({ code }) => code);
}

/** What is typed, and the code that has to come first. */
const queries: readonly (readonly [string, number])[] = [
  ['teapot', 418],
  ["i'm a teapot", 418],
  ['coffee', 418],
  ['rate', 429],
  ['rate limit', 429],
  ['too many', 429],
  ['throttl', 429],
  ['quota', 429],
  ['duplicate', 409],
  ['duplicates', 409],
  ['already exists', 409],
  ['email already exists', 409],
  ['unique constraint', 409],
  ['not logged in', 401],
  ['the user is not logged in', 401],
  ['login', 401],
  ['token expired', 401],
  ['jwt', 401],
  ['permission', 403],
  ['access denied', 403],
  ['not allowed', 403],
  ['csrf', 403],
  ['gone', 410],
  ['sunset', 410],
  ['payment', 402],
  ['billing', 402],
  ['queue', 202],
  ['background job', 202],
  ['async', 202],
  ['validation', 422],
  ['validation error', 422],
  ['unprocessable', 422],
  ['pydantic', 422],
  ['malformed', 400],
  ['bad json', 400],
  ['missing field', 400],
  ['no such item', 404],
  ['does not exist', 404],
  ["doesn't exist", 404],
  ['missing', 404],
  ['wrong method', 405],
  ['deleted', 204],
  ['no body', 204],
  ['nothing to send', 204],
  ['created', 201],
  ['new resource', 201],
  ['range', 206],
  ['etag', 304],
  ['unchanged', 304],
  ['if-match', 412],
  ['optimistic locking', 412],
  ['If-Match missing', 428],
  ['too large', 413],
  ['file too big', 413],
  ['Payload Too Large', 413],
  ['content type', 415],
  ['Content-Type', 415],
  ['redirect', 302],
  ['redirect after post', 303],
  ['post/redirect/get', 303],
  ['trailing slash', 307],
  ['moved', 301],
  ['moved temporarily', 302],
  ['legal', 451],
  ['gdpr', 451],
  ['crash', 500],
  ['exception', 500],
  ['server error', 500],
  ['todo', 501],
  ['upstream', 502],
  ['maintenance', 503],
  ['overloaded', 503],
  ['try again later', 503],
  ['timeout', 504],
  ['disk full', 507],
  ['captive portal', 511],
  ['websocket', 101],
  ['preload', 103],
  ['batch', 207],
  ['cookie too large', 431],
  ['accept header', 406],
  ['success', 200],
  ['empty list', 200],
  ['cloudflare', 520],
  ['nginx', 444],
  ['404', 404],
  ['40', 400],
  ['4', 400],
  ['5xx', 500],
  ['42x', 420],
  ['404 not', 404],
  ['HTTP_404_NOT_FOUND', 404],
  ['HTTP_42', 420],
  ['NOT_FOUND', 404],
  ['NotFound', 404],
  ['notF', 404],
  ['  Not   Found ', 404],
  ['TOO_MANY_REQ', 429],
];

describe('search for status codes', () => {
  for (const [query, code] of queries) {
    it(`finds ${code} by "${query}"`, () => assert.equal(found(query)[0], code));
  }

  it('finds every code by its number and by its name', () => {
    for (const { code, standing } of allStatusCodes) {
      assert.equal(found(String(code))[0], code);
      // Words that are a registered code's in daily use may be the name of an unregistered one.
      const place = found(usualPhrase(code) ?? '').indexOf(code);
      assert.ok(place === 0 || (place === 1 && standing === 'unregistered'), `${code} is ${place}`);
    }
  });

  it('finds every code by the names of its constants', () => {
    const families = new Set(frameworks.flatMap(({ constants }) => constants));
    let names = 0;
    for (const { members } of families) {
      for (const [member, code] of Object.entries(members)) {
        names++;
        assert.ok(found(member).slice(0, 2).includes(code), `${member} finds ${found(member).slice(0, 3)}`);
      }
    }
    assert.ok(names > 400);
  });

  it('finds each code by all of its everyday words, among the first', () => {
    for (const [code, phrases] of Object.entries(everydayWords)) {
      assert.ok(statusCode(Number(code)));
      for (const phrase of phrases) {
        const place = found(phrase).indexOf(Number(code));
        assert.ok(place >= 0, `${phrase} does not find ${code}`);
        if (statusCode(Number(code))?.standing === 'registered') assert.ok(place < 8, `${phrase}: ${found(phrase)}`);
      }
    }
  });

  it('lists numbers in order, and classes as a whole', () => {
    assert.deepEqual(found('30'), [300, 301, 302, 303, 304, 305, 306, 307, 308]);
    assert.deepEqual(
      found('4xx'),
      allStatusCodes.map(({ code }) => code).filter((code) => code >= 400 && code < 500),
    );
  });

  it('has all codes for nothing, and none for what means nothing', () => {
    assert.deepEqual(searchStatusCodes(''), allStatusCodes);
    assert.deepEqual(searchStatusCodes('  '), allStatusCodes);
    for (const query of ['zzzz', '77', '!?', 'xylophone', '12345']) assert.deepEqual(found(query), [], query);
  });

  it('goes by most of the words where no code has all of them', () => {
    assert.equal(found('the email address already exists in our database')[0], 409);
    assert.equal(found('customer sends requests too often')[0], 429);
  });

  it('keeps its words tidy: small letters, no code twice, none that the names say', () => {
    for (const [code, phrases] of Object.entries(everydayWords)) {
      assert.equal(new Set(phrases).size, phrases.length, code);
      const names = [usualPhrase(Number(code)) ?? '', ...(statusCode(Number(code))?.formerPhrases ?? [])];
      for (const phrase of phrases) {
        assert.match(phrase, /^[a-z0-9]+(?: [a-z0-9]+)*$/, `${code}: ${phrase}`);
        assert.ok(!names.some((name) => name.toLowerCase() === phrase), `${code}: ${phrase}`);
      }
    }
    assert.equal(new Set(everydayCodes).size, everydayCodes.length);
  });
});
