/** Keeps what is worked out for a text of a template, which is asked for again at every offer. */

/** More texts than all templates have. */
const most = 2000;

/** The same function, which works out each of its texts once. Texts are long: they are never put together to look them up. */
export function remembered<Rest extends readonly (string | null)[], Result>(
  compute: (text: string, ...rest: Rest) => Result,
): (text: string, ...rest: Rest) => Result {
  const known = new Map<string, Map<string, Result>>();
  let size = 0;
  return (text, ...rest) => {
    const ofText = known.get(text) ?? new Map<string, Result>();
    const key = rest.join('\n');
    const found = ofText.get(key);
    if (found !== undefined) return found;
    // What is written under the prefixes of routers is never the same for long.
    if (size >= most) {
      known.clear();
      ofText.clear();
      size = 0;
    }
    const result = compute(text, ...rest);
    known.set(text, ofText.set(key, result));
    size++;
    return result;
  };
}
