/** Writes status codes as named constants and back, where that keeps what the program does. */

import { t } from '../../text';
import { replace } from '../edits';
import type { ConstantFamily, Framework } from '../framework';
import { fullPath, importedPath, importNames, isTopLevel } from '../imports';
import type { Edit, Fix, Import, Project, Scan, Span, StatusUse, UseRole } from '../model';
import { hasPackage, hasVersion } from '../project/facts';

export type Spelling = 'constants' | 'numbers';

/** What decides how a code can be spelled in a file. */
export interface SpellingRequest {
  readonly scan: Scan;
  readonly text: string;
  readonly frameworks: readonly Framework[];
  readonly project: Project | null;
}

/** For the light bulb: the status code at a selection written the other way, and all of the file's that are written alike. */
export function spellingFixes(request: SpellingRequest, selection: Span): Fix[] {
  const { scan } = request;
  const use = scan.uses.find(({ span }) => selection.start <= span.end && span.start <= selection.end);
  const to = use?.form === 'number' ? 'constants' : 'numbers';
  const rewrites = use ? rewritesOf(request, to) : [];
  const own = rewrites.find((rewrite) => rewrite.use === use);
  const edits = own && editsOf(request, [own]);
  if (!own || !edits) return [];
  const fixes: Fix[] = [{ title: t`Write ${nameOf(own.use)} as ${own.written}`, preferred: false, edits }];
  const all = rewrites.length > 1 ? editsOf(request, rewrites) : null;
  const title =
    to === 'constants'
      ? t('Write all status codes of this file as constants')
      : t('Write all status codes of this file as numbers');
  if (all) fixes.push({ title, preferred: false, edits: all });
  return fixes;
}

/** Edits that write every status code of a file the one way or the other; empty where there is nothing to do. */
export function spellAll(request: SpellingRequest, to: Spelling): readonly Edit[] {
  const rewrites = rewritesOf(request, to);
  return rewrites.length === 0 ? [] : (editsOf(request, rewrites) ?? []);
}

/**
 * Edits that write another code in place of a use, as a constant: of the family that a constant is of, for a number of the
 * file's. Null where no constant can stand there, or none of the family has the code.
 */
export function constantInstead(request: SpellingRequest, use: StatusUse, code: number): readonly Edit[] | null {
  const families = familiesOf(request);
  const isConstant = use.form === 'constant';
  if (!isConstant && (use.slot === 'fixed' || use.slot === 'bracketed' || isNumbersOnly(use, request))) return null;
  const only = { ...request, scan: { ...request.scan, uses: [use] } };
  const holder = isConstant ? usedHolder(only, families) : holderOf(request);
  if (!holder) return null;
  // What a constant may do where it stands, another of its family may.
  const asked: StatusUse = isConstant
    ? { ...use, code, form: 'number', slot: 'expression', role: 'returned' }
    : { ...use, code };
  const rewrite = asConstant(asked, holder, request);
  return rewrite && editsOf(request, [rewrite]);
}

/** Edits that write another code in place of a constant as a number; null where no number can stand there. */
export function numberInstead(request: SpellingRequest, use: StatusUse, code: number): readonly Edit[] | null {
  if (use.form === 'constant' && use.slot === 'fixed') return null;
  return editsOf(request, [{ use, written: String(code), needs: null }]);
}

/** Does a file write status codes as constants, most of them or, without any, by what it imports. */
export function writesConstants(request: SpellingRequest, except: StatusUse | null = null): boolean {
  const written = request.scan.uses.filter(
    (use) => use !== except && (use.form === 'number' || use.form === 'constant'),
  );
  if (written.length === 0) return importedHolder(request, familiesOf(request)) !== null;
  return written.filter(({ constant }) => constant !== null).length * 2 >= written.length;
}

function nameOf(use: StatusUse): string {
  return use.constant?.member ?? use.text;
}

interface Rewrite {
  readonly use: StatusUse;
  readonly written: string;
  /** The name that has to be imported for it; null where the file has it. */
  readonly needs: NeededImport | null;
}

interface NeededImport {
  readonly module: string;
  readonly name: string;
}

/** Every use that can be written the other way; the names they need all come from one module. */
function rewritesOf(request: SpellingRequest, to: Spelling): Rewrite[] {
  const { scan } = request;
  if (to === 'numbers') {
    return scan.uses.flatMap((use) =>
      use.constant && use.slot !== 'fixed' ? [{ use, written: String(use.code), needs: null }] : [],
    );
  }
  const numbers = scan.uses.filter(
    (use) => use.form === 'number' && (use.slot === 'expression' || use.slot === 'key') && !isNumbersOnly(use, request),
  );
  const holder = numbers.length > 0 ? holderOf(request) : null;
  return holder ? numbers.flatMap((use) => asConstant(use, holder, request) ?? []) : [];
}

/** Is it an argument of a call that takes numbers only, or that makes a constant of one: `HTTPStatus(404)`. */
function isNumbersOnly({ span }: StatusUse, request: SpellingRequest): boolean {
  const { scan, text, frameworks } = request;
  const callee = /([\w.]+)\(\s*(?:\w+\s*=\s*)?$/.exec(text.slice(Math.max(0, span.start - 80), span.start))?.[1];
  if (callee === undefined) return false;
  const framework = frameworks.find(({ id }) => id === scan.framework);
  const path = importedPath(callee, scan);
  return (
    framework?.numbersOnly?.includes(callee.slice(callee.lastIndexOf('.') + 1)) === true ||
    familiesOf(request).some((family) => path !== null && pathsOf(family).includes(path))
  );
}

/** One set of edits, with one import for all; null where the import has no place. */
function editsOf({ scan, text }: SpellingRequest, rewrites: readonly Rewrite[]): readonly Edit[] | null {
  const edits = rewrites.map(({ use, written }) => {
    if (use.form === 'number') return replace(use.span, use.slot === 'key' ? `[${written}]` : written);
    const { start, end } = use.span;
    const isBracketed = use.slot === 'bracketed' && text[start - 1] === '[' && text[end] === ']';
    return replace(isBracketed ? { start: start - 1, end: end + 1 } : use.span, written);
  });
  const needed = rewrites.flatMap(({ needs }) => needs ?? []);
  const [first] = needed;
  if (!first) return edits;
  const names = [...new Set(needed.map(({ name }) => name))];
  const imported = importNames(first.module, names, scan, text);
  return imported && [...imported, ...edits];
}

// ---------------------------------------------------------------------------------------------------------------------
// Which constants a file writes

/** A family as a file reaches it. */
interface Holder {
  readonly family: ConstantFamily;
  /** What stands before a member: `status.`; null where members are imported one by one. */
  readonly before: string | null;
  /** Where the family, or each of its members, is to be imported from; null where the family is imported. */
  readonly module: string | null;
}

/** The family that the file uses, else one it imports, else the usual one of its framework. */
function holderOf(request: SpellingRequest): Holder | null {
  const families = familiesOf(request);
  return usedHolder(request, families) ?? importedHolder(request, families) ?? usualHolder(request, families);
}

/** Those of the file's framework first. */
function familiesOf({ scan, frameworks }: SpellingRequest): ConstantFamily[] {
  const own = frameworks.filter(({ language }) => language === scan.language);
  const main = own.filter(({ id }) => id === scan.framework);
  return [...new Set([...main, ...own].flatMap(({ constants }) => constants))];
}

/** Every path that leads to the family by an import. */
function pathsOf({ paths, importedPaths = [] }: ConstantFamily): readonly string[] {
  return [...paths, ...importedPaths];
}

function usedHolder({ scan, text }: SpellingRequest, families: readonly ConstantFamily[]): Holder | null {
  for (const { constant, text: written } of [...scan.uses].reverse()) {
    const family = families.find(({ id }) => id === constant?.family);
    if (!family || !constant || !written.endsWith(constant.member)) continue;
    const before = written.slice(0, -constant.member.length);
    const item = scan.imports.find(({ local }) => local === written.split('.')[0]);
    if (!item || !isUsable(item, text)) continue;
    // A module of the project that hands some constants on may not have them all.
    const path = importedPath(written, scan);
    if (!pathsOf(family).some((known) => path === `${known}.${constant.member}`)) continue;
    return before === '' ? { family, before: null, module: item.module } : { family, before, module: null };
  }
  return null;
}

function importedHolder({ scan, text }: SpellingRequest, families: readonly ConstantFamily[]): Holder | null {
  for (const family of families) {
    const item = scan.imports.find((each) => pathsOf(family).includes(fullPath(each)) && isUsable(each, text));
    if (item) return { family, before: `${item.local}.`, module: null };
  }
  return null;
}

/** An import that is there for all of the file, and not for types only. */
function isUsable({ local, statement }: Import, text: string): boolean {
  const written = text.slice(statement.start, statement.end);
  return (
    local !== '*' &&
    isTopLevel(statement, text) &&
    !/^import\s+type\b/.test(written) &&
    !written.includes(`type ${local}`)
  );
}

function usualHolder(request: SpellingRequest, families: readonly ConstantFamily[]): Holder | null {
  const { scan } = request;
  const locals = new Set(scan.imports.map(({ local }) => local));
  const framework = request.frameworks.find(({ id }) => id === scan.framework);
  for (const family of framework?.constants ?? families) {
    for (const path of family.paths) {
      const dot = path.lastIndexOf('.');
      const [module, name] = [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)];
      if (dot < 0 || name === 'default' || !isAtHand(family, module, request)) continue;
      if (family.bare) return { family, before: null, module: path };
      if (!locals.has(name)) return { family, before: `${name}.`, module };
    }
  }
  return null;
}

/** Is the family's package certain to be there: part of the language, imported by this file, or named by its project. */
function isAtHand(family: ConstantFamily, holder: string, { scan, project }: SpellingRequest): boolean {
  const root = scan.language === 'python' ? (holder.split('.')[0] ?? holder) : holder;
  if (scan.imports.length === 0) return false;
  if (family.package === 'python' || scan.imports.some(({ module }) => isInside(module, root))) return true;
  return family.introduced === null ? hasPackage(project, root) : hasVersion(project, root, family.introduced);
}

function isInside(module: string, root: string): boolean {
  return module === root || module.startsWith(`${root}.`);
}

// ---------------------------------------------------------------------------------------------------------------------
// One code

/** Roles in which a member of an enumeration does all that a number does; elsewhere it may be printed, and prints otherwise. */
const rolesOfEnumerations: readonly UseRole[] = ['success', 'returned', 'raised', 'compared'];

function asConstant(use: StatusUse, holder: Holder, request: SpellingRequest): Rewrite | null {
  const { scan } = request;
  const member = memberFor(use.code, holder.family, request);
  if (member === undefined || (!holder.family.plain && !rolesOfEnumerations.includes(use.role))) return null;
  const written = `${holder.before ?? ''}${member}`;
  const head = written.split('.')[0] ?? written;
  const isTaken = scan.shadows.some(
    ({ name, span }) => name === head && span.start <= use.span.start && use.span.end <= span.end,
  );
  if (isTaken) return null;
  if (holder.module === null || scan.imports.some(({ local }) => local === head)) return { use, written, needs: null };
  return { use, written, needs: { module: holder.module, name: head } };
}

/** The name that the file uses for a code already, else one that every version the project allows has. */
function memberFor(code: number, family: ConstantFamily, { scan, project }: SpellingRequest): string | undefined {
  const used = scan.uses.find((use) => use.code === code && use.constant?.family === family.id);
  if (used?.constant && used.text.endsWith(used.constant.member)) return used.constant.member;
  const member = family.preferred(code);
  if (member === undefined) return undefined;
  const since = family.since[member];
  // A name that has replaced another is not in every version; where its own is not known, none is sure to have it.
  if (since === undefined && Object.values(family.deprecated).includes(member)) return undefined;
  return since === undefined || hasVersion(project, family.package, since) ? member : undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// Where no code stands yet

/** A code as it is written in a file, with what that takes. */
export interface Spelled {
  readonly written: string;
  /** The import it needs. */
  readonly edits: readonly Edit[];
  /** What that import brings in; null where the file has it. */
  readonly needs: { readonly module: string; readonly name: string } | null;
}

/** How a file writes codes that do what one at a place does, the usual way first; both where it has no usual way. */
export function spellingsFor(role: UseRole, request: SpellingRequest): readonly Spelling[] {
  const { uses } = request.scan;
  const written = uses.filter((use) => use.constant || (use.form === 'number' && !isNumbersOnly(use, request)));
  const alike = written.filter((use) => kindOf(use.role) === kindOf(role));
  const sample = alike.length > 0 ? alike : written;
  if (sample.length === 0) return importedHolder(request, familiesOf(request)) ? ['constants'] : ['numbers'];
  const share = sample.filter(({ constant }) => constant).length / sample.length;
  const usual = share >= 0.5 ? (['constants', 'numbers'] as const) : (['numbers', 'constants'] as const);
  // One that is written otherwise is an oversight, or had a reason of its own.
  return Math.abs(share - 0.5) > 0.25 ? usual.slice(0, 1) : usual;
}

function kindOf(role: UseRole): UseRole {
  return role === 'returned' ? 'success' : role;
}

/** Writes codes as the constants of a file; null for one that has none there, or where it would not do the same. */
export function constantsAt(role: UseRole, span: Span, request: SpellingRequest): (code: number) => Spelled | null {
  const holder = holderOf(request) ?? pastedHolder(request);
  const rest = {
    text: '',
    form: 'number',
    slot: 'expression',
    route: null,
    constant: null,
    entry: null,
    call: null,
  } as const;
  return (code) => {
    const constant = holder && asConstant({ ...rest, code, role, span }, holder, request);
    if (!constant) return null;
    const { written, needs } = constant;
    const edits = needs ? importNames(needs.module, [needs.name], request.scan, request.text) : [];
    return edits && { written, edits, needs };
  };
}

/** A fragment without imports is pasted into a file that has those of the constants it writes. */
function pastedHolder(request: SpellingRequest): Holder | null {
  const { imports, uses } = request.scan;
  const use = imports.length > 0 ? undefined : uses.findLast(({ constant, text }) => constant && text.includes('.'));
  const family = familiesOf(request).find(({ id }) => id === use?.constant?.family);
  if (!use?.constant || !family) return null;
  return { family, before: use.text.slice(0, -use.constant.member.length), module: null };
}
