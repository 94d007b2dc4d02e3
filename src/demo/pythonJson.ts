/**
 * Reads and writes JSON as Python's json module does: integers apart from floats, NaN and Infinity as literals, the same
 * error texts at the same positions.
 */

/** A JSON value as Python holds it: bigint is int, number is float, Map (or an object literal of ours) is dict. */
export type PythonValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly PythonValue[]
  | ReadonlyMap<string, PythonValue>
  | { readonly [key: string]: PythonValue };

/** Text that is not JSON: `json.JSONDecodeError`. */
export class JsonDecodeError extends Error {
  /** Where, counted in code points as Python counts. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.name = 'JsonDecodeError';
    this.position = position;
  }
}

/** Bytes or numbers that Python refuses before or while reading JSON: `UnicodeDecodeError`, `ValueError`, `RecursionError`. */
export class UnreadableJsonError extends Error {}

/** A value that `json.dumps(..., allow_nan=False)` and UTF-8 cannot express. */
export class UnwritableJsonError extends Error {}

/** CPython's limit for the digits of an integer literal, https://docs.python.org/3/library/stdtypes.html#int-max-str-digits. */
export const maxIntegerDigits = 4300;

/**
 * How deep arrays and objects may nest before CPython raises RecursionError: its limit of 1,000 frames less those that
 * uvicorn, Starlette and FastAPI already stand on. Measured, because no document promises it.
 */
const maxDepth = 961;

/** `json.loads(bytes)`. Throws {@link JsonDecodeError} or {@link UnreadableJsonError}. */
export function parseJsonBytes(bytes: Uint8Array): PythonValue {
  return parseJson(decodeJsonBytes(bytes));
}

/** `json.loads(text)` as CPython 3.11 does it; later versions word the error for a trailing comma differently. */
export function parseJson(text: string): PythonValue {
  let index = 0;
  let depth = 0;

  const fail = (message: string, at: number): never => {
    throw new JsonDecodeError(message, Array.from(text.slice(0, at)).length);
  };
  const skipWhitespace = () => {
    while (' \t\n\r'.includes(text[index] ?? 'end')) index += 1;
  };

  function value(): PythonValue {
    const start = index;
    const char = text[start];
    if (char === '"') return string();
    if (char === '{') return nested(object);
    if (char === '[') return nested(array);
    for (const [literal, meaning] of literals) {
      if (text.startsWith(literal, start)) {
        index += literal.length;
        return meaning;
      }
    }
    return number();
  }

  function nested<T>(read: () => T): T {
    depth += 1;
    if (depth > maxDepth) throw new UnreadableJsonError('nested too deeply');
    index += 1;
    skipWhitespace();
    const result = read();
    depth -= 1;
    return result;
  }

  function object(): PythonValue {
    const members = new Map<string, PythonValue>();
    if (text[index] === '}') {
      index += 1;
      return members;
    }
    for (;;) {
      if (text[index] !== '"') fail('Expecting property name enclosed in double quotes', index);
      const key = string();
      skipWhitespace();
      if (text[index] !== ':') fail("Expecting ':' delimiter", index);
      index += 1;
      skipWhitespace();
      members.set(key, value());
      if (!another('}')) return members;
    }
  }

  function array(): PythonValue {
    const elements: PythonValue[] = [];
    if (text[index] === ']') {
      index += 1;
      return elements;
    }
    for (;;) {
      elements.push(value());
      if (!another(']')) return elements;
    }
  }

  /** After a member or element: true at a comma, false at the end of its container. */
  function another(end: string): boolean {
    skipWhitespace();
    const char = text[index];
    if (char !== end && char !== ',') fail("Expecting ',' delimiter", index);
    index += 1;
    if (char === end) return false;
    skipWhitespace();
    return true;
  }

  function string(): string {
    const start = index;
    let result = '';
    index += 1;
    for (;;) {
      plainCharacters.lastIndex = index;
      const plain = plainCharacters.exec(text)?.[0] ?? '';
      result += plain;
      index += plain.length;
      const char = text[index];
      if (char === undefined) fail('Unterminated string starting at', start);
      if (char === '"') {
        index += 1;
        return result;
      }
      if (char !== '\\') fail('Invalid control character at', index);
      result += escaped(start);
    }
  }

  function escaped(stringStart: number): string {
    const char = text[index + 1];
    if (char === undefined) return fail('Unterminated string starting at', stringStart);
    if (char === 'u') {
      const digits = text.slice(index + 2, index + 6);
      // CPython wants one more character after the four digits, if only the closing quote.
      if (!/^[0-9a-fA-F]{4}$/.test(digits) || index + 6 >= text.length) fail('Invalid \\uXXXX escape', index + 1);
      index += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meaning = escapes.get(char);
    if (meaning === undefined) return fail('Invalid \\escape', index);
    index += 2;
    return meaning;
  }

  function number(): bigint | number {
    numberLiteral.lastIndex = index;
    const match = numberLiteral.exec(text);
    if (!match) return fail('Expecting value', index);
    const [literal, fraction, exponent] = match;
    index += literal.length;
    if (fraction !== undefined || exponent !== undefined) return Number(literal);
    if (literal.replace('-', '').length > maxIntegerDigits)
      throw new UnreadableJsonError('integer with too many digits');
    return BigInt(literal);
  }

  skipWhitespace();
  const result = value();
  skipWhitespace();
  if (index !== text.length) fail('Extra data', index);
  return result;
}

const literals: readonly (readonly [string, PythonValue])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];

const escapes = new Map(
  Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a string.
const plainCharacters = /[^"\\\u0000-\u001f]*/y;
const numberLiteral = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;

/** Decodes as `json.loads` does, which also takes UTF-16 and UTF-32, with or without a byte order mark. */
function decodeJsonBytes(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return decodeUtf32(bytes.subarray(4), true);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeUtf32(bytes.subarray(4), false);
  if (a === 0xff && b === 0xfe) return decodeUtf16(bytes.subarray(2), true);
  if (a === 0xfe && b === 0xff) return decodeUtf16(bytes.subarray(2), false);
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeUtf8(bytes.subarray(3));
  if (bytes.length >= 4) {
    if (a === 0) return b === 0 ? decodeUtf32(bytes, false) : decodeUtf16(bytes, false);
    if (b === 0) return c === 0 && d === 0 ? decodeUtf32(bytes, true) : decodeUtf16(bytes, true);
  } else if (bytes.length === 2) {
    if (a === 0) return decodeUtf16(bytes, false);
    if (b === 0) return decodeUtf16(bytes, true);
  }
  return decodeUtf8(bytes);
}

/**
 * Stands for a surrogate that was encoded by itself. Python lets it pass and never joins it with its neighbour, as
 * JavaScript would; a low surrogate in its place stays alone, and no answer can ever show which one it was.
 */
const loneSurrogate = '\udc00';

/** It costs more to make than a body costs to decode. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 with Python's `surrogatepass`. */
function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  let start = 0;
  try {
    for (let index = bytes.indexOf(0xed); index !== -1; index = bytes.indexOf(0xed, index + 1)) {
      const [second = 0, third = 0] = bytes.subarray(index + 1, index + 3);
      if (second >= 0xa0 && second <= 0xbf && third >= 0x80 && third <= 0xbf) {
        text += decoder.decode(bytes.subarray(start, index)) + loneSurrogate;
        start = index + 3;
      }
    }
    return text + decoder.decode(bytes.subarray(start));
  } catch {
    throw new UnreadableJsonError('not UTF-8');
  }
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  if (bytes.length % 2 !== 0) throw new UnreadableJsonError('truncated UTF-16');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) text += String.fromCharCode(view.getUint16(at, littleEndian));
  return text;
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  if (bytes.length % 4 !== 0) throw new UnreadableJsonError('truncated UTF-32');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const codePoint = view.getUint32(at, littleEndian);
    if (codePoint > 0x10ffff) throw new UnreadableJsonError('not UTF-32');
    text += codePoint >= 0xd800 && codePoint <= 0xdfff ? loneSurrogate : String.fromCodePoint(codePoint);
  }
  return text;
}

/** `json.dumps` as Starlette's JSONResponse calls it. Throws {@link UnwritableJsonError} for NaN, Infinity and lone surrogates. */
export function writeJson(value: PythonValue): string {
  return write(value, (float) => {
    if (!Number.isFinite(float)) throw new UnwritableJsonError('Out of range float values are not JSON compliant');
    return floatText(
      float,
      -4,
      (exponent) => `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`,
    );
  });
}

/** Pydantic's `dump_json`, which FastAPI uses for a declared response model: NaN and Infinity become null. */
export function writeModelJson(value: PythonValue): string {
  return write(value, (float) => {
    if (!Number.isFinite(float)) return 'null';
    return floatText(float, -5, (exponent) => `${exponent < 0 ? '' : '+'}${exponent}`);
  });
}

function write(value: PythonValue, writeFloat: (float: number) => string): string {
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') return writeFloat(value);
  if (value === null || typeof value !== 'object') return String(value);
  let text = '';
  if (isArray(value)) {
    for (const element of value) text += `${text && ','}${write(element, writeFloat)}`;
    return `[${text}]`;
  }
  for (const [key, member] of entriesOf(value))
    text += `${text && ','}${writeString(key)}:${write(member, writeFloat)}`;
  return `{${text}}`;
}

function writeString(text: string): string {
  // The first test is the quick one: it also finds surrogates in pairs.
  if (/[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text))
    throw new UnwritableJsonError('surrogates not allowed');
  return JSON.stringify(text);
}

/**
 * The shortest decimal that reads back as the same float, always with a point or an exponent.
 * Exponents are written from `smallest` down and from 16 up.
 */
function floatText(float: number, smallest: number, writeExponent: (exponent: number) => string): string {
  // Between these JavaScript writes no exponent either.
  const size = Math.abs(float);
  if (size >= 1e-4 && size < 1e16) return Number.isInteger(float) ? `${float}.0` : String(float);
  const [mantissa = '', exponentText] = float.toExponential().split('e');
  const exponent = Number(exponentText);
  if (float !== 0 && (exponent < smallest || exponent >= 16)) return `${mantissa}e${writeExponent(exponent)}`;
  const text = Object.is(float, -0) ? '-0' : String(float);
  return text.includes('.') ? text : `${text}.0`;
}

/** The members of a dict in their order. */
export function entriesOf(
  value: ReadonlyMap<string, PythonValue> | { readonly [key: string]: PythonValue },
): readonly (readonly [string, PythonValue])[] {
  return value instanceof Map ? [...value] : Object.entries(value);
}

/** `Array.isArray` that keeps the element type of readonly arrays. */
export function isArray(value: PythonValue): value is readonly PythonValue[] {
  return Array.isArray(value);
}
