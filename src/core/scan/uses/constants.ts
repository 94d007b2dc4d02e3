/** Uses of the constants that stand for status codes: those of known families, and those that the file defines itself. */

import type { ConstantFamily } from '../../framework';
import type { SyntaxNode } from '../../syntax';
import { familiesOf, type ScanContext } from '../context';
import { movedMember, unknownMember } from '../invalid';
import { ofTable } from '../memo';
import { forPattern, isInImport, joined, lastName } from '../names';
import { field, nodesAt, same, span } from '../nodes';
import type { Registration } from '../routes';
import { codeOf, constantAt } from '../values';
import { type FoundUse, type Oddities, roleAt, valueAround } from './found';

/** Constants of the families: a status wherever they stand. */
export function familyConstants(
  context: ScanContext,
  registrations: readonly Registration[],
  odd: Oddities,
): FoundUse[] {
  const families = familiesOf(context.frameworks);
  const locals = localNames(context, pathsOf(families));
  if (context.dialect.destructures) locals.push(...destructuredFrom(locals, context.text));
  // A wildcard import brings names that tell by themselves.
  if (context.names.imports.some((item) => item.local === '*')) locals.push('HTTP_\\d{3}_[A-Z_]+');
  if (locals.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w$.])(?:${locals.join('|')})(?![\\w$])`, 'g');
  const nodes = nodesAt(context.root, context.text, pattern, (node) => {
    if (context.dialect.kind(node) !== 'name') return null;
    return constantExpression(node, context);
  });
  return nodes.flatMap((node) => {
    const constant = constantAt(node, context);
    // A name that tells by itself is a status even where the family it is taken from does not have it.
    const unknown = !constant || constant.member.startsWith('HTTP_') ? unknownMember(node, families, context) : null;
    const wrong = unknown ?? (constant && movedMember(node, constant, context));
    if (wrong) odd.invalid.push(wrong);
    if (!constant) return [];
    return [
      {
        node,
        code: constant.code,
        span: span(node),
        text: node.text,
        form: 'constant' as const,
        role: roleAt(valueAround(node, context), constant.code, context, registrations, odd) ?? 'mentioned',
        // How this file spells constants is learned from members; `codes["CREATED"]` does not show it.
        constant: context.dialect.subscript(node) ? null : { family: constant.family.id, member: constant.member },
      },
    ];
  });
}

interface FamilyPaths {
  readonly paths: readonly string[];
  readonly lastNames: ReadonlySet<string>;
  /** What families are usually called where they are used. */
  readonly usual: ReadonlySet<string>;
}

const pathsOf = ofTable((families: readonly ConstantFamily[]): FamilyPaths => {
  const paths = families.flatMap((family) => [...family.paths, ...(family.importedPaths ?? [])]);
  const usual = paths.filter((path) => path.includes('.')).map(lastName);
  return { paths, lastNames: new Set(paths.map(lastName)), usual: new Set(usual.filter((name) => /^\w+$/.test(name))) };
});

/**
 * Names in this file that a constant can begin with: imports of a family, of a module that holds one, or of a member;
 * and the families' usual names where the file has not bound them to something else.
 */
function localNames(context: ScanContext, { paths, lastNames, usual }: FamilyPaths): string[] {
  const { imports } = context.names;
  const names = new Set<string>();
  for (const item of imports) {
    const path = joined(item.module, item.path).replace(/\.$/, '');
    const leads = paths.some((known) => known === path || known.startsWith(`${path}.`) || path.startsWith(`${known}.`));
    const passesOn = lastNames.has(lastName(item.path)) || /^HTTP_\d{3}_/.test(item.path);
    if (leads || passesOn) names.add(item.local);
  }
  const bound = new Set(imports.map((item) => item.local));
  for (const name of usual) if (!bound.has(name)) names.add(name);
  return [...names].filter((name) => name !== '*').map(forPattern);
}

/** Names taken out of an object of constants: `const { CREATED } = StatusCodes`. */
function destructuredFrom(locals: readonly string[], text: string): string[] {
  if (locals.length === 0 || !/\}\s*=/.test(text)) return [];
  const pattern = new RegExp(`\\{([^{}]{1,2000})\\}\\s*=\\s*(?:${locals.join('|')})(?![\\w$])`, 'g');
  return [...text.matchAll(pattern)].flatMap((match) => match[1]?.match(/[\w$]+/g) ?? []).map(forPattern);
}

/** The file's own constants, names that `values` are given to: a status where the position says so, like a number. */
export function ownConstants(
  values: readonly SyntaxNode[],
  known: readonly FoundUse[],
  context: ScanContext,
  registrations: readonly Registration[],
): FoundUse[] {
  const words = new Set(values.filter((node) => isGiven(node, context)).flatMap((node) => holdersOf(node, context)));
  if (words.size === 0) return [];
  const taken = new Set(known.map(({ node }) => node.id));
  const pattern = new RegExp(`(?<![\\w$.])(?:${[...words].map(forPattern).join('|')})(?![\\w$])`, 'g');
  const nodes = nodesAt(context.root, context.text, pattern, (node) =>
    context.dialect.kind(node) === 'name' ? constantExpression(node, context) : null,
  );
  return nodes.flatMap((node) => {
    // Places come first: most names stand where nothing can be a status, and following them costs more.
    if (!context.dialect.place(valueAround(node, context)) || taken.has(node.id)) return [];
    const code = codeOf(node, context);
    const role = code === null ? null : roleAt(valueAround(node, context), code, context, registrations);
    if (code === null || !role) return [];
    return [{ node, code, span: span(node), text: node.text, form: 'constant' as const, role, constant: null }];
  });
}

/** What stands before the value of a constant: a key, or a name of its own, unlike the keyword of an argument. */
const givenTo = /(?:[\w$'"\]]\s*\??:|[\w$\])>]\s+=|(?:^|[\n;])[ \t]*[\w$]+=)\s*(?:[\w$.]+\s*\(\s*)?$/;

/** A look at the text, as most numbers are no constant's value. */
function isGiven(value: SyntaxNode, { text }: ScanContext): boolean {
  return givenTo.test(text.slice(Math.max(0, value.startIndex - 80), value.startIndex));
}

/**
 * The names that lead to a value: of the variable, and of the object, class or enum around it. A variable of a function
 * is a constant only where its name says so.
 */
function holdersOf(value: SyntaxNode, { dialect }: ScanContext): string[] {
  const found: string[] = [];
  let here = value;
  for (let steps = 0; steps < 16 && here.parent; steps++) {
    here = here.parent;
    if (dialect.kind(here) === 'function') return found.filter((word) => /^[A-Z][A-Z\d_]*$/.test(word));
    if (dialect.kind(here) === 'call' && dialect.call(here)?.callee.text !== 'Object.freeze') return [];
    const name = field(here, 'name') ?? field(here, 'left');
    // A single letter is no name for a constant, but every name in minified code.
    if (name && name.endIndex - name.startIndex > 1 && dialect.binding(name)) found.push(name.text);
  }
  return found;
}

/** From the first name to the member that is the constant: `http.HTTPStatus.CREATED`, without `.value` behind it. */
function constantExpression(name: SyntaxNode, context: ScanContext): SyntaxNode | null {
  let here = name;
  for (let steps = 0; steps < 4; steps++) {
    const parent = here.parent;
    const member = parent ? context.dialect.member(parent) : null;
    if (!parent || !member || !same(member.object, here)) break;
    if (/^(?:value|real|phrase|description|name|toString)$/.test(member.property.text)) break;
    here = parent;
  }
  if (isInImport(name, context.names) || context.dialect.binding(name)) return null;
  const subscript = here.parent ? context.dialect.subscript(here.parent) : null;
  const key = same(subscript?.object, here) && subscript ? context.dialect.stringValue(subscript.index) : null;
  return key !== null && here.parent ? here.parent : here;
}
