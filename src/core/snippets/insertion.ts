/** Writes a handler into a file at a sensible place, or a whole program into an empty one. */

import { t } from '../../text';
import { insert, lineIndent, newline } from '../edits';
import type { Framework } from '../framework';
import type { Edit, Span } from '../model';
import type { Outline } from '../outline';
import { isInClass, routerAt, type Speller, serves, speller, spellingIn } from './fitting';
import { importEdits } from './importing';
import { partsOf } from './parts';
import { underPrefix, withPrefix } from './prefixed';
import { importsFor, indented, programOf } from './program';
import type { Section, Template } from './template';
import { plainText } from './writing';

export interface InsertionRequest {
  readonly text: string;
  readonly outline: Outline;
  readonly offset: number;
  readonly framework: Framework;
  readonly template: Template;
  readonly section: Section;
  /** The words of the resource's name. */
  readonly resource: readonly string[];
  /** One step of indentation. */
  readonly indent: string;
}

/** With what spells the statuses of all that is written, and knows what that takes. */
interface Writing extends InsertionRequest {
  readonly status: Speller;
}

/** The edits, and where the new code begins once they are made; or why there is no place for it, as a sentence. */
export type Insertion = { readonly edits: readonly Edit[]; readonly at: number } | { readonly refused: string };

export function handlerInsertion(asked: InsertionRequest): Insertion {
  const { outline, framework, template, section } = asked;
  const spellingOf = spellingIn(outline, framework, asked.text, asked.offset);
  const request = { ...asked, status: speller(framework, spellingOf) };
  if (outline.statements.length === 0) return programInsertion(request);
  if (isInClass(template, section)) return memberInsertion(request);
  const router = template.router === null ? null : routerAt(request.offset, outline, framework, request.text);
  if (template.router !== null && !router) {
    return {
      refused: t`This file has no ${framework.name} app or router yet. Make one first, or start in an empty file.`,
    };
  }
  if (router && !serves(router, section)) {
    return { refused: t`This handler is registered on ${alternatives(section.on)}, which this file does not make.` };
  }
  const placed =
    router && template.router !== null
      ? underPrefix(section.code, router, template.router, template.language, request.resource)
      : section.code;
  const code = withPrefix(codeOf(request, placed, router?.name ?? ''), router);
  const plugin = outline.plugins.find(
    ({ span, framework: id }) => id === framework.id && span.start < request.offset && request.offset <= span.end,
  );
  return plugin ? pluginInsertion(request, plugin.statements, code) : statementInsertion(request, code);
}

function alternatives(names: readonly string[]): string {
  return names.length > 1 ? t`${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}` : (names[0] ?? '');
}

function codeOf({ status, template, resource, indent }: Writing, code: string, router: string) {
  const parts = partsOf(code, template.language, template.router);
  const text = plainText(parts, { router, resource, status: status.write }, template.language);
  const unit = template.language === 'python' ? 4 : 2;
  return text
    .trimEnd()
    .replace(/^ +/gm, (spaces) => indent.repeat(spaces.length / unit) + ' '.repeat(spaces.length % unit));
}

/** What there is, if only comments, stays on top. */
function programInsertion(request: Writing): Insertion {
  const { text, template, section } = request;
  const code = codeOf(request, programOf(template, section, section.code, true), template.router ?? '');
  const lead = text.trim() === '' ? '' : `${newline(text).repeat(2)}`;
  const start = text.trimEnd().length;
  const edit = { span: { start, end: text.length }, text: `${lead}${code}\n`.replaceAll('\n', newline(text)) };
  return { edits: [edit], at: start + lead.length };
}

function statementInsertion(request: Writing, code: string): Insertion {
  const { text, outline, offset, template } = request;
  const { statements, scan } = outline;
  const indexOf = (place: number) => statements.findLastIndex(({ start }) => start <= place);
  const lastImport = Math.max(-1, ...scan.imports.map(({ statement }) => indexOf(statement.start)));
  const router = outline.routers.map(({ from }) => indexOf(from)).at(0) ?? -1;
  const lastRoute = Math.max(-1, ...scan.routes.map(({ span }) => indexOf(span.start)));
  let wanted = indexOf(offset);
  // What starts the program, and what answers when no route has, comes last.
  while (wanted > lastRoute && comesLast(statements[wanted], lastRoute >= 0, text)) wanted--;
  const index = Math.max(wanted, lastImport, router);
  const gap = template.language === 'python' ? 3 : 2;
  const before = statements[index];
  return behind(request, before ? lineEnd(text, before.end) : 0, code, before ? gap : 0);
}

function comesLast(statement: Span | undefined, isBelowRoutes: boolean, text: string): boolean {
  if (!statement) return false;
  const start = text.slice(statement.start, statement.end);
  if (/^if __name__\b/.test(start)) return true;
  return (
    isBelowRoutes &&
    /^(?:void |await )?[\w$]+\.(?:use|listen|setErrorHandler|setNotFoundHandler|onError|notFound)\(/.test(start)
  );
}

function pluginInsertion(request: Writing, statements: readonly Span[], code: string): Insertion {
  const { text, offset } = request;
  const before = statements.findLast(({ start }) => start <= offset) ?? statements.at(-1);
  if (!before) return { refused: t('The function at the cursor is empty. Write a statement into it first.') };
  return behind(request, lineEnd(text, before.end), indented(code, lineIndent(text, before.start)), 2);
}

function memberInsertion(request: Writing): Insertion {
  const { text, outline, offset, framework, section, indent } = request;
  const decorator = framework.routing.classes?.decorator ?? '';
  const classes = outline.classes.filter(({ decorators }) => decorators.includes(decorator));
  const owner = classes.find(({ span }) => span.start <= offset && offset <= span.end) ?? classes.at(-1);
  if (!owner) return { refused: t`This file has no class with @${decorator} to write a handler into.` };
  const isInside = owner.span.start <= offset && offset <= owner.span.end;
  const before =
    (isInside ? owner.members.findLast(({ start }) => start <= offset) : undefined) ?? owner.members.at(-1);
  const own = before ? lineIndent(text, before.start) : lineIndent(text, owner.span.start) + indent;
  const code = indented(codeOf(request, section.code, ''), own);
  return behind(request, before ? lineEnd(text, before.end) : owner.start, code, before ? 2 : 1);
}

/** Code behind a place, `breaks` line breaks below it, with the imports it needs. */
function behind(request: Writing, at: number, code: string, breaks: number): Insertion {
  const { text, outline, template, section, status } = request;
  const lineBreak = newline(text);
  const names = [...importsFor(section.code, section, template), ...status.imports()];
  const imports = importEdits(names, outline, text);
  const lead = lineBreak.repeat(breaks);
  // At the end of a text, and before what it opens with, a line ends too.
  const tail =
    at === 0 && text !== ''
      ? lineBreak.repeat(3)
      : /^\s*$/.test(text.slice(at)) && !text.endsWith('\n')
        ? lineBreak
        : '';
  const shift = imports
    .filter(({ span }) => span.start <= at)
    .reduce((sum, edit) => sum + edit.text.length - (edit.span.end - edit.span.start), 0);
  const written = insert(at, lead + code.replaceAll('\n', lineBreak) + tail);
  return { edits: [...imports, written], at: at + shift + lead.length };
}

function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset).search(/\r?\n/);
  return end === -1 ? text.length : offset + end;
}
