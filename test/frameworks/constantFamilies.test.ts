/** Compares the constant families with the real objects: the installed npm package, and recordings of the Python ones. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import legacyDefault, { StatusCodes } from 'http-status-codes';
import type { ConstantFamily } from '../../src/core/framework';
import {
  httpStatus,
  httpStatusCodes,
  httpStatusCodesLegacy,
  starletteStatus,
} from '../../src/frameworks/constantFamilies';

/** What record_constants.py, beside the recording, prints; its opening comment tells how to record anew. */
interface Recording {
  readonly of: string;
  readonly version: string;
  readonly members: Readonly<Record<string, number>>;
  readonly deprecated: Readonly<Record<string, string>>;
}

const recordings: readonly Recording[] = JSON.parse(
  readFileSync('test/frameworks/fixtures/recordings/constants.json', 'utf8'),
);

function recorded(of: string, version: RegExp): Recording {
  const found = recordings.find((recording) => recording.of === of && version.test(recording.version));
  assert.ok(found, `no recording of ${of} ${version}`);
  return found;
}

/** Names in alphabetical order, so that only content is compared. */
function sorted<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The numeric members of an enum object, without the reverse entries of TypeScript and without functions. */
function numbers(object: Readonly<Record<string, unknown>>): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [name, value] of Object.entries(object)) if (typeof value === 'number') found[name] = value;
  return found;
}

const families: readonly ConstantFamily[] = [starletteStatus, httpStatus, httpStatusCodes, httpStatusCodesLegacy];

describe('constant families', () => {
  describe('have the names and numbers of the real object', () => {
    it('starlette.status', () => {
      const real = recorded('starlette.status', /^1\./);
      assert.deepEqual(sorted(starletteStatus.members), sorted(real.members));
      assert.deepEqual(sorted(starletteStatus.deprecated), sorted(real.deprecated));
      assert.equal(Object.keys(real.deprecated).length, 4);
    });

    it('http.HTTPStatus, with the names that 3.13 added', () => {
      const before = recorded('http.HTTPStatus', /^3\.11\./).members;
      const after = recorded('http.HTTPStatus', /^3\.13\./).members;
      assert.deepEqual(sorted(httpStatus.members), sorted(after));
      const added = Object.keys(after).filter((name) => !(name in before));
      assert.deepEqual(sorted(httpStatus.since), sorted(Object.fromEntries(added.map((name) => [name, '3.13']))));
      assert.deepEqual(sorted({ ...after, ...before }), sorted(after), '3.13 keeps every name of 3.11');
    });

    it('StatusCodes of http-status-codes', () => {
      assert.deepEqual(sorted(httpStatusCodes.members), sorted(numbers(StatusCodes)));
    });

    it('the default export of http-status-codes', () => {
      assert.deepEqual(sorted(httpStatusCodesLegacy.members), sorted(numbers(legacyDefault)));
    });
  });

  for (const family of families) {
    describe(family.id, () => {
      const { members, deprecated, since } = family;

      it('prefers a name of its own for every code it has', () => {
        for (const code of new Set(Object.values(members))) {
          const name = family.preferred(code);
          assert.ok(name !== undefined && members[name] === code, `${code}: ${name}`);
          assert.ok(!(name in deprecated), name);
        }
      });

      it('prefers nothing for a code it lacks', () => {
        for (const code of [0, 99, 299, 600, 201.5, Number.NaN]) assert.equal(family.preferred(code), undefined);
      });

      it('replaces a deprecated name by a current one for the same code', () => {
        for (const [old, current] of Object.entries(deprecated)) {
          assert.equal(members[old], members[current]);
          assert.ok(!(current in deprecated), current);
        }
      });

      it('gives versions only for names it has', () => {
        for (const name of Object.keys(since)) assert.ok(name in members, name);
      });

      it('finds no member in what every object inherits', () => {
        for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
          assert.equal(members[name], undefined);
        }
      });
    });
  }

  it('prefer the usual names', () => {
    const chosen = (code: number) => families.map((family) => family.preferred(code));
    assert.deepEqual(chosen(201), ['HTTP_201_CREATED', 'CREATED', 'CREATED', 'CREATED']);
    assert.deepEqual(chosen(302), ['HTTP_302_FOUND', 'FOUND', 'MOVED_TEMPORARILY', 'MOVED_TEMPORARILY']);
    assert.deepEqual(chosen(425), ['HTTP_425_TOO_EARLY', 'TOO_EARLY', undefined, undefined]);
    assert.deepEqual(chosen(424), ['HTTP_424_FAILED_DEPENDENCY', 'FAILED_DEPENDENCY', 'FAILED_DEPENDENCY', undefined]);
  });

  it('prefer a name that every version has, and never a deprecated one', () => {
    assert.equal(httpStatus.preferred(422), 'UNPROCESSABLE_ENTITY');
    assert.equal(starletteStatus.preferred(422), 'HTTP_422_UNPROCESSABLE_CONTENT');
  });
});
