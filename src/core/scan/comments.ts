/** Asks the syntax whether what was written is a comment where it stands, and broke nothing. */

import type { ParsedText } from '../syntax';

/** `before` is the text without the comment, `at` the offset of the comment in the text `after`. */
export function isHarmlessComment(before: ParsedText | null, after: ParsedText, at: number): boolean {
  const node = after.root.descendantForIndex(at, at + 1);
  return node?.type === 'comment' && (!after.root.hasError || before?.root.hasError === true);
}
