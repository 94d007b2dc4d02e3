/** Statuses in arguments where the framework looks for something else: its table of such mistakes, matched against calls. */

import type { Framework, StatusPosition } from '../framework';
import type { MisplacedStatus, MisplacedUse } from '../model';
import { statusCode } from '../statusCodes';
import type { SyntaxNode } from '../syntax';
import { answerCall, calleeName } from './calls';
import type { ScanContext } from './context';
import type { CallParts, Place } from './dialect';
import { belongsTo, lastName } from './names';
import { same, span } from './nodes';
import { belongs } from './positions';
import type { Registration } from './routes';
import { codesOf } from './values';

/** The mistake that a code makes up where it stands; null where it is none that a framework of the file knows. */
export function misplacedAt(
  node: SyntaxNode,
  code: number,
  place: Place,
  context: ScanContext,
  registrations: readonly Registration[],
): MisplacedUse | null {
  if ((place.kind !== 'argument' && place.kind !== 'keyword') || !statusCode(code)) return null;
  const parts = context.dialect.call(place.call);
  const name = parts && calleeName(place.call, context);
  if (!parts) return null;
  for (const { framework } of context.claims) {
    for (const entry of framework.misplaced ?? []) {
      if (lastName(entry.name) !== name || entry.anyway === code) continue;
      const keyword = place.kind === 'keyword' && place.name === entry.keyword ? place.name : null;
      if (keyword === null && !(place.kind === 'argument' && place.index === entry.index)) continue;
      const index = parts.arguments.findIndex((each, at) => (keyword ? each.name === keyword : at === entry.index));
      if (!fits(entry, index, node, place.call, parts, framework, context)) continue;
      if (!isSurely(entry, place.call, framework, context, registrations)) continue;
      const object = context.dialect.member(parts.callee)?.object ?? place.call;
      const call = answerCall(name, place.call, object, parts);
      return { framework: framework.id, code, span: span(node), place: entry, call, index };
    }
  }
  return null;
}

function fits(
  entry: MisplacedStatus,
  index: number,
  node: SyntaxNode,
  call: SyntaxNode,
  parts: CallParts,
  framework: Framework,
  context: ScanContext,
): boolean {
  const { dialect } = context;
  const { arguments: given } = parts;
  if (entry.arity !== undefined && entry.arity !== given.length) return false;
  if (given.some(({ name }) => name?.startsWith('*')) || saysElsewhere(entry, parts, framework)) return false;
  const value = given[index]?.value;
  if (!value || !same(dialect.peel(value), node)) return false;
  if (entry.statusAt !== undefined) {
    const other = given[entry.statusAt];
    if (!other || other.name !== null || !isNoStatus(other.value, context)) return false;
  }
  return entry.unset !== true || nothingSetBefore(call, parts, context);
}

/** Is the status given by its keyword as well. */
function saysElsewhere({ name }: MisplacedStatus, parts: CallParts, { positions }: Framework): boolean {
  const keywords = positions.flatMap(({ name: own, at }) => (own === name && at.keyword ? [at.keyword] : []));
  return parts.arguments.some((argument) => argument.name !== null && keywords.includes(argument.name));
}

const textMaker = /^(?:str|repr|String|JSON\.stringify|_|gettext|t)\(|\.(?:message|detail|format\(.*\))$/s;
const textName = /^(?:msg|message|detail|details|error|err|errors|text|body|data|payload)$/i;

/** Is a value evidently not a status: a text, an object, a list, or what names say is one of these. */
function isNoStatus(node: SyntaxNode, context: ScanContext): boolean {
  const value = context.dialect.peel(node);
  const kind = context.dialect.kind(value);
  if (kind === 'string') return !/^\D*\d{3}\b/.test(context.dialect.stringValue(value) ?? '');
  if (kind === 'mapping' || kind === 'list') return true;
  if (codesOf(value, context).length > 0) return false;
  const text = value.text.slice(0, 200);
  return textName.test(text) || textMaker.test(text) || /^f?["'`].*["'`]$/s.test(text);
}

/** A statement that begins with setting the status: one behind a `return` does nothing to what follows. */
const setsStatus = /(?:^|[;{}\n])\s*\w+\.(?:status\(|code\(|writeHead\(|status(?:Code)?\s*=)/;

/** Is the call made on the response object itself, with nothing about the status earlier in its block. */
function nothingSetBefore(call: SyntaxNode, parts: CallParts, context: ScanContext): boolean {
  const object = context.dialect.member(parts.callee)?.object;
  if (!object || context.dialect.kind(object) !== 'name') return false;
  let block = call.parent;
  while (block?.parent && !/(?:block|program|module|arrow_function|switch_case|switch_default)$/.test(block.type)) {
    block = block.parent;
  }
  return !block || !setsStatus.test(context.text.slice(block.startIndex, call.startIndex));
}

/**
 * Is the callee the framework's own beyond doubt: a name that it was imported under, or one that comes from nowhere in a
 * fragment. A class of the project may have the same name and other arguments.
 */
export function isSurely(
  position: Pick<StatusPosition, 'name' | 'of'> & Pick<MisplacedStatus, 'module'>,
  call: SyntaxNode,
  framework: Framework,
  context: ScanContext,
  registrations: readonly Registration[],
): boolean {
  if (position.of !== 'framework' && position.of !== 'any') {
    return belongs(position, call, framework, context, registrations);
  }
  const { names, dialect } = context;
  const callee = dialect.call(call)?.callee;
  const reference = callee ? names.resolve(callee) : null;
  if (!callee || !reference || reference.called) return false;
  if (position.module !== undefined && !belongsTo(reference.module, [position.module])) return false;
  if (reference.path !== position.name && !reference.path.endsWith(`.${position.name}`)) return false;
  if (reference.module !== null) return belongsTo(reference.module, framework.modules);
  return names.imports.length === 0 && dialect.kind(callee) === 'name' && names.bindingsOf(callee).length === 0;
}
