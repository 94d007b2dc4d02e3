/** Makes the JavaScript of a template of handlers from its TypeScript, so that both are one text. */

import { readFile } from 'node:fs/promises';
import amaro from 'amaro';

/** For esbuild: `snippets.txt?javascript` is a template of TypeScript without its types. */
export const javascriptTemplates = {
  name: 'javascript-templates',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.txt$/ }, async ({ path, suffix }) =>
      suffix === '?javascript' ? { contents: eraseTypes(await readFile(path, 'utf8')), loader: 'text' } : undefined,
    );
  },
};

/** Where a person may write something else, in comments that the parser passes over. */
const marks = /** @type {const} */ ([
  ['«', '/*<*/'],
  ['»', '/*>*/'],
]);

/**
 * The template without its types; files that it names end in `.js`. One whose handlers are for TypeScript alone, because
 * they need decorators, says `javascript: tests` at its top.
 * @param {string} template in TypeScript
 * @returns {string}
 */
export function eraseTypes(template) {
  const [head = '', ...all] = template.split(/^(?=\/\/ ---)/m);
  const testsOnly = /^\/\/ javascript: tests$/m.test(head);
  const sections = testsOnly ? ['// --- frame\n', ...all.filter((section) => section.startsWith('// --- test-'))] : all;
  return [head, ...sections.map(withoutTypes)].join('').replace(/^(\/\/ .*\bfile: [^|\n]+)\.ts\b/gm, '$1.js');
}

/** @param {string} section */
function withoutTypes(section) {
  const marked = marks.reduce((text, [sign, comment]) => text.replaceAll(sign, comment), section);
  const { code } = amaro.transformSync(marked, { mode: 'strip-only' });
  if (code.length !== marked.length) throw new Error(`Types were not erased in their place:\n${section}`);
  const tight = closed(marked, code)
    .replace(/,? *\{ *\} from /g, ' from ')
    .replace(/^import +from .*\n/gm, '')
    .replace(/\n{3,}/g, '\n\n');
  return marks.reduce((text, [sign, comment]) => text.replaceAll(comment, sign), tight);
}

/**
 * Closes the gaps that types have left, which the eraser fills with blanks.
 * @param {string} source
 * @param {string} erased of the same length
 */
function closed(source, erased) {
  let result = '';
  for (let at = 0; at < erased.length; at++) {
    if (erased[at] === source[at]) {
      result += erased[at];
      continue;
    }
    // To the end of the gap: blanks that were blanks before belong to it when more was erased behind them.
    let end = at + 1;
    for (let next = end; next < erased.length && /\s/.test(erased[next] ?? ''); next++) {
      if (erased[next] !== source[next]) end = next + 1;
    }
    const before = result.slice(result.lastIndexOf('\n') + 1);
    if (before.trim() === '') while (erased[end] === ' ') end++;
    else if (/[\s,;)\]}]/.test(erased[end] ?? '\n')) result = result.trimEnd() + (erased[end] === '}' ? ' ' : '');
    at = end - 1;
  }
  return result;
}
