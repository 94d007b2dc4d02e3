/** Values written for a status that the framework does not take: numbers out of its range, strings, constants that do not exist. */

import { t } from '../../text';
import type { ConstantFamily, Framework, StatusValidity } from '../framework';
import type { InvalidStatus, UseRole } from '../model';
import type { SyntaxNode } from '../syntax';
import type { Constant, ScanContext } from './context';
import type { Place } from './dialect';
import { isSurely } from './misplaced';
import { forPattern, joined, lastName } from './names';
import { nodesAt, span } from './nodes';
import { type PositionFound, positionAt } from './positions';
import type { Registration } from './routes';

/** What is wrong with a number, or a constant for one, at a position; null where nothing is. */
export function invalidNumber(
  node: SyntaxNode,
  code: number,
  found: PositionFound,
  place: Place,
  context: ScanContext,
  registrations: readonly Registration[],
): InvalidStatus | null {
  const validity = validityOf(found);
  if (!validity || validity.takes.some(([from, to]) => from <= code && code <= to)) return null;
  if (!isCertain(found, place, context, registrations)) return null;
  return {
    kind: 'number',
    span: span(node),
    text: node.text,
    effect: t(validity.otherwise),
    since: null,
    meant: null,
    instead: null,
  };
}

function validityOf({ framework, position, role }: PositionFound): StatusValidity | null {
  if (!isSent(role)) return null;
  return framework.validity?.find(({ names }) => !names || names.includes(position.name)) ?? null;
}

function isSent(role: UseRole): boolean {
  return role === 'success' || role === 'returned' || role === 'raised';
}

function isCertain(
  { position, framework }: PositionFound,
  place: Place,
  context: ScanContext,
  registrations: readonly Registration[],
): boolean {
  if (place.kind === 'argument' || place.kind === 'keyword') {
    return isSurely(position, place.call, framework, context, registrations);
  }
  return position.of !== 'any';
}

/** Numeric strings, and numbers that have not three digits, at positions that do not take them. */
export function invalidWords(context: ScanContext, registrations: readonly Registration[]): InvalidStatus[] {
  const { dialect } = context;
  const pattern = wordPattern(context.claims.map(({ framework }) => framework));
  if (!pattern) return [];
  const nodes = nodesAt(context.root, context.text, pattern, (node) => {
    if (dialect.kind(node) === 'number') return node;
    return dialect.kind(node) === 'string' ? node : node.parent;
  });
  return nodes.flatMap((node) => {
    const place = dialect.place(node);
    const found = place && positionAt(place, context, registrations);
    if (!place || !found) return [];
    if (dialect.kind(node) === 'number') {
      return invalidNumber(node, Number(node.text), found, place, context, registrations) ?? [];
    }
    const text = dialect.stringValue(node) ?? '';
    const validity = validityOf(found);
    if (validity?.words && onlyArgument(node, place, context) && !/^\d*$/.test(text || 'text')) {
      if (!isCertain(found, place, context, registrations)) return [];
      const effect = t(validity.words);
      const rest = { since: null, meant: null, instead: null };
      return { kind: 'words' as const, span: span(node), text: node.text, effect, ...rest };
    }
    if (!validity?.string || !/^[1-9]\d\d$/.test(text) || !isCertain(found, place, context, registrations)) return [];
    return {
      kind: 'string' as const,
      span: span(node),
      text: node.text,
      effect: t(validity.string),
      since: validity.stringSince ?? null,
      meant: Number(text),
      instead: text,
    };
  });
}

/** Is a value all that a call is given without a keyword. */
function onlyArgument(node: SyntaxNode, place: Place, { dialect }: ScanContext): boolean {
  const given = place.kind === 'argument' ? (dialect.call(place.call)?.arguments ?? []) : [];
  const [first, ...others] = given;
  return first?.value.id === node.id && others.every(({ name }) => name !== null && name !== 'status_code');
}

const patterns = new Map<string, RegExp | null>();

/** Where such a word may stand, by the names in the tables; null where no table says what is valid. */
export function wordPattern(frameworks: readonly Framework[]): RegExp | null {
  const key = frameworks.map(({ id }) => id).join(' ');
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const positions = frameworks
    .filter(({ validity }) => validity)
    .flatMap((framework) => framework.positions.filter(({ role }) => isSent(role)));
  const words = (pick: (position: (typeof positions)[number]) => string | undefined) =>
    [...new Set(positions.flatMap((position) => pick(position) ?? []))].map(forPattern).join('|') || '(?!)';
  const calls = words(({ name, at }) => (at.index === 0 && !at.property ? lastName(name) : undefined));
  const keywords = words(({ at }) => at.keyword);
  const assigned = words(({ name, at }) => (at.assigned ? name : undefined));
  const keys = words(({ at }) => at.property);
  const before = `(?<![\\w$])(?:${calls})\\(\\s*|(?<![\\w$])(?:${keywords})\\s*=\\s*|\\.(?:${assigned})\\s*=\\s*|(?<![\\w$])(?:${keys}):\\s*`;
  const word = `(?:[1-9]\\d?|[1-9]\\d{3,4}|(?:"\\d{3}"|'\\d{3}'))(?![\\w.])`;
  const last = `,\\s*(?:"\\d{3}"|'\\d{3}')(?=\\s*[,)])`;
  const wordy = frameworks.flatMap(
    ({ validity }) => validity?.flatMap(({ words, names }) => (words && names) ?? []) ?? [],
  );
  const texts = `(?<![\\w$])(?:${wordy.map(forPattern).join('|') || '(?!)'})\\(\\s*[fr]?["']`;
  const pattern = positions.length === 0 ? null : new RegExp(`(?:${before})${word}|${last}|${texts}`, 'g');
  patterns.set(key, pattern);
  return pattern;
}

// ---------------------------------------------------------------------------------------------------------------------
// Members that a family does not have

/** A name that looks like a constant of an imported family and is none; null for everything else. */
export function unknownMember(
  node: SyntaxNode,
  families: readonly ConstantFamily[],
  context: ScanContext,
): InvalidStatus | null {
  const reference = context.names.resolve(node);
  const name = context.dialect.member(node)?.property.text;
  if (!reference?.module || reference.called || name === undefined) return null;
  const path = joined(reference.module, reference.path);
  const holder = path.slice(0, Math.max(0, path.length - lastName(path).length - 1));
  const own = families.filter((family) => family.paths.includes(holder) || family.importedPaths?.includes(holder));
  const [family] = own;
  if (!family || lastName(path) !== name || own.some((each) => has(each, name) || !looksLikeMember(name, each)))
    return null;
  // A name that is added to the family is there from then on.
  if (/^\s*=(?!=)/.test(context.text.slice(node.endIndex, node.endIndex + 40))) return null;
  const meant = meantBy(name, family, families);
  const member = meant === null ? undefined : family.preferred(meant);
  const instead = member ? node.text.slice(0, node.text.length - name.length) + member : meant;
  return {
    kind: 'member',
    span: span(node),
    text: node.text,
    effect:
      context.dialect.language === 'python'
        ? t`There is no ${node.text}: this line raises AttributeError when it runs.`
        : t`There is no ${node.text}: it is undefined when this line runs.`,
    since: null,
    meant,
    instead: instead === null ? null : String(instead),
  };
}

/** A member of a module that has its members one step further in from some version on; null for everything else. */
export function movedMember(node: SyntaxNode, constant: Constant, context: ScanContext): InvalidStatus | null {
  const { family, member, code } = constant;
  const { movedInto } = family;
  const object = context.dialect.member(node)?.object;
  const reference = movedInto && object ? context.names.resolve(object) : null;
  if (!movedInto || !object || !reference?.module || reference.path !== '' || reference.called) return null;
  const own = context.names.imports.find(({ local }) => local === object.text);
  const statement = own ? context.text.slice(own.statement.start, own.statement.end) : '';
  if (!/\brequire\s*\(|\*\s*as\b/.test(statement)) return null;
  const { since } = movedInto;
  const major = since.version.split('.')[0];
  return {
    kind: 'moved',
    span: span(node),
    text: node.text,
    effect: t`Since ${`${since.package} ${major}`} the names are in ${`${object.text}.${movedInto.member}`}: ${node.text} is undefined.`,
    since,
    meant: code,
    instead: `${object.text}.${movedInto.member}.${member}`,
  };
}

function has({ members, elsewhere }: ConstantFamily, name: string): boolean {
  return name in members || (elsewhere ?? []).includes(name);
}

/** Is a name spelled the way all of a family's are. */
function looksLikeMember(name: string, family: ConstantFamily): boolean {
  const [first = ''] = Object.keys(family.members);
  if (first.startsWith('HTTP_')) return /^HTTP_\d{3}_\w+$/.test(name);
  return first === first.toUpperCase() ? /^[A-Z][A-Z\d_]+$/.test(name) : /^[A-Z][a-z]\w+$/.test(name);
}

/** The code that a name is about: by its digits, and by the words that another family, or this one, spells it with. */
function meantBy(name: string, family: ConstantFamily, families: readonly ConstantFamily[]): number | null {
  const digits = /^HTTP_(\d{3})_/.exec(name)?.[1];
  const words = letters(name);
  const members = [family, ...families].flatMap(({ members }) => Object.entries(members));
  const named = members.find(([member]) => letters(member) === words)?.[1];
  if (digits === undefined) return named ?? null;
  return named === undefined || named === Number(digits) ? Number(digits) : null;
}

/** What is left of a name without prefix, code and underscores. */
function letters(name: string): string {
  return name
    .replace(/^HTTP_\d{3}_/, '')
    .replaceAll('_', '')
    .toUpperCase();
}
