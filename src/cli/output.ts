/** Writes to stdout in pieces worth writing, as fast as they are taken. */

let pending = '';

/** A terminal shows each file at once; elsewhere a write for each would cost more than reading it. */
const enough = process.stdout.isTTY ? 0 : 65_536;

/** Waits where the reader of our output is slower than we are, so that it does not pile up in memory. */
export function print(text: string): Promise<void> | undefined {
  pending += text;
  if (pending.length <= enough || flush()) return undefined;
  return new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** Writes what is left; false where stdout would have us wait. */
export function flush(): boolean {
  const text = pending;
  pending = '';
  return text === '' || process.stdout.write(text);
}
