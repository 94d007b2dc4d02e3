/** Reads the statements of a template: what they import, declare and use, as far as templates are written. */

import type { Language } from '../model';
import { codeOnly } from './places';
import { remembered } from './remembered';

/** A name that an import statement brings in. */
export interface ImportedName {
  readonly module: string;
  /** The name inside the module; `default` and `*` for those forms of ECMAScript, empty for a Python module itself. */
  readonly name: string;
  /** The name in the file; empty for an import that only runs the module. */
  readonly local: string;
  /** Is it a type, which `import type` or `{ type A }` brings in. */
  readonly type: boolean;
  /** Is the module one of the project's own, so that nobody knows its path elsewhere. */
  readonly own: boolean;
}

/** Statements that belong together: what stands between two empty lines at the left margin. */
export interface Block {
  readonly code: string;
  readonly declares: readonly string[];
  /** Where handlers are put: the indentation of the line `+++`; null where it has none. */
  readonly hole: string | null;
}

/** The line of a frame that says where handlers go. */
export const holeLine = /^([ \t]*)(?:#|\/\/) \+\+\+$/m;

export function importsOf(code: string, language: Language): ImportedName[] {
  return language === 'python' ? pythonImports(code) : ecmascriptImports(code);
}

const ecmascriptImport =
  /^import\s+(type\s+)?(?:([^'"{]*?)\s*(?:,\s*)?(?:\{([^}]*)\}\s*)?from\s+)?['"]([^'"]+)['"];?\n/gm;
const pythonImport = /^(?:from\s+(\S+)\s+import\s+(?:\(([^)]*)\)|(.+))|import\s+(\S+)(?:\s+as\s+(\w+))?)\n/gm;

function ecmascriptImports(code: string): ImportedName[] {
  return [...code.matchAll(ecmascriptImport)].flatMap(([, allTypes, outside, inside, written = '']) => {
    const module = written.replace(/[«»]/g, '');
    const own = module.startsWith('.');
    const base = { module, own, type: allTypes !== undefined };
    const names: ImportedName[] = [];
    const outer = outside?.trim() ?? '';
    if (outer.startsWith('*')) names.push({ ...base, name: '*', local: outer.replace(/^\*\s*as\s+/, '') });
    else if (outer !== '') names.push({ ...base, name: 'default', local: outer });
    for (const item of listed(inside)) {
      const [, type, name = '', local] = /^(type\s+)?([\w$]+)(?:\s+as\s+([\w$]+))?$/.exec(item) ?? [];
      names.push({ ...base, name, local: local ?? name, type: base.type || type !== undefined });
    }
    return names.length > 0 ? names : [{ ...base, name: '', local: '' }];
  });
}

function pythonImports(code: string): ImportedName[] {
  return [...code.matchAll(pythonImport)].flatMap(([, from, many, few, plain, alias]) => {
    if (from === undefined) {
      return [{ module: plain ?? '', name: '', local: alias ?? plain ?? '', type: false, own: false }];
    }
    const own = from.includes('«');
    return listed(many ?? few).map((item) => {
      const [name = '', local = name] = item.split(/\s+as\s+/);
      return { module: from.replace(/[«»]/g, ''), name, local, type: false, own };
    });
  });
}

function listed(names: string | undefined): string[] {
  return (names ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The statements as they are written at the top of a file, one for each module. */
export function writeImports(names: readonly ImportedName[], language: Language): string {
  const modules = new Map<string, ImportedName[]>();
  for (const name of names) modules.set(name.module, [...(modules.get(name.module) ?? []), name]);
  const statements = [...modules].map(([module, items]) =>
    language === 'python' ? pythonStatement(module, items) : ecmascriptStatement(module, items),
  );
  return statements.map((statement) => `${statement}\n`).join('');
}

function pythonStatement(module: string, items: readonly ImportedName[]): string {
  const [first] = items;
  if (first?.name === '') return first.local === module ? `import ${module}` : `import ${module} as ${first.local}`;
  return `from ${module} import ${items.map(({ name, local }) => as(name, local)).join(', ')}`;
}

function ecmascriptStatement(module: string, items: readonly ImportedName[]): string {
  const outer = items.find(({ name }) => name === 'default' || name === '*');
  const inner = items.filter(({ name }) => name !== 'default' && name !== '*' && name !== '');
  const types = inner.length > 0 && inner.every(({ type }) => type);
  const list = inner.map((item) => (item.type && !(types && !outer) ? 'type ' : '') + as(item.name, item.local));
  const parts = [
    ...(outer ? [outer.name === '*' ? `* as ${outer.local}` : outer.local] : []),
    ...(inner.length > 0 ? [`{ ${list.join(', ')} }`] : []),
  ];
  if (parts.length === 0) return `import '${module}';`;
  const onlyType = outer ? outer.type && inner.length === 0 : types;
  return `import ${onlyType ? 'type ' : ''}${parts.join(', ')} from '${module}';`;
}

function as(name: string, local: string): string {
  return name === local ? name : `${name} as ${local}`;
}

/** The blocks of a frame beside its imports, in their order. */
export function blocksOf(code: string, language: Language): Block[] {
  const rest = code.replace(language === 'python' ? pythonImport : ecmascriptImport, '');
  // What an empty line inside a class or function sets apart is indented, and a bracket that closes belongs above.
  return rest
    .split(/\n{2,}(?=[^\s)\]}])/)
    .map((block) => block.replace(/^\n+|\n+$/g, ''))
    .filter((block) => block !== '')
    .map((block) => ({
      code: `${block}\n`,
      declares: declaredNames(block, language),
      hole: holeLine.exec(block)?.[1] ?? null,
    }));
}

const declarations: Readonly<Record<Language, RegExp>> = {
  python: /^(?:(?:async\s+)?def\s+(\w+)|class\s+(\w+)|(\w+)\s*(?::[^=\n]+)?=(?!=))/gm,
  ecmascript:
    /^(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\*?|class|interface|type|const|let|enum)\s+([\w$]+)/gm,
};

/** What a text declares at its left margin. */
export function declaredNames(code: string, language: Language): string[] {
  return [...code.matchAll(declarations[language])].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** Every word that may be a name the code takes from around it; members of something are none. */
export const usedNames = remembered((code: string, language: Language): ReadonlySet<string> => {
  const words = codeOnly(code, language).matchAll(/(?<![\w$]|(?<!\.\.)\.)[A-Za-z_$][\w$]*/g);
  return new Set([...words].map(([name]) => name));
});
