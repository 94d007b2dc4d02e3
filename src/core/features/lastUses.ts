/** Takes names out of their imports where a fix has written over the last use of them. */

import { applyEdits, slice } from '../edits';
import { removeNames } from '../imports';
import type { Edit, Fix, Scan } from '../model';

/** A fix that leaves no import behind which nothing needs any more; for the modules see `removeNames`. */
export function withoutLastUses(fix: Fix, scan: Scan, text: string, modules: readonly string[]): Fix {
  // Asked of every fix after every keystroke, so it looks at the few words that go before it looks at the file.
  const gone = words(fix.edits.map(({ span }) => slice(text, span)));
  if (gone.size === 0) return fix;
  const written = words(fix.edits.map((edit) => edit.text));
  const names = namesOf(scan).filter((name) => gone.has(name) && !written.has(name));
  if (names.length === 0) return fix;
  const after = applyEdits(text, fix.edits);
  const left = names.filter((name) => count(name, after) === 1);
  const edits = removeNames(left, scan, text, modules).filter(({ span }) =>
    fix.edits.every((edit) => edit.span.end < span.start || span.end < edit.span.start),
  );
  return edits.length === 0 ? fix : { ...fix, edits: [...fix.edits, ...edits] };
}

/** Edits of a text that take out imported names which it uses no more, and which it used as it was before. */
export function unusedSince(before: string, scan: Scan, text: string, modules: readonly string[]): Edit[] {
  const left = namesOf(scan).filter((name) => count(name, text) === 1 && count(name, before) > 1);
  return removeNames(left, scan, text, modules);
}

/** Names that are called as they are where they come from: `import { a as b }` may be there to hand it on. */
function namesOf({ imports }: Scan): string[] {
  return imports.flatMap(({ local, path }) => (local === path ? [local] : []));
}

function words(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.match(/[\w$]+/g) ?? []));
}

/** How often a name stands in a text, in comments and strings too: an annotation may be a string. */
function count(name: string, text: string): number {
  return [...text.matchAll(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))].length;
}
