/** Learns from routes how their project answers when something is created or deleted. */

import type { Habit, Method } from './model';

/** What has to be known of a route. */
export interface AnsweringRoute {
  readonly method: Method;
  readonly effective: readonly number[];
  /** Whether it creates a resource, or why we hold so. */
  readonly creates: unknown;
}

export const noHabit: Habit = { creating: 0, answering201: 0, deleting: 0, answering204: 0 };

/** The habit that the routes of one or more files show. */
export function habitOf(scans: Iterable<{ readonly routes: readonly AnsweringRoute[] }>): Habit {
  let habit = noHabit;
  for (const { routes } of scans) {
    const creating = routes.filter(({ method, creates }) => method === 'POST' && creates);
    const deleting = routes.filter(({ method }) => method === 'DELETE');
    const [of200, of201] = [count(creating, 200), count(creating, 201)];
    const [deleted200, deleted204] = [count(deleting, 200), count(deleting, 204)];
    const own = {
      creating: of200 + of201,
      answering201: of201,
      deleting: deleted200 + deleted204,
      answering204: deleted204,
    };
    habit = addHabits(habit, own);
  }
  return habit;
}

/** Two parts of a project taken together; with `sign` -1, the first without the second. */
export function addHabits(a: Habit, b: Habit, sign: 1 | -1 = 1): Habit {
  return {
    creating: a.creating + sign * b.creating,
    answering201: a.answering201 + sign * b.answering201,
    deleting: a.deleting + sign * b.deleting,
    answering204: a.answering204 + sign * b.answering204,
  };
}

/** Routes that answer one code on success, and this one. */
function count(routes: readonly AnsweringRoute[], code: number): number {
  return routes.filter(({ effective }) => effective.length === 1 && effective[0] === code).length;
}
