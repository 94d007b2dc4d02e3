/** Reads the templates of frameworks, each once. */

import type { Framework } from '../core/framework';
import { servedLanguage } from '../core/languages';
import { frameworkOf, readTemplate, type Template } from '../core/snippets/template';
import { javascriptTexts, snippetTexts } from '../frameworks/snippets';

const known = new Map<string, Template>();

/** In the order of the frameworks; some have none, and some have several. */
export function templatesOf(frameworks: readonly Framework[]): readonly Template[] {
  return frameworks.flatMap((framework) =>
    Object.entries(snippetTexts)
      .filter(([id, text]) => frameworkOf(id, text) === framework.id)
      .map(([id, text]) => {
        const template = known.get(id) ?? readTemplate(id, framework.language, text, javascriptTexts[id]);
        known.set(id, template);
        return template;
      }),
  );
}

/** Those for files of a language that VS Code knows: JavaScript has them without types. */
export function templatesFor(languageId: string, frameworks: readonly Framework[]): readonly Template[] {
  const served = servedLanguage(languageId)?.language;
  const templates = templatesOf(frameworks.filter(({ language }) => language === served));
  if (!/^javascript/.test(languageId)) return templates;
  return templates.flatMap(({ javascript }) => javascript ?? []);
}
