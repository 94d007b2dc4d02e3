/** How questions on the way to a status code are written down, before they become a graph. */

import type { Method } from '../../model';

/** An answer leads to another question, or to a code for a reason. */
export type WrittenAnswer =
  | { readonly text: string; readonly detail?: string; readonly to: string; readonly methods?: readonly Method[] }
  | { readonly text: string; readonly code: number; readonly reason: string; readonly note?: string };

/** By the identifier of the question: what is asked, and the answers. */
export type WrittenQuestions = Readonly<Record<string, readonly [ask: string, ...WrittenAnswer[]]>>;
