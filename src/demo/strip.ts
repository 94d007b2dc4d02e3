/** Takes characters off both ends of a text, in time that grows with its length: a regular expression can take its square. */

export function strip(text: string, isBlank: (char: string) => boolean): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charAt(start))) start += 1;
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** What may surround the value of a header and the parts of a list in it (RFC 9110 5.6.3). */
export function stripHeader(text: string): string {
  return strip(text, (char) => char === ' ' || char === '\t');
}
