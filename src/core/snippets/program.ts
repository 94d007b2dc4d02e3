/** Puts code of a template together: what it needs from its frame, and a program that runs. */

import { type Block, declaredNames, holeLine, type ImportedName, usedNames, writeImports } from './statements';
import type { Frame, Section, Template } from './template';

/** What code takes from a frame: the blocks that declare what it uses, what those use in turn, and all their imports. */
export function neededFrom(frame: Frame, code: string, template: Template): Frame {
  const own = new Set(declaredNames(code, template.language));
  const kept = new Set<Block>();
  const used = new Set<string>();
  const waiting = [code];
  // A block that declares nothing sets up what is declared before it.
  for (const block of frame.blocks) if (block.declares.length === 0) keep(block);
  function keep(block: Block) {
    if (kept.has(block)) return;
    kept.add(block);
    waiting.push(block.code);
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of usedNames(next, template.language)) {
      if (used.has(name) || own.has(name)) continue;
      used.add(name);
      const block = frame.blocks.find(({ declares }) => declares.includes(name));
      if (block) keep(block);
    }
  }
  return {
    imports: frame.imports.filter(({ local }) => local === '' || used.has(local.split('.')[0] ?? '')),
    blocks: frame.blocks.filter((block) => kept.has(block)),
  };
}

/** What the names that code uses are imported by, where it stands without a frame. */
export function importsFor(code: string, section: Section, template: Template): readonly ImportedName[] {
  const frame = section.isTest ? template.testFrame : template.frame;
  const own = new Set(declaredNames(code, template.language));
  const used = usedNames(code, template.language);
  return frame.imports.filter(({ local }) => {
    const head = local.split('.')[0] ?? '';
    return local !== '' && used.has(head) && !own.has(head);
  });
}

/** A whole file: `code` is the section's, with names filled in. */
export function programOf(template: Template, section: Section, code: string, serves = false): string {
  const whole = section.isTest ? template.testFrame : template.frame;
  const served = serves ? servedFor(template, section) : '';
  const holes = section.apart ? [] : whole.blocks.filter(({ hole }) => hole !== null);
  const held = holes.flatMap(({ declares }) => declares).join(' ');
  const needed = neededFrom(whole, `${code}${served}\n${held}\n`, template);
  const placed = placeIn(needed.blocks, code, section);
  const extra = serves
    ? template.serve.imports.filter((item) => !needed.imports.some((known) => same(known, item)))
    : [];
  const imports = writeImports([...needed.imports, ...extra], template.language);
  return [imports, ...placed, served].filter((part) => part !== '').join(gap(template));
}

/** What starts the app, with the class that a section brings along in the place of the frame's, whose name it ends in. */
function servedFor(template: Template, section: Section): string {
  const text = template.serve.blocks.map((block) => block.code).join(gap(template));
  const [usual] = template.frame.blocks.find(({ hole }) => hole !== null)?.declares ?? [];
  if (!section.apart || usual === undefined) return text;
  const own = declaredNames(section.code, template.language).find((name) => name.endsWith(usual));
  return own === undefined ? text : text.replaceAll(usual, own);
}

function same(a: ImportedName, b: ImportedName): boolean {
  return a.module === b.module && a.local === b.local;
}

/** Two empty lines between the statements of Python, as its formatters have it. */
function gap({ language }: Template): string {
  return language === 'python' ? '\n\n' : '\n';
}

function placeIn(blocks: readonly Block[], code: string, section: Section): string[] {
  const hole = section.apart ? undefined : blocks.find((block) => block.hole !== null);
  if (!hole) return [...blocks.map((block) => block.code.replace(holeLine, '')), code];
  return blocks.map((block) =>
    block === hole
      ? listed(block.code, code).replace(holeLine, (_, indent: string) => filled(code, indent))
      : block.code,
  );
}

/** At the left margin a handler is set apart from what follows, as formatters of Python have it. */
function filled(code: string, indent: string): string {
  return indented(code.trimEnd(), indent) + (indent === '' ? '\n\n' : '');
}

/** A line `# +++ handlers` becomes the names of the decorated functions, for an app that is given them in a list. */
function listed(frame: string, code: string): string {
  const names = [...code.matchAll(/^@[\s\S]*?^(?:async )?def (\w+)/gm)].map(([, name]) => name);
  return frame.replace(/^( *)# \+\+\+ handlers$/m, (_, indent: string) => {
    return names.map((name) => `${indent}${name},`).join('\n');
  });
}

export function indented(code: string, indent: string): string {
  return code.replace(/^(?=.)/gm, indent);
}
