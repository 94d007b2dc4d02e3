/** Validates request data as Pydantic does in its lax mode, and lists what is wrong in Pydantic's words. */

import { maxIntegerDigits, type PythonValue } from './pythonJson';

/** Where a value stood: `['path', 'item_id']`, `['body', 'price']`. */
export type Location = readonly (string | bigint)[];

/** One entry of the `detail` list of a 422, its keys in FastAPI's order. */
export type ErrorDetail = {
  readonly type: string;
  readonly loc: Location;
  readonly msg: string;
  readonly input: PythonValue;
  readonly ctx?: { readonly [name: string]: PythonValue };
};

export type Validated<T> = { readonly value: T } | { readonly errors: readonly ErrorDetail[] };

/** Turns input found at a location into a value, or says why it cannot. */
export type Validator<T> = (input: PythonValue, loc: Location) => Validated<T>;

/** A member of a model; without `fallback` it must be sent. */
export interface Field<T> {
  readonly validate: Validator<T>;
  readonly fallback?: { readonly value: T };
}

/** What a validator yields. */
export type Infer<V> = V extends Validator<infer T> ? T : never;

/** `name: T` of a model. */
export function required<T>(validate: Validator<T>): Field<T> {
  return { validate };
}

/** `name: T = value` of a model. */
export function optional<T>(validate: Validator<T>, value: T): Field<T> {
  return { validate, fallback: { value } };
}

export function missing(loc: Location, input: PythonValue): ErrorDetail {
  return { type: 'missing', loc, msg: 'Field required', input };
}

/** A BaseModel; members it does not know are ignored. */
export function model<F extends { readonly [name: string]: Field<unknown> }>(
  fields: F,
): Validator<{ [Name in keyof F]: F[Name] extends Field<infer T> ? T : never }> {
  return (input, loc) => {
    if (!(input instanceof Map)) {
      const msg = 'Input should be a valid dictionary or object to extract fields from';
      return { errors: [{ type: 'model_attributes_type', loc, msg, input }] };
    }
    const values: Record<string, unknown> = {};
    const errors: ErrorDetail[] = [];
    for (const [name, field] of Object.entries(fields)) {
      const member: PythonValue | undefined = input.get(name);
      if (member !== undefined) {
        const result = field.validate(member, [...loc, name]);
        if ('errors' in result) errors.push(...result.errors);
        else values[name] = result.value;
      } else if (field.fallback) values[name] = field.fallback.value;
      else errors.push(missing([...loc, name], input));
    }
    // Each field put its own value under its own name, which is what the return type says.
    return errors.length > 0 ? { errors } : { value: values as never };
  };
}

/** `T | None` */
export function nullable<T>(validate: Validator<T>): Validator<T | null> {
  return (input, loc) => (input === null ? { value: null } : validate(input, loc));
}

/** `str`; lengths count code points. */
export function string(limits: { readonly minLength?: number; readonly maxLength?: number } = {}): Validator<string> {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = limits;
  return (input, loc) => {
    const fail = (type: string, msg: string, ctx?: ErrorDetail['ctx']) => failure(type, loc, msg, input, ctx);
    if (typeof input !== 'string') return fail('string_type', 'Input should be a valid string');
    if (/\p{Surrogate}/u.test(input)) {
      return fail('string_unicode', 'Input should be a valid string, unable to parse raw data as a unicode string');
    }
    const length = Array.from(input).length;
    if (length < minLength) {
      const msg = `String should have at least ${characters(minLength)}`;
      return fail('string_too_short', msg, { min_length: BigInt(minLength) });
    }
    if (length > maxLength) {
      const msg = `String should have at most ${characters(maxLength)}`;
      return fail('string_too_long', msg, { max_length: BigInt(maxLength) });
    }
    return { value: input };
  };
}

/** `float`; also takes true, false, integers and text that reads as a number. */
export function float(limits: { readonly ge?: number } = {}): Validator<number> {
  const { ge } = limits;
  return (input, loc) => {
    const value = typeof input === 'string' ? floatFromText(input) : floatFromValue(input);
    if (value === undefined) {
      return typeof input === 'string'
        ? failure('float_parsing', loc, 'Input should be a valid number, unable to parse string as a number', input)
        : failure('float_type', loc, 'Input should be a valid number', input);
    }
    if (ge !== undefined && !(value >= ge)) {
      return failure('greater_than_equal', loc, `Input should be greater than or equal to ${ge}`, input, { ge });
    }
    return { value };
  };
}

/** `int` from the text of a path or query parameter. */
export function integer(): Validator<bigint> {
  return (input, loc) => {
    if (typeof input !== 'string') return failure('int_type', loc, 'Input should be a valid integer', input);
    const value = integerFromText(input);
    if (typeof value === 'bigint') return { value };
    return value === 'too long'
      ? failure('int_parsing_size', loc, 'Unable to parse input string as an integer, exceeded maximum size', input)
      : failure('int_parsing', loc, 'Input should be a valid integer, unable to parse string as an integer', input);
  };
}

function failure(
  type: string,
  loc: Location,
  msg: string,
  input: PythonValue,
  ctx?: ErrorDetail['ctx'],
): { errors: readonly ErrorDetail[] } {
  return { errors: [{ type, loc, msg, input, ...(ctx && { ctx }) }] };
}

function characters(count: number): string {
  return count === 1 ? '1 character' : `${count} characters`;
}

function floatFromValue(input: PythonValue): number | undefined {
  if (typeof input === 'number') return input;
  if (typeof input === 'boolean') return Number(input);
  if (typeof input !== 'bigint') return undefined;
  const value = Number(input);
  return Number.isFinite(value) ? value : undefined;
}

/** Rust's `str::parse::<f64>`, and once more without underscores: pydantic-core, src/input/shared.rs, str_as_float. */
function floatFromText(text: string): number | undefined {
  return parseFloatText(trim(text)) ?? parseFloatText(withoutUnderscores(text) ?? '');
}

function parseFloatText(text: string): number | undefined {
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  const special = /^([-+]?)(inf(?:inity)?|nan)$/i.exec(text);
  if (!special) return undefined;
  const [, sign, name = ''] = special;
  const value = name.toLowerCase() === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
  return sign === '-' ? -value : value;
}

/** pydantic-core, src/input/shared.rs, str_as_int: as it stands first, so that only a plain number can be too long. */
function integerFromText(text: string): bigint | 'too long' | undefined {
  const plain = plainInteger(text);
  if (plain !== undefined) return plain;
  const cleaned = cleanedInteger(text);
  const value = cleaned === undefined ? undefined : plainInteger(cleaned);
  return value === 'too long' ? undefined : value;
}

/** Counts the sign as a digit and gives up at the limit, whatever may follow, as the number parser of pydantic-core does. */
function plainInteger(text: string): bigint | 'too long' | undefined {
  const run = /^-?(?:0|[1-9]\d*)/.exec(text)?.[0];
  if (run === undefined) return undefined;
  if (run.length > maxIntegerDigits) return 'too long';
  return run === text ? BigInt(run) : undefined;
}

/** pydantic-core, src/input/shared.rs, clean_int_str: drops space, plus sign, leading zeros, `.000` and underscores. */
function cleanedInteger(text: string): string | undefined {
  let rest = trim(text);
  if (rest.startsWith('+')) {
    rest = rest.slice(1);
    if (rest.startsWith('-')) return undefined;
  }
  const sign = rest.startsWith('-') ? '-' : '';
  if (sign) {
    rest = rest.slice(1);
    if (/^[-+]/.test(rest)) return undefined;
  }
  const digits = withoutLeadingZeros(rest)?.replace(/^([^.]*)\.0+$/, '$1');
  return digits === undefined ? undefined : sign + (withoutUnderscores(digits) ?? digits);
}

function withoutLeadingZeros(text: string): string | undefined {
  if (/^[1-9]/.test(text)) return text;
  const zeros = /^0[0_]*/.exec(text)?.[0];
  if (zeros === undefined) return undefined;
  const next = text[zeros.length];
  if (next === undefined || next === '.') return text.slice(zeros.length - 1);
  return /[1-9-]/.test(next) ? text.slice(zeros.length) : undefined;
}

/** Undefined where there is none, or one in a place Python does not allow. */
function withoutUnderscores(text: string): string | undefined {
  if (text.startsWith('_') || text.endsWith('_') || text.includes('__') || !text.includes('_')) return undefined;
  return text.replaceAll('_', '');
}

/** Rust trims what Unicode calls white space, a slightly different set from JavaScript's. */
function trim(text: string): string {
  return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
}
