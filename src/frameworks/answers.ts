/** What recipes of several frameworks ask of an answer. */

import type { Answer } from '../core/model';

/** Is it an answer of the successful kind, as far as the file shows. */
export function isSuccess(answer: Answer): boolean {
  return typeof answer.status !== 'number' || answer.status < 400;
}

/** May content follow this code (RFC 9110 §6.4.1: never 1xx, 204 and 304; 205 has none to send). */
export function sendsContent(code: number): boolean {
  return code >= 200 && code !== 204 && code !== 205 && code !== 304;
}
