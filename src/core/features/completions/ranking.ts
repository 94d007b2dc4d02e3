/** Puts the codes that may go to a place in order: by what they do there, by the method, and by what the code around says. */

import type { Method, Route, StatusUse } from '../../model';
import { allStatusCodes } from '../../statusCodes';
import { fitting } from '../answers';
import { fails, hintOf, hintOfTitle, type Words } from './hints';

/** All that decides the order. */
export interface Situation {
  readonly role: StatusUse['role'];
  readonly errorsOnly: boolean;
  /** The route the place is in; null outside of routes. */
  readonly route: Route | null;
  /** The method that a test has asked with; null where none is seen. */
  readonly asked: Method | null;
  /** Last name of the call that takes the status; null where none does. */
  readonly call: string | null;
  readonly words: Words;
  /** What the test around is called; empty outside of tests. */
  readonly title: string;
  /** How often the file has each code in places that do the same. */
  readonly habit: ReadonlyMap<number, number>;
  /** Is a success documented in the same place as errors, rather than declared. */
  readonly documentsSuccess: boolean;
  /** Codes that the route answers and does not document yet. */
  readonly undocumented: readonly number[];
  /** Codes that stand beside the place already, where each is said once. */
  readonly taken: readonly number[];
}

export interface Ranking {
  /** Each once, the likeliest first. */
  readonly codes: readonly number[];
  /** How many of them fit the place; the others are all the rest. */
  readonly fitting: number;
  /** Does the code around leave hardly a doubt about the first. */
  readonly strong: boolean;
}

const errors = [400, 404, 401, 403, 409, 422, 429, 500, 503] as const;
const ofOne = [404, 403, 409, 400, 401, 422, 410, 412, 429, 500, 503] as const;
const received = [404, 401, 403, 400, 422, 409, 429, 500, 503] as const;
const everyday = [200, 201, 204, 400, 401, 403, 404, 409, 422, 429, 500, 503] as const;
const redirects = [302, 303, 307, 308, 301] as const;

export function rank(situation: Situation): Ranking {
  const { role, route, errorsOnly, words, taken, habit } = situation;
  if (/redirect/i.test(situation.call ?? '')) return ranking(redirectsOf(route), false, taken);
  const hint = hintOf(words);
  const failures = [...(hint ? [hint.code] : []), ...usualFirst(errorsOf(route), habit)];
  const { codes, strong } = successes(situation);
  switch (role) {
    case 'success':
      return ranking([...codes, ...redirects], strong, taken);
    case 'raised':
      return ranking(failures, hint?.plain === true, taken);
    case 'returned':
      return fails(words)
        ? ranking([...failures, ...codes], hint?.plain === true, taken)
        : ranking([...codes, ...failures], strong && route?.anatomy.answers.length === 1, taken);
    case 'documented': {
      const known = situation.undocumented;
      const first = situation.documentsSuccess && !taken.some((code) => code < 400) ? codes.slice(0, 1) : [];
      return ranking([...known, ...first, ...failures, ...codes], known.length > 0, taken);
    }
    case 'compared': {
      const wanted = hintOfTitle(situation.title);
      const first = wanted === null ? [] : [wanted];
      if (!situation.asked && !route) return ranking([...first, ...usualFirst(everyday, habit)], false, taken);
      return ranking([...first, ...codes, ...usualFirst(route ? errorsOf(route) : received, habit)], false, taken);
    }
    case 'misplaced':
    case 'mentioned':
      if (errorsOnly) return ranking(failures, hint?.plain === true, taken);
      if (hint?.plain || fails(words) || /\berr(?:or)?\b/i.test(words.own)) {
        return ranking([...failures, ...everyday], false, taken);
      }
      return ranking(usualFirst(everyday, habit), false, taken);
  }
}

/** Those that the file has often come first, in the order of how often; the others stay as they are. */
function usualFirst(codes: readonly number[], habit: ReadonlyMap<number, number>): readonly number[] {
  const often = (code: number) => {
    const count = habit.get(code) ?? 0;
    return count > 1 ? count : 0;
  };
  return [...codes].sort((a, b) => often(b) - often(a));
}

function ranking(first: readonly number[], strong: boolean, taken: readonly number[]): Ranking {
  const codes = [...new Set(first)].filter((code) => !taken.includes(code));
  const rest = allStatusCodes
    .map(({ code }) => code)
    .filter((code) => !codes.includes(code) && !taken.includes(code))
    .sort((a, b) => distance(a, codes[0]) - distance(b, codes[0]) || a - b);
  return { codes: [...codes, ...rest], fitting: codes.length, strong };
}

/** Codes of the same class come next, and those that no handler sends last. */
function distance(code: number, first = 200): number {
  const [own, other] = [Math.floor(code / 100), Math.floor(first / 100)];
  if (own === 1) return 10;
  return own === other ? 0 : (own + 5 - other) % 5;
}

/** The successes of a method, by what its handler does. */
function successes({ route, asked, habit }: Situation): { codes: readonly number[]; strong: boolean } {
  const method = route?.method ?? asked ?? 'ANY';
  const usual = fitting[method];
  const codes = usual.length > 0 ? usual : [200, 201, 204];
  const first = (code: number, strong: boolean) => ({
    codes: [code, ...codes.filter((other) => other !== code)],
    strong,
  });
  if (!route) {
    // A test file shows what the application answers, where it has a few of them.
    const [own] = codes;
    const plain = (habit.get(200) ?? 0) >= 3 && !habit.has(own ?? 200);
    return first(plain ? 200 : (own ?? 200), false);
  }
  if (route.queues) return first(202, true);
  switch (method) {
    case 'DELETE':
      return route.returns === 'value' ? first(200, false) : first(204, route.returns === 'nothing');
    case 'POST':
      if (route.creates) return first(201, true);
      if (route.acts) return first(route.returns === 'nothing' ? 204 : 200, false);
      // A handler that is written already and shows nothing new makes nothing new, as a rule.
      return first(isWritten(route) ? 200 : 201, false);
    case 'PUT':
    case 'PATCH':
      return first(route.returns === 'nothing' && route.anatomy.answers.length > 0 ? 204 : 200, false);
    default:
      return first(codes[0] ?? 200, false);
  }
}

/** Does a handler do more than to answer: it is longer than the shortest that create. */
function isWritten({ anatomy: { handler } }: Route): boolean {
  return handler !== null && handler.end - handler.start > 200;
}

/** After a write the client is to read what became of it, wherever that is (RFC 9110 §15.4.4). */
function redirectsOf(route: Route | null): readonly number[] {
  const writes = route && route.method !== 'GET' && route.method !== 'HEAD' && route.method !== 'ANY';
  return writes ? [303, ...redirects] : redirects;
}

function errorsOf(route: Route | null): readonly number[] {
  if (!route) return errors;
  // What ends in a parameter is about one resource, which may not be there.
  if (/[}>]\/?$|:\w+\/?$/.test(route.path ?? '')) return ofOne;
  return route.method === 'POST' ? [400, 409, 422, 401, 403, 404, 429, 500, 503] : errors;
}
