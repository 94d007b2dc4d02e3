/** Reads a framework's `snippets.txt`: real code in sections, written for an `item` that stands for any resource. */

import type { Language } from '../model';
import { operationTitle } from './operations';
import { type Block, blocksOf, type ImportedName, importsOf } from './statements';

/** All handlers and tests of a framework that can be written out. */
export interface Template {
  /** The framework's identifier, or one of its own where a framework has several. */
  readonly id: string;
  readonly framework: string;
  /** What people call it, where that is not the framework's name. */
  readonly name: string | null;
  /** The module whose import says that a file of the framework is written like this one; null for all others. */
  readonly module: string | null;
  readonly language: Language;
  /** What the prefixes of its contributed snippets begin with: `fa`. */
  readonly prefix: string;
  /** The name that the app or router has in the code; null where routes are registered on none. */
  readonly router: string | null;
  /** Where its code lives when nobody says otherwise, as a path in a project: `main.py`. */
  readonly file: string;
  readonly testFile: string;
  /** What handlers need around them: imports, types, a store, the app. */
  readonly frame: Frame;
  readonly testFrame: Frame;
  /** What starts the app when its file is run; empty where the framework's own command does. */
  readonly serve: Frame;
  readonly sections: readonly Section[];
  /** The same without types, for JavaScript; null where that makes no sense, and in this one itself. */
  readonly javascript: Template | null;
}

export interface Frame {
  readonly imports: readonly ImportedName[];
  readonly blocks: readonly Block[];
}

/** A handler, or its test. */
export interface Section {
  /** `get200`, or `test-get200` for its test. */
  readonly operation: string;
  readonly isTest: boolean;
  /** What it answers, as a fragment that can follow "Express: ". */
  readonly description: string;
  readonly code: string;
  /** The file it is written for, where that is not the template's. */
  readonly file: string | null;
  /** What the router must have been made by, where not every router has what the code calls; empty where all do. */
  readonly on: readonly string[];
  /** Does it stand on its own, outside of the class that the frame keeps for handlers. */
  readonly apart: boolean;
}

const commentSigns: Readonly<Record<Language, string>> = { python: '#', ecmascript: '//' };

/**
 * Throws an error that names the line where the text is no template.
 * @param withoutTypes the same text in JavaScript, where there is one
 */
export function readTemplate(id: string, language: Language, text: string, withoutTypes?: string): Template {
  const sign = commentSigns[language];
  const fail = (line: number, what: string): never => {
    throw new Error(`snippets of ${id}, line ${line + 1}: ${what}`);
  };
  const settings = new Map<string, string>();
  const found = new Map<
    string,
    { readonly header: readonly string[]; readonly lines: string[]; readonly at: number }
  >();
  let current: string[] | null = null;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith(`${sign} ---`)) {
      const header = line
        .slice(sign.length + 5)
        .split('|')
        .map((part) => part.trim());
      const name = header[0] ?? '';
      if (!/^[a-z]+(?:-[a-z]+)?\d*$/.test(name)) fail(index, `"${name}" is no name of a section`);
      if (!frameNames.includes(name) && operationTitle(name) === undefined)
        fail(index, `nobody knows the operation ${name}`);
      if (found.has(name)) fail(index, `a second section ${name}`);
      current = [];
      found.set(name, { header, lines: current, at: index });
    } else if (current) {
      if (/\ban? items?\b/i.test(line)) fail(index, 'an article depends on the name of the resource: leave it out');
      if (/\\\/items?/.test(line)) fail(index, 'a path in a regular expression would be renamed as a name');
      if (/\.items\(/.test(line)) fail(index, '.items() would be renamed with the resource');
      current.push(line);
    } else {
      const setting = new RegExp(`^${sign} ([a-z-]+): (.+)$`).exec(line);
      if (setting) settings.set(setting[1] ?? '', (setting[2] ?? '').trim());
    }
  }
  const setting = (name: string) => settings.get(name) ?? fail(0, `no line "${sign} ${name}: ..." at the top`);
  const router = setting('router');
  const frameOf = (name: string): Frame => {
    const code = codeOf(found.get(name)?.lines ?? []);
    return { imports: importsOf(code, language), blocks: blocksOf(code, language) };
  };
  if (!found.has('frame')) fail(0, 'no section frame');
  const sections = [...found]
    .filter(([name]) => !frameNames.includes(name))
    .map(([operation, { header, lines, at }]): Section => {
      const [, description = '', ...rest] = header;
      if (description === '') fail(at, 'no description');
      const options = new Map(rest.map((part) => [part.split(':')[0] ?? '', part.slice(part.indexOf(':') + 1).trim()]));
      for (const name of options.keys()) if (!optionNames.includes(name)) fail(at, `unknown option ${name}`);
      return {
        operation,
        isTest: operation.startsWith('test-'),
        description,
        code: codeOf(lines),
        file: options.get('file') ?? null,
        on: options.get('on')?.split(/,\s*/) ?? [],
        apart: options.has('apart'),
      };
    });
  return {
    id,
    framework: frameworkOf(id, text),
    name: settings.get('name') ?? null,
    module: settings.get('module') ?? null,
    language,
    prefix: setting('prefix'),
    router: router === 'none' ? null : router,
    file: setting('file'),
    testFile: setting('test-file'),
    frame: frameOf('frame'),
    testFrame: frameOf('test-frame'),
    serve: frameOf('serve'),
    sections,
    javascript: withoutTypes === undefined ? null : readTemplate(id, language, withoutTypes),
  };
}

/** The identifier of the framework that a template is for; its own where it names none. */
export function frameworkOf(id: string, text: string): string {
  return /^(?:#|\/\/) framework: (\S+)$/m.exec(text)?.[1] ?? id;
}

const frameNames: readonly string[] = ['frame', 'test-frame', 'serve'];
const optionNames: readonly string[] = ['file', 'on', 'apart'];

/** Lines without the empty ones around them, ending in a line break. */
function codeOf(lines: readonly string[]): string {
  const code = lines.map((line) => line.trimEnd()).join('\n');
  return `${code.replace(/^\n+|\n+$/g, '')}\n`;
}
