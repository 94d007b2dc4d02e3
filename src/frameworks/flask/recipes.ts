/** How Flask code is rewritten so that a view answers with a code, or sends a Location: the returned tuple says it. */

import { isSuccess, sendsContent } from '../../core/answers';
import { insert, lineIndent, newline, replace, slice } from '../../core/edits';
import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Answer, Edit, Route } from '../../core/model';
import { fString, hasParameters, parametersOf } from '../locations';

export const recipes: Recipes = { answerWith, locate };

function answerWith(request: AnswerRequest): readonly Edit[] | null {
  const { route, code } = request;
  const successes = route.anatomy.answers.filter(isSuccess);
  // A handler that serves several methods has answers of each, and which is whose cannot be told.
  if (route.sharesDeclaration || route.anatomy.statusWrites.length > 0 || successes.length === 0) return null;
  const edits = successes.map((answer) => (sendsContent(code) ? coded(answer, request) : emptied(answer, request)));
  return edits.every((edit) => edit !== null) ? edits : null;
}

function coded(answer: Answer, { spelled, text }: AnswerRequest): Edit | null {
  // `(None, 201)` is an error in Flask, so a view that returns nothing has to be given something by hand.
  if (answer.status === 'dynamic' || answer.kind === 'nothing') return null;
  if (answer.statusAt) return replace(answer.statusAt, spelled);
  if (isTuple(answer, text) || (answer.kind === 'response' && answer.status !== 200)) return null;
  return insert(answer.span.end, `, ${spelled}`);
}

/** Is more returned than the body: headers, without a status. */
function isTuple({ kind, span }: Answer, text: string): boolean {
  let depth = 0;
  for (const sign of slice(text, span).replace(/(["'])(?:\\.|(?!\1).)*\1/g, '')) {
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
    else if (sign === ',' && depth === 0) return kind === 'value';
  }
  return false;
}

function emptied(answer: Answer, { spelled, text }: AnswerRequest): Edit | null {
  const { body, statement, kind } = answer;
  if (!statement || kind === 'nothing' || answer.status === 'dynamic') return null;
  if (kind === 'response' && answer.status !== 200 && !answer.statusAt) return null;
  if (body && body.effects === 'inner') return null;
  const kept =
    body?.effects === 'call' ? `${slice(text, body.span)}${newline(text)}${lineIndent(text, statement.start)}` : '';
  return replace(statement, `${kept}return "", ${spelled}`);
}

/** Headers are the third of what is returned, behind the body and the status. */
function locate(request: AnswerRequest, created: Created): readonly Edit[] | null {
  const { text } = request;
  const { span, statusAt, kind, statement } = created.answer;
  const code = statusAt ?? { start: span.end, end: span.end };
  // Neither a third entry nor the arguments of a call may follow the status.
  if (!statement || kind === 'nothing' || !/^\s*,?\s*\)?$/.test(text.slice(code.end, span.end))) return null;
  if (!statusAt && isTuple(created.answer, text)) return null;
  if (statusAt && kind === 'response' && !/,\s*$/.test(text.slice(span.start, statusAt.start))) return null;
  const address = byEndpoint(request, created) ?? byPath(request, created);
  if (!address) return null;
  return [insert(code.end, `, {"Location": ${address.written}}`), ...address.imports];
}

interface Address {
  readonly written: string;
  readonly imports: readonly Edit[];
}

/** `url_for` with the name of the view; a dot in front looks for it in the blueprint of the request, or in the app. */
function byEndpoint({ route, text, importName }: AnswerRequest, { reader, id }: Created): Address | null {
  const path = reader.path ?? '';
  const names = [...path.matchAll(/<(?:[^<>:]*:)?(\w+)>/g)].map(([, name]) => name ?? '');
  const last = names.pop();
  const given = parametersOf(route, text)?.all.map(({ name }) => name) ?? [];
  const registered = reader.anatomy.registration?.arguments;
  const named = registered === undefined || registered.some(({ name }) => name === 'endpoint');
  if (named || !reader.handler || !last) return null;
  // A view is given all of its path, so that another parameter would be one of a prefix that stands elsewhere.
  if (given.length !== names.length || !names.every((name) => given.includes(name))) return null;
  const owner = ownerOf(route, text);
  if (owner === null || owner !== ownerOf(reader, text)) return null;
  const imports = importName(packageOf(text), 'url_for');
  const app = new RegExp(`^${owner}\\b[^\\n=]*=\\s*(?:\\w+\\.)?(?:Flask|Quart)\\(`, 'm').test(text);
  const others = names.map((name) => `${name}=${name}, `).join('');
  return imports && { written: `url_for("${app ? '' : '.'}${reader.handler}", ${others}${last}=${id})`, imports };
}

/** The address that was posted to: views that are classes, or registered apart, have names of other kinds. */
function byPath({ route, text, importName }: AnswerRequest, created: Created): Address | null {
  const imports = importName(packageOf(text), 'request');
  if (hasParameters(route) || !imports) return null;
  return { written: fString('request.base_url', route, created, true), imports };
}

/** What a route is registered on: `bp` of `bp.post`. */
function ownerOf({ head }: Route, text: string): string | null {
  return /^@?(\w+)\.\w+$/.exec(slice(text, head))?.[1] ?? null;
}

function packageOf(text: string): string {
  return /^\s*(?:from|import)\s+quart\b/m.test(text) ? 'quart' : 'flask';
}
