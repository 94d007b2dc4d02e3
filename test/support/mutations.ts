/** Damage for a source text: what typing, merging, cutting and wrong encodings do to one, as lists that are easy to read. */

import fc from 'fast-check';

/** Takes `length` units out at `at`, as far as there are any, and puts `junk` there so many times. */
export interface Change {
  readonly at: number;
  readonly length: number;
  readonly junk: string;
  readonly times: number;
}

export interface Damage {
  readonly changes: readonly Change[];
  readonly encoding: Encoding;
}

/** Long enough that the parser is not shown it. */
const plainData = `DATA = [\n${'    {"id": 1, "name": "item"},\n'.repeat(60)}]\n`;

const encodings = {
  asItIs: (text: string) => text,
  'a byte order mark': (text: string) => `\uFEFF${text}`,
  'carriage returns': (text: string) => text.replaceAll(/\r?\n/g, '\r\n'),
  'carriage returns alone': (text: string) => text.replaceAll(/\r?\n/g, '\r'),
  'mixed line ends': (text: string) => text.replaceAll(/\n/g, (_, at: number) => ['\n', '\r\n', '\r'][at % 3] ?? ''),
  'Latin-1 read as UTF-8': (text: string) => Buffer.from(text.replaceAll('e', 'é'), 'latin1').toString('utf8'),
  'UTF-8 read as Latin-1': (text: string) => Buffer.from(text.replaceAll('o', 'ö')).toString('latin1'),
  'UTF-16 read as UTF-8': (text: string) => Buffer.from(text, 'utf16le').toString('utf8'),
  'one line': (text: string) => text.replaceAll(/\s+/g, ' '),
  'long plain data': (text: string) => `${text}\n${plainData}${text.slice(0, 2000)}`,
  'a very long line': (text: string) => `${text}\nx = [${'"item", '.repeat(5000)}]\n${text.slice(0, 2000)}`,
} satisfies Record<string, (text: string) => string>;

export type Encoding = keyof typeof encodings;
export const encodingNames = Object.keys(encodings) as readonly Encoding[];

const pieces = [
  plainData,
  ...['', '"', "'", '`', '"""', "'''", 'f"{', '${', 'xxxxxxxx', '(', ')', '[', ']', '{', '}', '((((((((', '))))))))'],
  ...['\n', '\r', '\r\n', '\t', '\\', '\u2028', '\uFEFF', '\0', '\u{1F600}', '\uD83D', '\uDE00', 'é'],
  ...[
    '404',
    '2',
    'status_code=',
    'status_code=status.',
    '@',
    '.',
    ',',
    ':',
    ';',
    '=',
    '=>',
    '...',
    '<',
    '/',
    '//',
    '/*',
  ],
  ...[
    '#',
    '@app.post("/")',
    'return ',
    'return {}, 201',
    'raise ',
    'async ',
    'await ',
    'def f(',
    'class A:\n',
    'if x:\n',
  ],
  ...['res.status(', '.json(', '.send()', 'export ', 'const ', 'yield ', 'lambda: ', 'None', 'null'],
];

/** Junk of any kind, and damage in places anywhere in a text of this length. */
export function damages(length: number): fc.Arbitrary<Damage> {
  const junk = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );
  const change = fc.record({
    at: fc.nat(length),
    length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60), fc.nat(length)),
    junk,
    // Long runs: of brackets, of one name, of empty lines. The parser itself crashes on thousands of broken brackets.
    times: fc.oneof({ weight: 30, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constantFrom(20, 300) }),
  });
  return fc.record({
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    encoding: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Encoding>('asItIs') },
      { weight: 1, arbitrary: fc.constantFrom(...encodingNames) },
    ),
  });
}

export function damaged(text: string, { changes, encoding }: Damage): string {
  const changed = changes.reduce(
    (result, { at, length, junk, times }) => result.slice(0, at) + junk.repeat(times) + result.slice(at + length),
    text,
  );
  return encodings[encoding](changed);
}

export function encoded(text: string, encoding: Encoding): string {
  return encodings[encoding](text);
}
