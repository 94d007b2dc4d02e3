/** Import statements of Python. */

import type { SyntaxNode } from '../../syntax';
import type { ImportStatement } from '../dialect';
import { field, nodesAt } from '../nodes';

export function imports(root: SyntaxNode, text: string): ImportStatement[] {
  return nodesAt(root, text, /\bimport\b/g, (node) => lookUp(node, ['import_statement', 'import_from_statement'])).map(
    importStatement,
  );
}

function lookUp(node: SyntaxNode, types: readonly string[]): SyntaxNode | null {
  let here: SyntaxNode | null = node;
  for (let steps = 0; here && steps < 3; steps++, here = here.parent) {
    if (types.includes(here.type)) return here;
  }
  return null;
}

function importStatement(node: SyntaxNode): ImportStatement {
  const from = node.type === 'import_from_statement' ? (field(node, 'module_name')?.text ?? '') : null;
  const items = node.childrenForFieldName('name').filter((item) => item !== null);
  const names = items.map((item) => {
    const alias = item.type === 'aliased_import' ? field(item, 'alias') : null;
    const name = (alias ? field(item, 'name') : item)?.text ?? item.text;
    if (from !== null) return { local: alias?.text ?? name, path: name };
    // `import a.b` binds `a` to the module `a`; `import a.b as c` binds `c` to `a.b`.
    return alias ? { local: alias.text, module: name, path: '' } : { local: top(name), module: top(name), path: '' };
  });
  if (from !== null && names.length === 0) names.push({ local: '*', path: '' });
  const last = items.at(-1);
  return {
    node,
    module: from ?? items[0]?.text ?? '',
    names,
    insertNameAt: from !== null && last ? last.endIndex : null,
  };
}

function top(dotted: string): string {
  return dotted.split('.')[0] ?? dotted;
}
