/** Reads the templates of frameworks, each once. */

import type { Framework } from '../core/framework';
import { frameworkOf, readTemplate, type Template } from '../core/snippets/template';
import { snippetTexts } from '../frameworks/snippets';

const known = new Map<string, Template>();

/** In the order of the frameworks; some have none, and some have several. */
export function templatesOf(frameworks: readonly Framework[]): readonly Template[] {
  return frameworks.flatMap((framework) =>
    Object.entries(snippetTexts)
      .filter(([id, text]) => frameworkOf(id, text) === framework.id)
      .map(([id, text]) => {
        const template = known.get(id) ?? readTemplate(id, framework.language, text);
        known.set(id, template);
        return template;
      }),
  );
}
