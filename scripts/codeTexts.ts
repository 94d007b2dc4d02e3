/** Finds the English texts that source code has translated: what stands in `t(...)`, `l10n.t(...)` and behind a tagged `t`. */

import type { Syntax, SyntaxNode } from '../src/core/syntax';

/** A text in English, and where it stands. */
export interface Text {
  readonly text: string;
  /** For people: a path, or whose text it is. */
  readonly from: string;
}

/** In the order of the file. Texts that are data come with it: `t(code.when)` has none of its own. */
export async function codeTexts(path: string, source: string, syntax: Syntax): Promise<readonly Text[]> {
  const parsed = await syntax.parse('tsx', source);
  const found: Text[] = [];
  const visit = (node: SyntaxNode) => {
    if (node.type === 'call_expression' && isTranslation(node.childForFieldName('function'))) {
      for (const text of textsOf(node.childForFieldName('arguments'))) found.push({ text, from: path });
    }
    for (const child of node.namedChildren) if (child) visit(child);
  };
  visit(parsed.root);
  parsed.dispose();
  return found;
}

/** Texts of several words that stand in code for people and are not translated; what goes into a log or an error of our own is not for them. */
export async function untranslated(path: string, source: string, syntax: Syntax): Promise<readonly Text[]> {
  const parsed = await syntax.parse('tsx', source);
  const found: Text[] = [];
  const visit = (node: SyntaxNode) => {
    if (node.type === 'import_statement' || isForNobody(node)) return;
    if (node.type === 'call_expression' && isTranslation(node.childForFieldName('function'))) {
      // What is put into the text may say something itself.
      for (const child of node.childForFieldName('arguments')?.namedChildren ?? []) {
        if (child && child.type !== 'string' && child.type !== 'template_string') visit(child);
      }
      return;
    }
    const text = textsIn(node)[0];
    if (text !== undefined && /\p{L}{2}[,.:;]? \p{Ll}{2}/u.test(text)) found.push({ text, from: path });
    for (const child of node.namedChildren) if (child) visit(child);
  };
  visit(parsed.root);
  parsed.dispose();
  return found;
}

function isForNobody(node: SyntaxNode): boolean {
  const called = node.childForFieldName(node.type === 'new_expression' ? 'constructor' : 'function')?.text ?? '';
  return (
    (node.type === 'call_expression' && /(?:^|\.)(?:log\.\w+|failed|guarded|note)$/.test(called)) ||
    (node.type === 'new_expression' && /Error$/.test(called) && !/\bt\b/.test(node.text))
  );
}

function isTranslation(called: SyntaxNode | null): boolean {
  return called !== null && /^(?:t|(?:vscode\.)?l10n\.t)$/.test(called.text);
}

/** A template has its values as `{0}`, `{1}`; of a choice, both texts. */
function textsOf(given: SyntaxNode | null): readonly string[] {
  const value = given?.type === 'arguments' ? given.namedChildren.find((each) => each?.type !== 'comment') : given;
  return value ? textsIn(value) : [];
}

function textsIn(value: SyntaxNode): readonly string[] {
  switch (value.type) {
    case 'string':
      return [unescaped(value.text.slice(1, -1))];
    case 'template_string':
      return [templateText(value)];
    default:
      return [];
  }
}

function templateText(template: SyntaxNode): string {
  const start = template.startIndex;
  let text = '';
  let at = 1;
  let count = 0;
  for (const child of template.namedChildren) {
    if (child?.type !== 'template_substitution') continue;
    text += `${template.text.slice(at, child.startIndex - start)}{${count++}}`;
    at = child.endIndex - start;
  }
  return unescaped(text + template.text.slice(at, -1));
}

function unescaped(written: string): string {
  return written.replaceAll(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|([\s\S]))/gi, (_, long, short, sign) => {
    const digits = long ?? short;
    if (digits) return String.fromCodePoint(Number.parseInt(digits, 16));
    return { n: '\n', t: '\t', r: '\r' }[sign as string] ?? sign;
  });
}
