/** How FastAPI code is rewritten: like all that declares its status, and with a Location where something was created. */

import { insert, lineIndent, newline } from '../../core/edits';
import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';
import { declaredRecipes } from '../declaredRecipes';

export const recipes: Recipes = { ...declaredRecipes('fastapi'), locate };

/** `request.url_for` knows the prefixes that routers are included under, wherever that is done. */
function locate({ route, text, importName }: AnswerRequest, created: Created): readonly Edit[] | null {
  const { reader, parameter, id, answer } = created;
  const { handler } = route.anatomy;
  if (!handler || !reader.handler || answer.kind !== 'value' || !answer.statement) return null;
  const before = text.slice(handler.start, answer.statement.start);
  const opening = /^(?:async\s+)?def\s+\w+\s*\(/.exec(before)?.[0];
  if (
    opening === undefined ||
    /\b(?:request|response)\b/.test(before) ||
    /^\s*self\b/.test(before.slice(opening.length))
  )
    return null;
  const imports = [importName('fastapi', 'Request'), importName('fastapi', 'Response')];
  const line = `response.headers["Location"] = str(request.url_for("${reader.handler}", ${parameter}=${id}))`;
  const found = imports.flatMap((edits) => edits ?? []);
  return imports.some((edits) => edits === null)
    ? null
    : [
        parameters(handler.start + opening.length, text),
        insert(answer.statement.start, `${line}${newline(text)}${lineIndent(text, answer.statement.start)}`),
        ...found,
      ];
}

/** Two more parameters in front of the others, on lines of their own where those are. */
function parameters(at: number, text: string): Edit {
  const written = ['request: Request', 'response: Response'];
  const rest = text.slice(at);
  const indent = /^[ \t]*\r?\n([ \t]*)/.exec(rest)?.[1];
  if (indent !== undefined) return insert(at, written.map((each) => `${newline(text)}${indent}${each},`).join(''));
  return insert(at, `${written.join(', ')}${/^\s*\)/.test(rest) ? '' : ', '}`);
}
