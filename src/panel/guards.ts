/** Describes plain data once, as a run-time check and as a TypeScript type, so that the two cannot drift apart. */

/** Tells whether a value that came from elsewhere has the shape of T. */
export type Guard<T> = (value: unknown) => value is T;

/** The type that a guard lets through. */
export type Guarded<G> = G extends Guard<infer T> ? T : never;

export const text: Guard<string> = (value) => typeof value === 'string';

export const boolean: Guard<boolean> = (value) => typeof value === 'boolean';

/** A number JSON can carry. */
export const number: Guard<number> = (value): value is number => Number.isFinite(value);

export function literal<const T extends string>(expected: T): Guard<T> {
  return (value): value is T => value === expected;
}

export function nullable<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function list<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

export function pair<A, B>(first: Guard<A>, second: Guard<B>): Guard<readonly [A, B]> {
  return (value): value is readonly [A, B] =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);
}

/** An object used as a dictionary from names to T. */
export function dictionary<T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isObject(value) && Object.values(value).every(guard);
}

/** An object with exactly these members; one more is a mistake too. */
export function object<S extends Readonly<Record<string, Guard<unknown>>>>(
  shape: S,
): Guard<{ readonly [Name in keyof S]: Guarded<S[Name]> }> {
  const members = Object.entries(shape);
  return (value): value is { readonly [Name in keyof S]: Guarded<S[Name]> } =>
    isObject(value) &&
    Object.keys(value).length === members.length &&
    members.every(([name, guard]) => Object.hasOwn(value, name) && guard(value[name]));
}

export function oneOf<G extends readonly Guard<unknown>[]>(...guards: G): Guard<Guarded<G[number]>> {
  return (value): value is Guarded<G[number]> => guards.some((guard) => guard(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
