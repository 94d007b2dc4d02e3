/** The files of snippets that package.json contributes; the build writes them. */

import { contributedSnippets } from '../core/snippets/contributed';
import { readTemplate, type Template } from '../core/snippets/template';
import { frameworks } from '../frameworks/registry';
import { snippetTexts } from '../frameworks/snippets';

/** What is in `dist/snippets`, by name. */
export function contributions(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { id, name, language } of frameworks) {
    const text = snippetTexts[id];
    if (text === undefined) continue;
    const template: Template = readTemplate(id, language, text);
    files.set(`${id}.json`, written(contributedSnippets(template, name)));
    const javascript = template.sections.filter((section) => section.javascript);
    if (javascript.length > 0)
      files.set(`${id}.javascript.json`, written(contributedSnippets(template, name, javascript)));
  }
  return files;
}

function written(snippets: object): string {
  return `${JSON.stringify(snippets, null, 2)}\n`;
}
