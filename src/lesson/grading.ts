/** Questions that graders of exercises ask of an exchange. */

import type { SeenExchange } from './chapter';

/** Was this the request, without its query, and this the answer. */
export function answered(exchange: SeenExchange, method: string, path: string | RegExp, status: number): boolean {
  const { request, response } = exchange;
  const sent = pathOf(exchange);
  const isPath = typeof path === 'string' ? sent === path : path.test(sent);
  return request.method === method && isPath && response.status === status;
}

export function pathOf({ request }: SeenExchange): string {
  return request.target.split('?', 1)[0] ?? '';
}

/** The value of a header of the answer; undefined where it has none. */
export function header({ response }: SeenExchange, name: string): string | undefined {
  return response.headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

/** The value of a header of the request; undefined where it has none. */
export function sentHeader({ request }: SeenExchange, name: string): string | undefined {
  return request.headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

/** Is there an exchange for each step, in this order; a step may look back at the one that the step before it took. */
export function inOrder(
  exchanges: readonly SeenExchange[],
  ...steps: readonly ((exchange: SeenExchange, before: SeenExchange | null) => boolean)[]
): boolean {
  return follows(exchanges, steps, null);
}

function follows(
  exchanges: readonly SeenExchange[],
  [step, ...rest]: readonly ((exchange: SeenExchange, before: SeenExchange | null) => boolean)[],
  before: SeenExchange | null,
): boolean {
  if (!step) return true;
  return exchanges.some(
    (exchange, index) => step(exchange, before) && follows(exchanges.slice(index + 1), rest, exchange),
  );
}

export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

export const jsonContent: readonly [string, string] = ['Content-Type', 'application/json'];
