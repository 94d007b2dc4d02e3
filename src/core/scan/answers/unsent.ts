/** Says of a status that a handler sets whether it is certain that nothing is sent on the way from there to its end. */

import type { SyntaxNode } from '../../syntax';
import type { ScanContext } from '../context';
import type { Handler } from '../handlers';
import { forPattern } from '../names';
import { code, field, nodesAt, same } from '../nodes';

/**
 * True where `write`, the call or property that sets the status on the response object called `name`, is followed on its
 * way by nothing that could send: no use of the response, no `next`, no request handed on. All that cannot be followed,
 * such as loops, callbacks and wrappers around the handler, is false.
 */
export function endsUnsent(write: SyntaxNode, name: string, handler: Handler, context: ScanContext): boolean {
  if (!isOnlyTheWrite(write, name, context) || isWrapped(handler.node, context)) return false;
  const owner = functionAround(write, context);
  const body = owner && context.dialect.function(owner)?.body;
  const nested = !same(owner, handler.node);
  if (!owner || !body || (nested && callbackOf(owner, context) !== 'then')) return false;
  const others = mentionsOf(name, handler, context).filter((node) => !holds(write, node));
  const statement = statementOf(write);
  // `(req, res) => res.status(204)`
  if (!statement) return !nested && same(body, write) && others.length === 0;
  // What a callback returns is handed on to the next one.
  if (!handlesItself(statement, write) || (nested && statement.type === 'return_statement')) return false;
  const behind = wayFrom(statement, owner, body);
  return (
    behind !== null &&
    others.every((node) => {
      const around = functionAround(node, context);
      // A callback answers when it likes, also after the handler has ended; one for errors answers instead of this.
      if (!same(around, owner) && !same(around, handler.node))
        return nested && around !== null && callbackOf(around, context) === 'catch';
      if (behind.some((part) => holds(part, node))) return false;
      const later = node.startIndex > write.startIndex && same(around, owner);
      return later || isPassed(node, statement, handler);
    })
  );
}

/** The method of a promise that a function is given to: `then`, `catch`. */
function callbackOf(node: SyntaxNode, context: ScanContext): string | null {
  const place = context.dialect.place(node);
  const call = place?.kind === 'argument' && place.index === 0 ? context.dialect.call(place.call) : null;
  return (call && context.dialect.member(call.callee)?.property.text) ?? null;
}

const bare = /^(?:expression_statement|return_statement)$/;
const unclear = /^(?:for|while|do|switch|labeled|with)_.*|^for_in_statement$|^finally_clause$/;

/** `res.status(404)` alone: what is chained behind it may send. */
function isOnlyTheWrite(write: SyntaxNode, name: string, context: ScanContext): boolean {
  const call = context.dialect.call(write);
  const member = context.dialect.member(call ? call.callee : write);
  return member?.object.text === name;
}

/** Is the function an argument of something other than the registration, which may send what it returns. */
function isWrapped(node: SyntaxNode, context: ScanContext): boolean {
  const place = context.dialect.kind(node) === 'function' ? context.dialect.place(node) : null;
  if (place?.kind !== 'argument') return false;
  const around = context.dialect.place(place.call);
  return around?.kind === 'argument' || around?.kind === 'assigned' || around?.kind === 'property';
}

/** Where the response object, a parameter behind it, or the request as a whole stands in the handler's body. */
function mentionsOf(name: string, handler: Handler, context: ScanContext): SyntaxNode[] {
  const { parameters, body } = handler.parts;
  const at = parameters.findIndex((parameter) => parameter.name === name);
  const words = parameters.map((parameter) => parameter.name).filter((word) => word !== '');
  const request = parameters[at - 1]?.name;
  return nodesAt(
    context.root,
    context.text,
    new RegExp(`(?<![\\w$.])(?:${words.map(forPattern).join('|')})(?![\\w$])`, 'g'),
    (node) => {
      if (context.dialect.kind(node) !== 'name' && node.type !== 'shorthand_property_identifier') return null;
      const read = node.text === request && node.parent !== null && context.dialect.member(node.parent) !== null;
      return read ? null : node;
    },
    body.startIndex,
    handler.node.endIndex,
  );
}

function functionAround(node: SyntaxNode, context: ScanContext): SyntaxNode | null {
  for (let here = node.parent; here; here = here.parent) {
    if (context.dialect.kind(here) === 'function' || /class/.test(here.type)) return here;
  }
  return null;
}

function statementOf(node: SyntaxNode): SyntaxNode | null {
  for (let here: SyntaxNode | null = node; here; here = here.parent) {
    if (bare.test(here.type)) return here;
    if (/_statement$|_declaration$|arrow_function/.test(here.type)) return null;
  }
  return null;
}

/** `res.status(404);`, `return res.status(404);`, `res.statusCode = 404;` and nothing else. */
function handlesItself(statement: SyntaxNode, write: SyntaxNode): boolean {
  const [inner] = code(statement);
  const target = inner?.type === 'assignment_expression' ? field(inner, 'left') : inner;
  return inner?.type === 'await_expression' ? false : same(target, write);
}

/** The statements that run behind one until its function ends; null where that cannot be followed. */
function wayFrom(statement: SyntaxNode, owner: SyntaxNode, body: SyntaxNode): SyntaxNode[] | null {
  const way: SyntaxNode[] = [];
  if (statement.type === 'return_statement') return finallyAround(statement, owner) ? null : way;
  for (let here = statement; !same(here, body); ) {
    const { parent } = here;
    if (!parent || unclear.test(parent.type)) return null;
    if (parent.type === 'statement_block') {
      for (let next = here.nextNamedSibling; next; next = next.nextNamedSibling) {
        if (next.isExtra) continue;
        way.push(next);
        // Nothing behind this is reached; an exception goes to an error handler, which answers.
        if (next.type === 'throw_statement') return null;
        if (next.type === 'return_statement') return finallyAround(next, owner) ? null : way;
      }
    }
    if (parent.type === 'try_statement' && field(parent, 'finalizer')) return null;
    here = parent;
  }
  return way;
}

function finallyAround(node: SyntaxNode, owner: SyntaxNode): boolean {
  for (let here = node.parent; here && !same(here, owner); here = here.parent) {
    if (here.type === 'try_statement' && field(here, 'finalizer')) return true;
    if (unclear.test(here.type)) return true;
  }
  return false;
}

function holds(around: SyntaxNode, node: SyntaxNode): boolean {
  return around.startIndex <= node.startIndex && node.endIndex <= around.endIndex;
}

/** Is a use of the response before the statement on another way: its own branch ends there. */
function isPassed(node: SyntaxNode, statement: SyntaxNode, handler: Handler): boolean {
  for (let here: SyntaxNode | null = node; here && !same(here, handler.node); here = here.parent) {
    if (holds(here, statement)) {
      // The other branch of the same `if`.
      return here.type === 'if_statement' && !isCondition(node, here);
    }
    if (here.type === 'return_statement' || here.type === 'throw_statement') return true;
    const last = here.type === 'statement_block' ? code(here).at(-1) : undefined;
    if (last && /^(?:return|throw)_statement$/.test(last.type)) return true;
  }
  return false;
}

function isCondition(node: SyntaxNode, branch: SyntaxNode): boolean {
  const condition = field(branch, 'condition');
  return condition !== null && holds(condition, node);
}
