/** The manifest as VS Code shows it: with the texts of package.nls.json in their places. Pure. */

/** Takes and returns JSON. Throws where a text is missing. */
export function resolved(manifest: string, texts: string): string {
  const known: Readonly<Record<string, string>> = JSON.parse(texts);
  return JSON.stringify(JSON.parse(manifest), (_, value: unknown) => {
    const key = typeof value === 'string' ? /^%([\w.-]+)%$/.exec(value)?.[1] : undefined;
    if (key === undefined) return value;
    const text = known[key];
    if (text === undefined) throw new Error(`package.nls.json has no text for ${key}`);
    return text;
  });
}

/** The keys that the manifest asks for, in its order. */
export function textKeys(manifest: string): readonly string[] {
  return [...new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key))];
}
