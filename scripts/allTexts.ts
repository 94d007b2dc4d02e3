/** Collects every English text that is translated at run time, from the code and from the data. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../src/core/rules/registry';
import type { Syntax } from '../src/core/syntax';
import { frameworks } from '../src/frameworks/registry';
import { templatesOf } from '../src/snippets/templates';
import { codeTexts, type Text } from './codeTexts';
import { dataTexts } from './dataTexts';

/** Each text once, with the first place that says it: code file by file, then data. */
export async function allTexts(project: string, syntax: Syntax): Promise<readonly Text[]> {
  const texts: Text[] = [];
  for (const file of sourceFiles(project)) {
    const source = readFileSync(join(project, file), 'utf8').replaceAll('\r\n', '\n');
    texts.push(...(await codeTexts(file, source, syntax)));
  }
  texts.push(...dataTexts(rules, frameworks, templatesOf(frameworks)));
  return [...new Map([...texts].reverse().map((each) => [each.text, each])).values()].reverse();
}

function sourceFiles(project: string): readonly string[] {
  return readdirSync(join(project, 'src'), { recursive: true })
    .map((file) => `src/${String(file).replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !/\/example[^/]*$/.test(file))
    .sort();
}

/** The file that VS Code has translations by, with English in their place. */
export function bundleOf(texts: readonly Text[]): string {
  return `${JSON.stringify(Object.fromEntries(texts.map(({ text }) => [text, text])), null, 2)}\n`;
}
