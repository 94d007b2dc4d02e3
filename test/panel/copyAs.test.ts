/** A copied request is the request: curl is read back as a shell reads it, fetch is run, Python and .http are looked at. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { copyAs } from '../../src/panel/page/copyAs';
import type { PanelRequest } from '../../src/panel/protocol';

const base = 'http://127.0.0.1:8000';
const post: PanelRequest = {
  method: 'POST',
  target: '/items?a={b}',
  headers: [
    ['Content-Type', 'application/json'],
    ['X-Empty', ''],
  ],
  body: '{"name": "It\'s", "x": "$HOME `a` \\\\ \u2028"}',
};

const request: fc.Arbitrary<PanelRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'DELETE'),
  target: fc.webPath().map((path) => `/${path.replace(/^\//, '')}`),
  headers: fc.array(fc.tuple(fc.stringMatching(/^[A-Za-z-]{1,9}$/), fc.stringMatching(/^[ -~]{1,20}$/))),
  body: fc.option(fc.string({ unit: 'grapheme' })),
});

/** The words of a command that has nothing but plain words, single quotes, and backslashes before quotes and line ends. */
function shellWords(command: string): string[] {
  const words: string[] = [];
  for (const [word] of command.replaceAll('\\\n', '').matchAll(/(?:'[^']*'|\\'|[^\s'\\])+/g)) {
    words.push(word.replace(/'([^']*)'|\\(')/g, (_, quoted?: string) => quoted ?? "'"));
  }
  return words;
}

describe('a request copied', () => {
  it('as curl has every part in one word', () => {
    fc.assert(
      fc.property(request, (each) => {
        const words = shellWords(copyAs('curl', base, each));
        const expected = [
          ...['curl', '--include', '--globoff', '--request', each.method, `${base}${each.target}`],
          ...each.headers.flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
          ...(each.body === null ? [] : ['--data-raw', each.body]),
        ];
        assert.deepEqual(words, expected);
      }),
    );
  });

  it('as curl sends an empty header, and asks for a head', () => {
    assert.match(copyAs('curl', base, post), /--header 'X-Empty;'/);
    assert.match(copyAs('curl', base, { ...post, method: 'HEAD', body: null }), /--head '/);
  });

  it('as fetch asks for the same', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (each) => {
        const asked: unknown[] = [];
        const run = new Function('fetch', 'console', `return (async () => {${copyAs('fetch', base, each)}})();`);
        const fake = async (...given: unknown[]) => {
          asked.push(...given);
          return { status: 200, text: async () => '' };
        };
        await run(fake, { log: () => {} });
        assert.deepEqual(asked, [
          `${base}${each.target}`,
          {
            method: each.method,
            ...(each.headers.length > 0 && { headers: each.headers }),
            ...(each.body !== null && { body: each.body }),
          },
        ]);
      }),
    );
  });

  it('as Python and as an .http file', () => {
    assert.equal(
      copyAs('python', base, post),
      `import httpx

response = httpx.request(
    "POST",
    "http://127.0.0.1:8000/items?a={b}",
    headers=[("Content-Type", "application/json"), ("X-Empty", "")],
    content="{\\"name\\": \\"It's\\", \\"x\\": \\"$HOME \`a\` \\\\\\\\ \u2028\\"}".encode(),
)
print(response.status_code, response.text)
`,
    );
    assert.equal(
      copyAs('http', base, { ...post, body: '{}' }),
      'POST http://127.0.0.1:8000/items?a={b} HTTP/1.1\nContent-Type: application/json\nX-Empty: \n\n{}\n',
    );
  });
});
