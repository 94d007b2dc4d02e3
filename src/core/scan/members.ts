/** What objects and classes of a file hold, looked up once for each of them. */

import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import { once } from './memo';

/** The value of a key of an object literal, or of what stands around one; null where it has none, or is none. */
export function propertyOf(node: SyntaxNode, name: string, { dialect }: ScanContext): SyntaxNode | null {
  const mapping = dialect.peel(node);
  if (dialect.kind(mapping) !== 'mapping') return null;
  return dialect.pairs(mapping).find(({ key }) => (dialect.stringValue(key) ?? key.text) === name)?.value ?? null;
}

/** What an object literal or a class holds under a name; null where it holds nothing of it, or is neither. */
export function memberOf(holder: SyntaxNode, name: string, context: ScanContext): SyntaxNode | null {
  const members = once(`members of ${holder.id}`, context, () => {
    return new Map(context.dialect.members(holder).map((member) => [member.name, member.value]));
  });
  return members.get(name) ?? null;
}

/** What `this.name` stands for: a member of the nearest class or object around that has one. */
export function ownMember(node: SyntaxNode, name: string, context: ScanContext): SyntaxNode | null {
  for (let here = node.parent; here; here = here.parent) {
    const member = memberOf(here, name, context);
    if (member) return member;
  }
  return null;
}
