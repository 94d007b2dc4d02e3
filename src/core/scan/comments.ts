/** Asks the syntax whether what was written at a place is a comment there, and whether it left the text sound. */

import type { ParsedText } from '../syntax';

export function isComment({ root }: ParsedText, offset: number): boolean {
  return root.descendantForIndex(offset, offset + 1)?.type === 'comment';
}

/** Is the text free of syntax errors. */
export function isSound({ root }: ParsedText): boolean {
  return !root.hasError;
}
