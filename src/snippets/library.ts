/** The templates and all that writes them out, as one bundle that is loaded when somebody first asks for a handler. */

import type { Framework } from '../core/framework';
import { handlerInsertion } from '../core/snippets/insertion';
import type { SnippetLibrary } from '../core/snippets/library';
import { resourceWords } from '../core/snippets/naming';
import { offersAt } from '../core/snippets/offers';
import { operationTitle } from '../core/snippets/operations';
import { readTemplate, type Template } from '../core/snippets/template';
import { snippetTexts } from '../frameworks/snippets';

export const library: SnippetLibrary = { templatesOf, offersAt, handlerInsertion, operationTitle, resourceWords };

const known = new Map<string, Template>();

function templatesOf(frameworks: readonly Framework[]): readonly Template[] {
  return frameworks.flatMap(({ id, language }) => {
    const text = snippetTexts[id];
    if (text === undefined) return [];
    const template = known.get(id) ?? readTemplate(id, language, text);
    known.set(id, template);
    return [template];
  });
}
