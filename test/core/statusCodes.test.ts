/** Holds the registry of status codes to the RFCs: which codes, which headers, which caching, and prose that fits a hover. */

import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import { getReasonPhrase, StatusCodes } from 'http-status-codes';
import type { HeaderDuty, StatusCode } from '../../src/core/model';
import { allStatusCodes, statusClass, statusClassNames, statusCode } from '../../src/core/statusCodes';

/** The rows of the IANA registry, as updated on 2025-09-15. */
const registered = [
  ...between(100, 104),
  ...between(200, 208),
  226,
  ...between(300, 308),
  ...between(400, 418),
  ...between(421, 426),
  428,
  429,
  431,
  451,
  ...between(500, 508),
  510,
  511,
];

const unregistered = [
  210, 218, 419, 420, 430, 440, 444, 449, 450, 456, 460, 463, 464, 494, 495, 496, 497, 498, 499, 509, 520, 521, 522,
  523, 524, 525, 526, 527, 529, 530, 540, 561, 598, 599, 783, 999,
];

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function entry(code: number): StatusCode {
  const found = statusCode(code);
  assert.ok(found, `${code} is missing`);
  return found;
}

function codesWhere(condition: (status: StatusCode) => boolean): number[] {
  return allStatusCodes.filter(condition).map((status) => status.code);
}

function headers(strength: HeaderDuty['strength']): Record<number, string[]> {
  const table: Record<number, string[]> = {};
  for (const status of allStatusCodes) {
    const names = status.headers.filter((header) => header.strength === strength).map((header) => header.name);
    if (names.length > 0) table[status.code] = names;
  }
  return table;
}

describe('status codes', () => {
  it('are the 64 of the IANA registry', () => {
    assert.equal(registered.length, 64);
    assert.deepEqual(
      codesWhere((status) => status.standing !== 'unregistered'),
      registered,
    );
  });

  it('and the 36 well-known ones outside it', () => {
    assert.equal(unregistered.length, 36);
    assert.deepEqual(
      codesWhere((status) => status.standing === 'unregistered'),
      unregistered,
    );
  });

  it('stand in ascending order, each once', () => {
    const codes = allStatusCodes.map((status) => status.code);
    assert.deepEqual(
      codes,
      [...new Set(codes)].sort((a, b) => a - b),
    );
  });

  it('include every code that Node and http-status-codes name', () => {
    const known = [...Object.keys(STATUS_CODES).map(Number), ...Object.values(StatusCodes).filter(Number.isInteger)];
    assert.ok(known.length > 100);
    for (const code of known) entry(Number(code));
  });

  it('bear the names that Node gives them, or remember them as former ones', () => {
    for (const [code, phrase] of Object.entries(STATUS_CODES)) assertNamed(entry(Number(code)), phrase ?? '');
  });

  it('bear the names that http-status-codes gives them, or remember them as former ones', () => {
    for (const code of Object.values(StatusCodes)) {
      if (typeof code === 'number') assertNamed(entry(code), getReasonPhrase(code));
    }
  });

  it('are undefined where nobody defined them', () => {
    for (const code of [0, 99, 105, 227, 299, 427, 600, -200, 200.5, Number.NaN]) {
      assert.equal(statusCode(code), undefined);
    }
  });
});

describe('status classes', () => {
  it('follow the first digit, for unknown codes too', () => {
    const cases = [100, 199, 200, 299, 300, 399, 400, 471, 499, 500, 599];
    assert.deepEqual(
      cases.map((code) => statusClass(code)),
      [1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5],
    );
  });

  it('end at 100 and 599', () => {
    for (const code of [99, 600, 783, 999, 1000, 0, -100, 201.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.equal(statusClass(code), undefined, String(code));
    }
  });

  it('have the names of RFC 9110', () => {
    assert.deepEqual(statusClassNames, {
      1: 'Informational',
      2: 'Successful',
      3: 'Redirection',
      4: 'Client error',
      5: 'Server error',
    });
  });
});

describe('facts of the specifications', () => {
  it('MUST headers', () => {
    const sameAsIn200 = ['Cache-Control', 'Content-Location', 'Date', 'ETag', 'Expires', 'Vary'];
    assert.deepEqual(headers('must'), {
      101: ['Upgrade'],
      206: ['Content-Range', ...sameAsIn200],
      226: ['ETag'],
      304: sameAsIn200,
      401: ['WWW-Authenticate'],
      405: ['Allow'],
      407: ['Proxy-Authenticate'],
      426: ['Upgrade'],
    });
  });

  it('SHOULD headers', () => {
    assert.deepEqual(headers('should'), {
      201: ['Location'],
      300: ['Location'],
      301: ['Location'],
      302: ['Location'],
      303: ['Location'],
      307: ['Location'],
      308: ['Location'],
      413: ['Retry-After'],
      415: ['Accept-Patch'],
      416: ['Content-Range'],
      451: ['Link'],
    });
  });

  it('MAY headers', () => {
    assert.deepEqual(headers('may'), {
      103: ['Link'],
      104: ['Location', 'Upload-Offset'],
      415: ['Accept', 'Accept-Encoding'],
      429: ['Retry-After'],
      503: ['Retry-After'],
    });
  });

  it('content: none with 1xx, 204 and 304; empty with 205', () => {
    assert.deepEqual(
      codesWhere((status) => status.content === 'none'),
      [...between(100, 104), 204, 304],
    );
    assert.deepEqual(
      codesWhere((status) => status.content === 'empty'),
      [205],
    );
  });

  it('caching: heuristic where RFC 9110 §15.1 and RFC 7725 say so, forbidden where RFC 6585 and RFC 9111 §3 say so', () => {
    assert.deepEqual(
      codesWhere((status) => status.caching === 'by default'),
      [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501],
    );
    assert.deepEqual(
      codesWhere((status) => status.caching === 'never'),
      [...between(100, 104), 428, 429, 431, 511],
    );
  });

  it('standing of the odd ones', () => {
    const odd = allStatusCodes.filter(
      (status) => status.standing !== 'registered' && status.standing !== 'unregistered',
    );
    assert.deepEqual(
      odd.map((status) => [status.code, status.standing]),
      [
        [104, 'temporary'],
        [305, 'deprecated'],
        [306, 'unused'],
        [418, 'unused'],
        [510, 'obsoleted'],
      ],
    );
  });

  it('registered codes have a source and no owner, the others an owner', () => {
    for (const status of allStatusCodes) {
      assert.equal(status.owner === null, status.standing !== 'unregistered', String(status.code));
      if (status.standing !== 'unregistered') assert.ok(status.reference, String(status.code));
    }
  });

  it('RFC references link to the section they name', () => {
    for (const { code, reference } of allStatusCodes) {
      if (!reference) continue;
      const url = new URL(reference.url);
      assert.equal(url.protocol, 'https:');
      const label = /^RFC (\d+) §([\d.]+)$/.exec(reference.label);
      if (code <= 511 && code !== 104 && statusCode(code)?.owner === null) assert.ok(label, reference.label);
      if (label) {
        assert.equal(reference.url, `https://www.rfc-editor.org/rfc/rfc${label[1]}.html#section-${label[2]}`);
      } else {
        assert.ok(!reference.label.startsWith('RFC'), reference.label);
      }
    }
  });

  it('RFC 9110 sections match its order', () => {
    // §15.2 to §15.6 list their codes in ascending order without gaps.
    const sections = allStatusCodes.flatMap(({ code, reference }) => {
      const label = /^RFC 9110 §15\.(\d)\.(\d+)$/.exec(reference?.label ?? '');
      return label ? [{ code, chapter: Number(label[1]), place: Number(label[2]) }] : [];
    });
    assert.equal(sections.length, 46);
    const places = new Map<number, number>();
    for (const { code, chapter, place } of sections) {
      assert.equal(chapter, Math.floor(code / 100) + 1, String(code));
      assert.equal(place, (places.get(chapter) ?? 0) + 1, String(code));
      places.set(chapter, place);
    }
  });

  it('MDN pages for every registered code but 104, 305 and 306', () => {
    assert.deepEqual(
      codesWhere((status) => status.mdn === null),
      [104, ...unregistered, 305, 306].sort((a, b) => a - b),
    );
    for (const { code, mdn } of allStatusCodes) {
      if (mdn) assert.equal(mdn, `https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/${code}`);
    }
  });

  it('former phrases differ from the phrase and from each other', () => {
    for (const { code, phrase, formerPhrases } of allStatusCodes) {
      const names = [phrase, ...formerPhrases];
      assert.equal(new Set(names).size, names.length, String(code));
      for (const name of names)
        assert.ok(name.trim() === name && name !== '' && !name.includes('/'), `${code}: ${name}`);
    }
  });
});

describe('prose', () => {
  const forbidden =
    /\b(?:this (?:status|response|code)|status code|indicates? that|simply|basically|please|oops|leverage|utili[sz]e|ensure)\b|[!…]|\p{Extended_Pictographic}/iu;

  for (const { code, phrase, meaning, when, confusedWith, headers, retry } of allStatusCodes) {
    it(`${code} ${phrase}`, () => {
      const { beginner, advanced } = meaning;
      assert.ok(beginner.length <= 110, `beginner: ${beginner.length} characters`);
      assert.ok(advanced.length <= 240, `advanced: ${advanced.length} characters`);
      assert.equal(sentences(beginner), 1, beginner);
      assert.ok(sentences(advanced) <= 2, advanced);
      const differences = confusedWith.map(({ difference }) => difference);
      for (const text of [beginner, advanced, ...(when === null ? [] : [when]), ...differences]) {
        assert.match(text, /^[A-Z\d`]/);
        assert.match(text, /[.]$/);
        assert.doesNotMatch(text, forbidden);
        assert.doesNotMatch(text, /\s{2}|\s$|^\s|\n/);
      }
      if (when !== null) {
        assert.ok(when.length <= 100, `when: ${when.length} characters`);
        assert.equal(sentences(when), 1, when);
      }
      for (const text of [beginner, when ?? '', ...differences]) {
        assert.doesNotMatch(text, /[`*_<>]/, 'it is free of markup');
      }
      assert.equal((advanced.match(/`/g) ?? []).length % 2, 0, 'backticks come in pairs');
      assert.ok(!advanced.includes(beginner) && !beginner.includes(advanced));
      for (const fragment of [...headers.map((header) => header.purpose), ...(retry === null ? [] : [retry])]) {
        assert.match(fragment, /^[a-z]/, fragment);
        assert.doesNotMatch(fragment, /[.`]$|`/, fragment);
        assert.ok(fragment.length <= 80, fragment);
      }
    });
  }

  it('says nothing twice', () => {
    const beginners = allStatusCodes.map((status) => status.meaning.beginner);
    const advanced = allStatusCodes.map((status) => status.meaning.advanced);
    const whens = allStatusCodes.flatMap((status) => status.when ?? []);
    const repeated = [...beginners, ...advanced, ...whens].filter((text, index, all) => all.indexOf(text) !== index);
    assert.deepEqual(repeated, []);
  });

  it('says of every registered code when it is for, and of an unregistered one what to send instead', () => {
    for (const { code, standing, when, instead } of allStatusCodes) {
      assert.equal(when === null, standing === 'unregistered', String(code));
      if (instead === null) continue;
      assert.equal(standing, 'unregistered', String(code));
      assert.notEqual(statusCode(instead)?.standing ?? 'unregistered', 'unregistered', String(code));
    }
  });

  it('mentions only codes that it can explain', () => {
    for (const { code, meaning, when } of allStatusCodes) {
      for (const [mentioned] of `${meaning.advanced} ${when}`.matchAll(/(?<![\w-])[1-9]\d\d(?![\w-])/g)) {
        assert.ok(statusCode(Number(mentioned)) || mentioned === '443', `${code} mentions ${mentioned}`);
      }
    }
  });
});

describe('codes that are taken for one another', () => {
  it('are told apart from either side, by their numbers', () => {
    for (const { code, confusedWith } of allStatusCodes) {
      for (const { codes, difference } of confusedWith) {
        assert.ok(codes.length > 0 && !codes.includes(code), String(code));
        assert.ok(difference.length <= 180, `${code}: ${difference.length} characters`);
        for (const other of codes) {
          const back = entry(other).confusedWith.find((each) => each.difference === difference);
          assert.ok(back?.codes.includes(code), `${other} does not lead back to ${code}`);
        }
        assert.ok(
          [code, ...codes].some((each) => difference.includes(String(each))),
          difference,
        );
      }
    }
  });

  it('are those that everybody mixes up', () => {
    const groups = [
      [401, 403],
      [400, 422],
      [404, 410],
      [409, 412],
      [301, 302, 303, 307, 308],
    ];
    for (const group of groups) {
      for (const code of group) {
        const [first] = entry(code).confusedWith;
        assert.ok(first, String(code));
        const others = group.filter((each) => each !== code);
        assert.ok(
          entry(code).confusedWith.some(({ codes }) => codes.join() === others.join()),
          `${code} and ${others}`,
        );
      }
    }
  });
});

function assertNamed(status: StatusCode, phrase: string): void {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const names = [status.phrase, ...status.formerPhrases].map(plain);
  assert.ok(names.includes(plain(phrase)), `${status.code} is also called ${phrase}`);
}

function sentences(text: string): number {
  return text.split(/(?<=[.?])\s+(?=[A-Z`])/).length;
}
