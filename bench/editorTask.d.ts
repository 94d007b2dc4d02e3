/** What `npm run bench:editor` asks a window to measure. */

/** `report` is the file for the result; the other paths are absolute too. */
export type Task = { readonly report: string } & (
  | {
      readonly kind: 'activation';
      readonly extension: string;
      readonly bare: string;
      /** Whether ours comes first. */
      readonly ours: boolean;
    }
  | { readonly kind: 'hover'; readonly file: string; readonly words: string }
  | { readonly kind: 'rest'; readonly files: readonly string[]; readonly extension?: string }
);
