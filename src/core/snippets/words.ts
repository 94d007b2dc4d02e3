/** What offers are typed as, which can be told without the templates. */

/** What offers are typed as: handlers, and tests of them. */
export const offerKinds = ['route', 'test'] as const;

/** Is a word the beginning of what an offer is typed as, or does it go on from there. */
export function mayBeOffered(word: string, kinds: readonly string[] = offerKinds): boolean {
  return kinds.some((kind) => word !== '' && (kind.startsWith(word) || word.startsWith(`${kind}-`)));
}
