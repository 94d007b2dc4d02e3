/** The files of snippets that package.json contributes; the build writes them. */

import { contributedSnippets } from '../core/snippets/contributed';
import { frameworks } from '../frameworks/registry';
import { templatesOf } from './templates';

/** What is in `dist/snippets`, by name. */
export function contributions(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const template of templatesOf(frameworks)) {
    const { id } = template;
    const name = template.name ?? frameworks.find((each) => each.id === template.framework)?.name ?? id;
    files.set(`${id}.json`, written(contributedSnippets(template, name)));
    const { javascript } = template;
    if (javascript) files.set(`${id}.javascript.json`, written(contributedSnippets(javascript, name)));
  }
  return files;
}

function written(snippets: object): string {
  return `${JSON.stringify(snippets, null, 2)}\n`;
}
