/** The registry of status codes: what each says, where it is defined, and what it asks of server, cache and client. */

import type { StatusCode } from './model';
import { clientErrors } from './statusCodes/clientErrors';
import { informational } from './statusCodes/informational';
import { redirections } from './statusCodes/redirections';
import { serverErrors } from './statusCodes/serverErrors';
import { successes } from './statusCodes/successes';
import { unregisteredCodes } from './statusCodes/unregistered';

/** Every code the coach can explain, in ascending order: the IANA registry and well-known codes outside it. */
export const allStatusCodes: readonly StatusCode[] = [
  ...informational,
  ...successes,
  ...redirections,
  ...clientErrors,
  ...serverErrors,
  ...unregisteredCodes,
].sort((a, b) => a.code - b.code);

const byCode: ReadonlyMap<number, StatusCode> = new Map(allStatusCodes.map((status) => [status.code, status]));

/** What is known about a code; undefined when neither the registry nor a well-known convention names it. */
export function statusCode(code: number): StatusCode | undefined {
  return byCode.get(code);
}

/** The phrase people know a code by: the registry calls 306 and 418 only `(Unused)`. */
export function usualPhrase(code: number): string | undefined {
  const known = byCode.get(code);
  return known && ((known.standing === 'unused' ? known.formerPhrases[0] : undefined) ?? known.phrase);
}

export type StatusClass = 1 | 2 | 3 | 4 | 5;

export const statusClassNames: Readonly<Record<StatusClass, string>> = {
  1: 'Informational',
  2: 'Successful',
  3: 'Redirection',
  4: 'Client error',
  5: 'Server error',
};

/** The class of any code, known or not; undefined for what is no valid code: outside 100 to 599 (RFC 9110 §15) or a fraction. */
export function statusClass(code: number): StatusClass | undefined {
  if (!Number.isInteger(code)) return undefined;
  switch (Math.floor(code / 100)) {
    case 1:
      return 1;
    case 2:
      return 2;
    case 3:
      return 3;
    case 4:
      return 4;
    case 5:
      return 5;
    default:
      return undefined;
  }
}
