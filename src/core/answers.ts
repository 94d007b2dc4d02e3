/** What everybody asks of an answer: is it a success, and may content follow its code. */

import type { Answer, ContentEffect, Framework } from './model';

/** Is it an answer of the successful kind, as far as the file shows. */
export function isSuccess({ status }: Pick<Answer, 'status'>): boolean {
  return typeof status !== 'number' || status < 400;
}

/** May content follow this code (RFC 9110 §6.4.1: never 1xx, 204 and 304; 205 has none to send). */
export function sendsContent(code: number): boolean {
  return code >= 200 && code !== 204 && code !== 205 && code !== 304;
}

/** What the framework does with content that a call (`return` where there is none) gives to an answer of that code. */
export function contentEffect(framework: Framework, code: number, call: string): ContentEffect | null {
  const kind = code < 200 ? '1xx' : code;
  const effects = framework.answers.withoutContent;
  return (
    effects.find(({ codes, calls }) => codes.some((each) => each === kind) && (calls?.includes(call) ?? true)) ?? null
  );
}
