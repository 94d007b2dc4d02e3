/** Writes a request for another tool: curl, an .http file, Python with httpx, fetch. */

import type { PanelRequest } from '../protocol';

export const formats = ['curl', 'http', 'python', 'fetch'] as const;
export type Format = (typeof formats)[number];

/** `base` is the address of the server, without a slash at the end. */
export function copyAs(format: Format, base: string, request: PanelRequest): string {
  const url = `${base}${request.target}`;
  switch (format) {
    case 'curl':
      return curl(url, request);
    case 'http':
      return httpFile(url, request);
    case 'python':
      return python(url, request);
    case 'fetch':
      return fetchCall(url, request);
  }
}

function curl(url: string, { method, headers, body }: PanelRequest): string {
  // `--globoff`, or curl would read braces and brackets of an address as a pattern.
  const first = method === 'HEAD' ? '--head' : `--request ${method}`;
  const lines = [`curl --include --globoff ${first} ${shellWord(url)}`];
  // curl drops a header that is written with a colon and no value; with a semicolon it sends it empty.
  for (const [name, value] of headers)
    lines.push(`--header ${shellWord(value === '' ? `${name};` : `${name}: ${value}`)}`);
  if (body !== null) lines.push(`--data-raw ${shellWord(body)}`);
  return lines.join(' \\\n  ');
}

/** In single quotes nothing has a meaning to a shell, a single quote apart. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** As the REST clients of editors read it. */
function httpFile(url: string, { method, headers, body }: PanelRequest): string {
  const head = [`${method} ${url} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return body === null ? `${head}\n` : `${head}\n\n${body}\n`;
}

function python(url: string, { method, headers, body }: PanelRequest): string {
  const options = [
    ...(headers.length > 0
      ? [`headers=[${headers.map((pair) => `(${pair.map(pythonText).join(', ')})`).join(', ')}]`]
      : []),
    ...(body === null ? [] : [`content=${pythonText(body)}.encode()`]),
  ];
  const call = [pythonText(method), pythonText(url), ...options].join(',\n    ');
  return `import httpx\n\nresponse = httpx.request(\n    ${call},\n)\nprint(response.status_code, response.text)\n`;
}

/** JSON's escapes are Python's too, but for halves of pairs, which \\u spells in both. */
function pythonText(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

function fetchCall(url: string, { method, headers, body }: PanelRequest): string {
  const options = [
    `method: ${JSON.stringify(method)}`,
    ...(headers.length > 0 ? [`headers: [${headers.map((pair) => JSON.stringify(pair)).join(', ')}]`] : []),
    ...(body === null ? [] : [`body: ${JSON.stringify(body)}`]),
  ];
  return `const response = await fetch(${JSON.stringify(url)}, {\n  ${options.join(',\n  ')},\n});\nconsole.log(response.status, await response.text());\n`;
}
