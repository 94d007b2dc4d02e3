/** Reads constructions of a framework's responses, and tuples that stand for one: their status and their body. */

import type { Answer, AnswerBody } from '../../model';
import type { SyntaxNode } from '../../syntax';
import { answerCall, argument } from '../calls';
import { isFrameworkName } from '../context';
import type { CallParts } from '../dialect';
import { propertyOf } from '../members';
import { lastName } from '../names';
import { same, span } from '../nodes';
import { responseClassOf } from '../responseObject';
import { bodyOf, effectsOf } from './bodies';
import { type AnswerStatus, type ReadingState, statusOf, unsaid } from './state';

/** What a response says by itself. */
export type Response = AnswerStatus & Pick<Answer, 'body' | 'call'>;

/** A construction of one of the framework's response objects, or a call that makes one: `Response.json(...)`. */
export function responseCall(state: ReadingState, node: SyntaxNode): Response | null {
  const parts = state.context.dialect.call(node);
  const reference = parts ? state.context.names.resolve(parts.callee) : null;
  const name = reference ? responseClassOf(reference.path, state.framework) : null;
  if (!parts || !name || !isFrameworkName(reference, name, state.framework)) return null;
  const at = statusArgument(state, parts, name);
  const content = contentArgument(state, parts);
  return {
    ...(at ? statusOf(state, at) : { ...unsaid, status: state.framework.answers.responseClasses[name] ?? 'default' }),
    body: content && !same(content, at) ? wrappedBody(state, content) : null,
    call: answerCall(name, node, node, parts),
  };
}

/** `body, status` or `body, status, headers`; null for a tuple or list without a status. */
export function responseTuple(state: ReadingState, node: SyntaxNode): (AnswerStatus & Pick<Answer, 'body'>) | null {
  const [body, status] = state.context.dialect.elements(node);
  const found = status ? statusOf(state, status) : null;
  if (!body || !found || (found.status === 'dynamic' && found.possible.length === 0)) return null;
  return { ...found, body: wrappedBody(state, body) };
}

function contentArgument(state: ReadingState, parts: CallParts): SyntaxNode | null {
  for (const keyword of state.framework.answers.contentKeywords) {
    const named = argument(parts, null, keyword);
    if (named) return named;
  }
  return argument(parts, 0, null);
}

/** Where a response's own status stands, by the framework's table. */
function statusArgument(state: ReadingState, parts: CallParts, name: string): SyntaxNode | null {
  for (const { name: own, of, at } of state.framework.positions) {
    if (of === 'response' || of === 'router' || (own !== name && own !== lastName(name))) continue;
    const value = argument(parts, at.index ?? null, at.keyword ?? null);
    const found = value && at.property !== undefined ? propertyOf(value, at.property, state.context) : value;
    if (found) return found;
  }
  return null;
}

/** What is sent by `jsonify(x), 204`: the content that the response around it is made of. */
function wrappedBody(state: ReadingState, node: SyntaxNode): AnswerBody {
  const here = state.context.dialect.peel(node);
  const response = responseCall(state, here);
  const parts = response ? state.context.dialect.call(here) : null;
  if (!response || !parts) return bodyOf(node, state.context);
  const given = parts.arguments.length > 0;
  return {
    span: span(node),
    content: response.body?.content ?? (given ? 'value' : 'empty'),
    effects: parts.arguments.every((item) => effectsOf(item.value, state.context) === 'none') ? 'none' : 'inner',
    mayBeNothing: false,
    failure: response.body?.failure ?? false,
  };
}
