/** Makes the snippets that VS Code offers by itself, whether our engine runs or not. */

import { operationTitle } from './operations';
import { partsOf } from './parts';
import type { Section, Template } from './template';
import { asNumber, snippetBody } from './writing';

/** A snippet as the file that package.json contributes has it. */
export interface ContributedSnippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

export function prefixOf(section: Section, template: Template): string {
  return `${template.prefix}-${section.operation}`;
}

/** One snippet for each section; `name` is what people call the framework. */
export function contributedSnippets(
  template: Template,
  name: string,
  sections: readonly Section[] = template.sections,
): Readonly<Record<string, ContributedSnippet>> {
  return Object.fromEntries(
    sections.map((section) => [
      `${name}${section.isTest ? ' test' : ''}: ${operationTitle(section.operation)}`,
      {
        prefix: prefixOf(section, template),
        description: section.description,
        body: bodyOf(section, template).split('\n'),
      },
    ]),
  );
}

function bodyOf(section: Section, template: Template): string {
  const parts = partsOf(section.code, template.language, template.router);
  const names = {
    router: null,
    usualRouter: template.router,
    status: asNumber,
    wellFormed: false,
    resource: ['item'],
    asksForResource: true,
  };
  return snippetBody(parts, names, template.language);
}
