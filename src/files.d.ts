/** Non-code files that esbuild embeds as text. */

declare module '*.scm' {
  const text: string;
  export default text;
}

declare module '*.py' {
  const text: string;
  export default text;
}

declare module '*.txt' {
  const text: string;
  export default text;
}

declare module '*.txt?javascript' {
  const text: string;
  export default text;
}
