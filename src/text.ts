/** What people read, in their language: the English text is the key of its translation, and without a translation English is said. */

import { config, t } from '@vscode/l10n';

export { t };

/** Translations by their English texts, as VS Code has loaded them. */
export type Translations = Readonly<Record<string, string>>;

/** To be called before anything is said; without translations, English is. */
export function speak(translations: Translations | undefined): void {
  config({ contents: translations ?? {} });
  spoken += 1;
}

let spoken = 0;

/** What takes time to make of texts: made when it is first asked for, and anew for another language. */
export function onceALanguage<Made>(make: () => Made): () => Made {
  let made: { readonly at: number; readonly value: Made } | undefined;
  return () => {
    if (made?.at !== spoken) made = { at: spoken, value: make() };
    return made.value;
  };
}

/** One sentence after another; what is empty is left out. */
export function sentences(...said: readonly (string | null | undefined | false)[]): string {
  return said.reduce<string>((before, next) => (before && next ? t`${before} ${next}` : next || before), '');
}

/** `200, 201` stay apart in every language; this is for where one of them comes true: `200 or 201`. */
export function either(said: readonly string[]): string {
  return said.reduce((before, next) => t`${before} or ${next}`);
}

/** Parts of one sentence that could each be one. */
export function clauses(said: readonly string[]): string {
  return said.filter(Boolean).reduce((before, next) => (before === '' ? next : t`${before}; ${next}`), '');
}
