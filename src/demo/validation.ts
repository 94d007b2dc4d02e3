/** Validates request data as Pydantic does in its lax mode, and lists what is wrong in Pydantic's words. */

import { floatFromText, integerFromText } from './numberText';
import type { PythonValue } from './pythonJson';

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

/** A member of a model, or a query parameter; without `fallback` it must be sent. */
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

type Fields = { readonly [name: string]: Field<unknown> };
type Members<F extends Fields> = { [Name in keyof F]: F[Name] extends Field<infer T> ? T : never };

/** A BaseModel; members it does not know are ignored. */
export function model<F extends Fields>(fields: F): Validator<Members<F>> {
  // Each field puts its own value under its own name, which is what the return type says.
  return (input, loc) => membersOf(fields, input, loc, false) as Validated<Members<F>>;
}

/** What `model_dump(exclude_unset=True)` leaves of a BaseModel in which every member has a default. */
export function partialModel<F extends Fields>(fields: F): Validator<Partial<Members<F>>> {
  return (input, loc) => membersOf(fields, input, loc, true) as Validated<Partial<Members<F>>>;
}

function membersOf(
  fields: Fields,
  input: PythonValue,
  loc: Location,
  partial: boolean,
): Validated<Record<string, unknown>> {
  if (!(input instanceof Map)) {
    const msg = 'Input should be a valid dictionary or object to extract fields from';
    return { errors: [{ type: 'model_attributes_type', loc, msg, input }] };
  }
  const values: Record<string, unknown> = {};
  const errors: ErrorDetail[] = [];
  for (const name in fields) {
    const field = fields[name];
    if (!field) continue;
    const member: PythonValue | undefined = input.get(name);
    if (member !== undefined) {
      const result = field.validate(member, [...loc, name]);
      if ('errors' in result) errors.push(...result.errors);
      else values[name] = result.value;
    } else if (partial) continue;
    else if (field.fallback) values[name] = field.fallback.value;
    else errors.push(missing([...loc, name], input));
  }
  return errors.length > 0 ? { errors } : { value: values };
}

/** `T | None` */
export function nullable<T>(validate: Validator<T>): Validator<T | null> {
  return (input, loc) => (input === null ? { value: null } : validate(input, loc));
}

/** `str`; lengths count code points. */
export function string(
  limits: { readonly minLength?: number; readonly maxLength?: number; readonly pattern?: RegExp } = {},
): Validator<string> {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = limits;
  return (input, loc) => {
    const fail = (type: string, msg: string, ctx?: ErrorDetail['ctx']) => failure(type, loc, msg, input, ctx);
    if (typeof input !== 'string') return fail('string_type', 'Input should be a valid string');
    // Also true of surrogates in pairs: most texts have none, and their length is at hand.
    const hasSurrogates = /[\ud800-\udfff]/.test(input);
    if (hasSurrogates && /\p{Surrogate}/u.test(input)) {
      return fail('string_unicode', 'Input should be a valid string, unable to parse raw data as a unicode string');
    }
    const length = hasSurrogates ? Array.from(input).length : input.length;
    if (length < minLength) {
      const msg = `String should have at least ${characters(minLength)}`;
      return fail('string_too_short', msg, { min_length: BigInt(minLength) });
    }
    if (length > maxLength) {
      const msg = `String should have at most ${characters(maxLength)}`;
      return fail('string_too_long', msg, { max_length: BigInt(maxLength) });
    }
    if (pattern && !pattern.test(input)) {
      const msg = `String should match pattern '${pattern.source}'`;
      return fail('string_pattern_mismatch', msg, { pattern: pattern.source });
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

const tooLong = 'Unable to parse input string as an integer, exceeded maximum size';

/** `int` from the text of a path or query parameter. */
export function integer(limits: { readonly ge?: bigint; readonly le?: bigint } = {}): Validator<bigint> {
  const { ge, le } = limits;
  return (input, loc) => {
    if (typeof input !== 'string') return failure('int_type', loc, 'Input should be a valid integer', input);
    const value = integerFromText(input);
    if (value === 'too long') {
      return failure('int_parsing_size', loc, tooLong, input);
    }
    if (value === undefined) {
      const msg = 'Input should be a valid integer, unable to parse string as an integer';
      return failure('int_parsing', loc, msg, input);
    }
    if (le !== undefined && value > le) {
      return failure('less_than_equal', loc, `Input should be less than or equal to ${le}`, input, { le });
    }
    if (ge !== undefined && value < ge) {
      return failure('greater_than_equal', loc, `Input should be greater than or equal to ${ge}`, input, { ge });
    }
    return { value };
  };
}

/** An `IntEnum` from the text of a path or query parameter. */
export function integerEnum<const T extends number>(...members: readonly T[]): Validator<T> {
  const expected = anyOf(members);
  return (input, loc) => {
    const number = typeof input === 'string' ? integerFromText(input) : undefined;
    if (typeof number === 'bigint' && BigInt.asIntN(64, number) !== number) {
      // pydantic-core looks members up as i64, and shows what is none as the number that was read.
      return failure('int_parsing_size', loc, tooLong, number);
    }
    const value = members.find((member) => typeof number === 'bigint' && BigInt(member) === number);
    if (value === undefined) return failure('enum', loc, `Input should be ${expected}`, input, { expected });
    return { value };
  };
}

/** `Literal[...]` of strings. */
export function literal<const T extends string>(...members: readonly T[]): Validator<T> {
  const expected = anyOf(members.map((member) => `'${member}'`));
  return (input, loc) => {
    const value = members.find((member) => member === input);
    if (value === undefined) return failure('literal_error', loc, `Input should be ${expected}`, input, { expected });
    return { value };
  };
}

/** `bool` from the text of a query parameter. */
export function boolean(): Validator<boolean> {
  return (input, loc) => {
    const text = typeof input === 'string' ? input.toLowerCase() : '';
    if (['1', 'on', 't', 'true', 'y', 'yes'].includes(text)) return { value: true };
    if (['0', 'off', 'f', 'false', 'n', 'no'].includes(text)) return { value: false };
    return failure('bool_parsing', loc, 'Input should be a valid boolean, unable to interpret input', input);
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

/** `a, b or c` */
function anyOf(members: readonly (string | number)[]): string {
  return `${members.slice(0, -1).join(', ')} or ${members.at(-1)}`;
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
