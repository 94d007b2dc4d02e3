/** What the page shows of a status besides its number: the class in words, as an icon and as a colour. */

import { strings } from './strings';

export interface StatusClass {
  /** `1` to `5`; for the style sheet. */
  readonly digit: string;
  readonly name: string;
  /** Of the codicons, so that no class is told by its colour alone. */
  readonly icon: string;
}

const icons: Readonly<Record<string, string>> = { 1: 'info', 2: 'pass', 3: 'arrow-right', 4: 'warning', 5: 'error' };

/** The class of a status code (RFC 9110 §15). */
export function statusClass(status: number): StatusClass {
  const digit = String(Math.floor(status / 100));
  return { digit, name: strings.classes[digit] ?? strings.unknownClass, icon: icons[digit] ?? 'info' };
}
