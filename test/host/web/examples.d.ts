/** The files of `examples/` by their paths, as the build embeds them. */

declare module 'examples' {
  export const files: Readonly<Record<string, string>>;
}
