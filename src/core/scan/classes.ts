/** What a class calls itself and what it holds. */

import type { SyntaxNode } from '../syntax';
import type { ClassParts } from './dialect';
import { field } from './nodes';

export function className({ node }: ClassParts): string {
  return field(node, 'name')?.text ?? '';
}

/** The names of the functions in a class's body. */
export function functionNames({ methods }: ClassParts): string[] {
  return methods.map((method) => field(method, 'name')?.text ?? '');
}

/** The value an attribute of the class is given in its body; null where it has none of that name. */
export function attributeOf({ attributes }: ClassParts, name: string): SyntaxNode | null {
  return attributes.find(({ key }) => key.text === name)?.value ?? null;
}
