/** Makes programs of a framework's snippets as VS Code fills them in, and writes them to a folder. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { applyEdits } from '../../src/core/edits';
import type { Language } from '../../src/core/model';
import type { Outline } from '../../src/core/outline';
import { emptyScan } from '../../src/core/scan/scan';
import { contributedSnippets, prefixOf } from '../../src/core/snippets/contributed';
import { speller, spellingIn } from '../../src/core/snippets/fitting';
import { handlerInsertion } from '../../src/core/snippets/insertion';
import { partsOf } from '../../src/core/snippets/parts';
import { programOf } from '../../src/core/snippets/program';
import { writeImports } from '../../src/core/snippets/statements';
import type { Section, Template } from '../../src/core/snippets/template';
import { plainText } from '../../src/core/snippets/writing';
import { frameworks } from '../../src/frameworks/registry';
import { templatesOf } from '../../src/snippets/templates';
import { expandSnippet } from './expandSnippet';

export const folder = resolve('dist/test/snippets');

export function templateOf(id: string): Template {
  const template = templatesOf(frameworks).find((each) => each.id === id);
  if (!template) throw new Error(`there are no snippets for ${id}`);
  return template;
}

/** A handler with its test, as files of a project. */
export interface Program {
  readonly operation: string;
  readonly section: Section;
  readonly test: Section | null;
  readonly file: string;
  readonly testFile: string | null;
  readonly text: string;
  readonly testText: string | null;
  /** What the command writes into an empty file for order lines. */
  readonly wholeText: string;
  /** With the constants of http-status-codes in the place of numbers; null where there is none to write. */
  readonly constantsText: string | null;
}

export function programsOf(template: Template): Program[] {
  const handlers = template.sections.filter(({ isTest }) => !isTest);
  return handlers.map((section): Program => {
    const test = template.sections.find(({ operation }) => operation === `test-${section.operation}`) ?? null;
    return {
      operation: section.operation,
      section,
      test,
      file: section.file ?? template.file,
      testFile: test && (test.file ?? template.testFile),
      text: programOf(template, section, filledIn(section, template)),
      testText: test && programOf(template, test, filledIn(test, template)),
      wholeText: wholeProgram(template, section),
      constantsText: withConstants(template, section),
    };
  });
}

/** What VS Code inserts when every tab-stop is left as it is. */
export function filledIn(section: Section, template: Template): string {
  const snippet = Object.values(contributedSnippets(template, '', [section]))[0];
  if (!snippet) throw new Error(`${prefixOf(section, template)} is not contributed`);
  const indent = template.language === 'python' ? '    ' : '  ';
  return expandSnippet(snippet.body.join('\n')).replaceAll('\t', indent);
}

function wholeProgram(template: Template, section: Section): string {
  const framework = frameworks.find(({ id }) => id === template.framework);
  if (!framework) throw new Error(`there is no framework ${template.framework}`);
  const insertion = handlerInsertion({
    text: '',
    outline: emptyOutline(template.language),
    offset: 0,
    framework,
    template,
    section,
    resource: ['order', 'line'],
    indent: template.language === 'python' ? '    ' : '  ',
  });
  if ('refused' in insertion) throw new Error(insertion.refused);
  return applyEdits('', insertion.edits);
}

/** The types of a framework may refuse what is a number as well: Hono's and Fastify's know each status. */
function withConstants(template: Template, section: Section): string | null {
  const { language, router } = template;
  const framework = frameworks.find(({ id }) => id === template.framework);
  if (!framework || language === 'python') return null;
  const outline = emptyOutline(language);
  const nowhere = { start: 0, end: 0 };
  const item = { local: 'StatusCodes', module: 'http-status-codes', path: 'StatusCodes', statement: nowhere };
  const scan = { ...outline.scan, imports: [{ ...item, insertNameAt: null }] };
  const parts = partsOf(programOf(template, section, filledIn(section, template)), language, router);
  const { write: status } = speller(framework, spellingIn({ ...outline, scan }, framework, '', 0));
  const text = plainText(parts, { router: router ?? '', resource: ['item'], status }, language);
  return text.includes('StatusCodes.') ? `import { StatusCodes } from 'http-status-codes';\n${text}` : null;
}

function emptyOutline(language: Language): Outline {
  const nothing = { frameworks: [], declared: [], routers: [], made: [], statements: [], plugins: [], classes: [] };
  return { ...nothing, scan: emptyScan(language), place: null, packages: [], project: null };
}

/** The program without its handler: a test that tests anything fails beside it. */
function without(template: Template): string {
  const blocks = template.frame.blocks.map(({ code }) => code);
  return [writeImports(template.frame.imports, template.language), ...blocks].join('\n\n');
}

/** Writes a project for each program into a folder of the template, and one without its handler into `without`. */
export function writePrograms(template: Template, programs: readonly Program[], place = ''): string {
  const directory = join(folder, template.id, place);
  rmSync(directory, { recursive: true, force: true });
  for (const { operation, file, text, testFile, testText, wholeText, constantsText } of programs) {
    write(join(directory, operation, file), text);
    write(join(directory, 'whole', operation, file), wholeText);
    if (constantsText !== null) write(join(directory, 'constants', operation, file), constantsText);
    if (testFile === null || testText === null) continue;
    write(join(directory, operation, testFile), testText);
    const unchecked = template.language === 'python' ? '' : '// @ts-nocheck\n';
    write(join(directory, 'without', operation, file), unchecked + without(template));
    write(join(directory, 'without', operation, testFile), unchecked + testText);
  }
  return directory;
}

export function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
