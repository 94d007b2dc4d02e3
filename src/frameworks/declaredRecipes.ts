/** How code that declares its status on the decorator is rewritten, and still imports and runs: FastAPI, Litestar. */

import { isSuccess, sendsContent } from '../core/answers';
import {
  addArgument,
  hasOwnLines,
  insert,
  lineIndent,
  newline,
  removeArgument,
  removeLines,
  replace,
  slice,
} from '../core/edits';
import type { AnswerRequest, Recipes } from '../core/framework';
import type { Answer, Edit } from '../core/model';

/**
 * `responseModule` has the `Response` class that a returned response without content is rebuilt with; null where
 * returned responses are left alone.
 */
export function declaredRecipes(responseModule: string | null): Recipes {
  return { answerWith: (request) => answerWith(request, responseModule), document };
}

/** One more entry in `responses={404: {...}}`, in the way the last one is laid out. */
function document({ route, phrase, spelled, text }: AnswerRequest): readonly Edit[] | null {
  const responses = route.anatomy.registration?.arguments.find(({ name }) => name === 'responses');
  const written = responses ? slice(text, responses.value) : '';
  if (!responses || !/^\{.*\}$/s.test(written)) return null;
  const inside = written.slice(1, -1);
  const entry = `${spelled}: {"description": "${phrase}"}`;
  const at = responses.value.start + 1 + inside.trimEnd().length;
  const comma = inside.trimEnd().endsWith(',');
  const lines = /\n([ \t]*)\S[^\n]*$/.exec(inside.trimEnd());
  if (!lines) return [insert(at, `${comma ? ' ' : ', '}${entry}`)];
  const indent = /^\s*\n([ \t]*)/.exec(inside)?.[1] ?? lines[1] ?? '';
  return [insert(at, `${comma ? '' : ','}${newline(text)}${indent}${entry}${comma ? ',' : ''}`)];
}

function answerWith(request: AnswerRequest, responseModule: string | null): readonly Edit[] | null {
  const { route, code } = request;
  const { registration, answers, statusWrites } = route.anatomy;
  // Where the handler sets the status while it runs, a status on the decorator would change nothing.
  if (!registration || route.decidedElsewhere || statusWrites.length > 0) return null;
  const successes = answers.filter(isSuccess);
  if (successes.some((answer) => answer.status === 'dynamic')) return null;

  const [first] = successes;
  if (request.alone && first?.kind === 'response' && first.statusAt)
    return responseEdits(first, request, responseModule);
  const edits: Edit[] = [declare(request)];
  for (const answer of successes) {
    const edited =
      answer.kind === 'response'
        ? responseEdits(answer, request, responseModule)
        : sendsContent(code)
          ? []
          : emptied(answer, request);
    if (!edited) return null;
    edits.push(...edited);
  }
  if (!sendsContent(code)) edits.push(...withoutModel(request, successes));
  return edits;
}

function declare({ route, spelled, text }: AnswerRequest): Edit {
  const list = route.anatomy.registration ?? { span: route.head, arguments: [] };
  const status = list.arguments.find((argument) => argument.name === 'status_code');
  return status ? replace(status.value, spelled) : addArgument(list, `status_code=${spelled}`, text);
}

/** A returned response object carries its own status, which wins over the decorator's. */
function responseEdits(answer: Answer, request: AnswerRequest, responseModule: string | null): Edit[] | null {
  const { code, spelled, text } = request;
  const { call } = answer;
  if (!call || responseModule === null) return null;
  // A redirect stays one, and nothing else becomes one.
  if (typeof answer.status === 'number' && !request.alone && kindOf(answer.status) !== kindOf(code)) return null;
  if (!sendsContent(code)) {
    // uvicorn drops the connection when a body follows a 204 head, so the response must be one without content.
    if (answer.body && answer.body.effects !== 'none') return null;
    const keeps = call.arguments.arguments.filter(
      (argument) => argument.name === 'headers' || argument.name === 'background',
    );
    const kept = keeps.map((argument) => `, ${slice(text, argument.span)}`).join('');
    const imported = request.importName(responseModule, 'Response');
    return imported && [replace(call.span, `Response(status_code=${spelled}${kept})`), ...imported];
  }
  if (answer.statusAt) return [replace(answer.statusAt, spelled)];
  return [addArgument(call.arguments, `status_code=${spelled}`, text)];
}

function kindOf(code: number): 'redirect' | 'not modified' | 'other' {
  if (code === 304) return 'not modified';
  return code >= 300 && code < 400 ? 'redirect' : 'other';
}

/** The `return` of a value becomes one of nothing; what the value's expression does stays. */
function emptied(answer: Answer, { text }: AnswerRequest): Edit[] | null {
  if (answer.kind === 'nothing') return [];
  const { body, statement } = answer;
  if (!body || !statement || body.effects === 'inner') return null;
  if (body.effects === 'call') {
    const kept = replace({ start: statement.start, end: body.span.start }, '');
    return answer.last
      ? [kept]
      : [kept, insert(statement.end, `${newline(text)}${lineIndent(text, statement.start)}return`)];
  }
  return answer.last && !answer.alone && hasOwnLines(statement, text)
    ? [removeLines(statement, text)]
    : [replace(statement, 'return')];
}

/** FastAPI asserts at import that a status without content has no response model, annotated or named. */
function withoutModel({ route, text }: AnswerRequest, successes: readonly Answer[]): Edit[] {
  const { registration, returnType } = route.anatomy;
  const edits: Edit[] = [];
  for (const argument of registration?.arguments ?? []) {
    // A class such as `RedirectResponse` cannot be made of nothing.
    const speaksOfContent = argument.name === 'response_model' || argument.name === 'response_class';
    if (registration && speaksOfContent && slice(text, argument.value) !== 'None')
      edits.push(removeArgument(registration, argument, text));
  }
  const returnsResponse = successes.length > 0 && successes.every((answer) => answer.kind === 'response');
  if (returnType && slice(text, returnType) !== 'None')
    edits.push(replace(returnType, returnsResponse ? 'Response' : 'None'));
  return edits;
}
