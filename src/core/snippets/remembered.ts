/** Keeps what is worked out for a text of a template, which is asked for again at every offer. */

/** More texts than all templates have. */
const most = 2000;

/** The same function, which works out each of its texts once. */
export function remembered<Rest extends readonly (string | null)[], Result>(
  compute: (text: string, ...rest: Rest) => Result,
): (text: string, ...rest: Rest) => Result {
  const known = new Map<string, Result>();
  return (text, ...rest) => {
    const key = [...rest, text].join('\n');
    const found = known.get(key);
    if (found !== undefined) return found;
    // What is written under the prefixes of routers is never the same for long.
    if (known.size >= most) known.clear();
    const result = compute(text, ...rest);
    known.set(key, result);
    return result;
  };
}
