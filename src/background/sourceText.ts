/** Turns the bytes of a file into the text that VS Code would show for it. */

/**
 * Null for bytes that VS Code may show in other lines than we would: not in UTF-8, or with lines that a lone carriage
 * return ends.
 */
export function sourceText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /\r(?!\n)/.test(text) ? null : text;
  } catch {
    return null;
  }
}
