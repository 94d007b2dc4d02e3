/** Reads the exception classes that a file defines: which status each stands for. */

import { statusCode } from '../statusCodes';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import type { ClassParts } from './dialect';
import { forPattern, lastName } from './names';
import { isThrowing, nodesAt } from './nodes';
import { codeOf } from './values';

const exceptionName = /(?:Error|Exception|Problem)$/;
const statusName = /^(?:http_?)?status(?:_?code)?$/i;
/** A constructor that is given a status of its own, or hands on whatever it is given. */
const givenStatus = /status|code|args|options|props/i;
/** What may be thrown: most files define many classes, and throw few of them. */
const throwing = /\b(?:raise|throw|next\s*\()\s*(?:new\s+)?([A-Za-z_$][\w$]*)/g;
const deepest = 4;

/** Names of the file's own exception classes to their status, of those that always have the same. */
export function ownExceptions(context: ScanContext): Map<string, number> {
  const found = new Map<string, number>();
  const thrown = new Set([...context.text.matchAll(throwing)].map(([, name = '']) => forPattern(name)));
  if (thrown.size === 0) return found;
  nodesAt(context.root, context.text, new RegExp(`\\bclass\\s+(?:${[...thrown].join('|')})(?![\\w$])`, 'g'), (name) => {
    const node = name.parent;
    const code = node && context.dialect.class(node) ? codeOfClass(name, context) : null;
    if (code !== null) found.set(name.text, code);
    return null;
  });
  return found;
}

function codeOfClass(name: SyntaxNode, context: ScanContext, depth = 0): number | null {
  const definition = definitionOf(name, context);
  if (!definition || depth > deepest || !isException(definition, context)) return null;
  const { init, fields } = definition;
  if (init?.parameters.some((parameter) => givenStatus.test(parameter.name))) return null;
  const written = [
    ...fields.filter(({ key }) => namesStatus(key.text, definition, context)).map(({ value }) => value),
    ...(init ? statusesIn(init.body, definition, context) : []),
  ];
  if (written.length > 1) return null;
  const [own] = written;
  if (own) return errorCode(own, context);
  const [base, other] = definition.bases;
  return base && !other && context.dialect.kind(base) === 'name' ? codeOfClass(base, context, depth + 1) : null;
}

function definitionOf(name: SyntaxNode, context: ScanContext): ClassParts | null {
  const [binding, other] = context.names.bindingsOf(name);
  return binding?.value && binding.key === null && !other ? context.dialect.class(binding.value) : null;
}

function isException({ bases }: ClassParts, context: ScanContext, depth = 0): boolean {
  return bases.some((base) => {
    if (exceptionName.test(lastName(context.names.resolve(base)?.path ?? ''))) return true;
    const own = depth < deepest && context.dialect.kind(base) === 'name' ? definitionOf(base, context) : null;
    return own !== null && isException(own, context, depth + 1);
  });
}

/** Werkzeug's exceptions have their status under `code` (werkzeug/exceptions.py), which elsewhere names anything. */
function namesStatus(name: string, { bases }: ClassParts, context: ScanContext): boolean {
  if (name !== 'code') return statusName.test(name);
  return bases.some((base) => lastName(context.names.resolve(base)?.path ?? '') === 'HTTPException');
}

/** May the argument at an index of the base's constructor be a status: those of the language's own errors never are. */
function takesStatus({ bases }: ClassParts, index: number, context: ScanContext): boolean {
  return bases.some((base) => {
    const reference = context.names.resolve(base);
    if (reference?.module || /http/i.test(reference?.path ?? '')) return true;
    const own = context.dialect.kind(base) === 'name' ? definitionOf(base, context) : null;
    const parameters = own?.init?.parameters.filter(({ name }) => name !== 'self');
    return givenStatus.test(parameters?.[index]?.name ?? '');
  });
}

/** What a constructor sets the status to, or hands to the class it extends. */
function statusesIn(body: SyntaxNode, definition: ClassParts, context: ScanContext): SyntaxNode[] {
  const { dialect } = context;
  const found: SyntaxNode[] = [];
  const look = (node: SyntaxNode) => {
    const member = node.parent ? dialect.member(node.parent) : null;
    const value =
      node.parent && member && namesStatus(node.text, definition, context) ? dialect.boundValue(node.parent) : null;
    if (value && /^(?:self|this)$/.test(member?.object.text ?? '')) found.push(value);
    return null;
  };
  const own = /\b(?:self|this)\.\w+(?=\s*(?::[^=\n]+)?=(?!=))/g;
  nodesAt(context.root, context.text, own, look, body.startIndex, body.endIndex);
  const paren = (node: SyntaxNode) => {
    const call = node.parent?.parent ? dialect.call(node.parent.parent) : null;
    call?.arguments.forEach(({ name, value }, index) => {
      const positional = name === null && errorCode(value, context) !== null && takesStatus(definition, index, context);
      if (positional || (name !== null && statusName.test(name))) found.push(value);
    });
    return null;
  };
  const parent = /\bsuper(?:\([^()]*\)\.__init__)?\s*\(/g;
  nodesAt(context.root, context.text, parent, paren, body.startIndex, body.endIndex);
  return found;
}

function errorCode(value: SyntaxNode, context: ScanContext): number | null {
  const code = codeOf(value, context);
  return code !== null && code >= 400 && statusCode(code) ? code : null;
}

/** Is a class thrown where its name stands, as it is or constructed; given a status there, it does not decide. */
export function isThrown(name: SyntaxNode, context: ScanContext): boolean {
  const { dialect } = context;
  const around = name.parent;
  if (around?.type === 'raise_statement') return true;
  const parts = around ? dialect.call(around) : null;
  if (!around || !parts || parts.callee.id !== name.id) return false;
  if (parts.arguments.some(({ value }) => errorCode(value, context) !== null)) return false;
  if (isThrowing(around.parent)) return true;
  const place = dialect.place(around);
  return place?.kind === 'argument' && place.index === 0 && dialect.call(place.call)?.callee.text === 'next';
}
