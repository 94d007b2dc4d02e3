/** What a translation has to be like: complete, without leftovers, and with everything of the English text that is not language. Pure. */

/** Texts by their keys; for those of the code, the key is the English text. */
export type Entries = Readonly<Record<string, string>>;

/**
 * What is wrong with the texts of a language, as lines for people.
 * @param same English texts that are right in this language too
 */
export function problemsOf(english: Entries, translated: Entries, same: readonly string[]): readonly string[] {
  const known = Object.entries(english).flatMap(([key, text]) => {
    const translation = translated[key];
    return translation ? [{ key, text, translation }] : [];
  });
  const alike = known.filter(({ text, translation }) => text === translation).map(({ text }) => text);
  return [
    ...Object.keys(english).flatMap((key) => (translated[key] ? [] : [`missing: ${key}`])),
    ...Object.keys(translated).flatMap((key) => (key in english ? [] : [`not used any more: ${key}`])),
    ...alike.flatMap((text) => (same.includes(text) ? [] : [`still English: ${text}`])),
    ...same.flatMap((text) => (alike.includes(text) ? [] : [`need not be excepted: ${text}`])),
    ...known.flatMap(({ key, text, translation }) =>
      differences(text, translation).map((difference) => `${difference}: ${key}`),
    ),
  ];
}

/** What is not language, and stands in every translation as it stands in English. */
const kept: readonly { readonly what: string; readonly pattern: RegExp; readonly mayBeAdded?: true }[] = [
  { what: 'placeholder', pattern: /\{\d+\}/g },
  { what: 'code', pattern: /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g },
  { what: 'link', pattern: /\]\([^)\s]+\)/g },
  { what: 'section', pattern: /§\d+(?:\.\d+)*/g },
  { what: 'status code', pattern: /(?<![\d.])[1-5](?:\d\d|xx)(?!\d)/g },
  { what: 'icon', pattern: /\$\([a-z-]+\)/g },
  { what: 'line break', pattern: /\n/g },
  // Languages join words with hyphens that English does not.
  { what: 'header', pattern: /\b[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+\b/g, mayBeAdded: true },
  { what: 'RFC', pattern: /RFC \d+/g, mayBeAdded: true },
];

function differences(text: string, translation: string): string[] {
  return kept.flatMap(({ what, pattern, mayBeAdded }) => {
    const own = new Set(text.match(pattern));
    const lost = [...own].filter((each) => !translation.includes(each));
    const added = mayBeAdded ? [] : [...new Set(translation.match(pattern))].filter((each) => !own.has(each));
    return [
      ...lost.map((each) => `without the ${what} ${JSON.stringify(each)}`),
      ...added.map((each) => `with a ${what} of its own, ${JSON.stringify(each)}`),
    ];
  });
}

/**
 * Every text in brackets, with its values outside of them. What is then said without brackets is either a value or has
 * not been through a translation.
 */
export function bracketed(english: Entries): Entries {
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => [key, `⟦${text.replaceAll(/\{\d+\}/g, '⟧$&⟦')}⟧`]),
  );
}

/** What a said text has outside of all brackets. */
export function outside(said: string): string {
  return said.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
}
