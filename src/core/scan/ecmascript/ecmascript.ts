/** JavaScript and TypeScript syntax in the scan's terms: node types of tree-sitter-typescript and its TSX twin. */

import type { Dialect } from '../dialect';
import { code, pairs } from '../nodes';
import { binding, boundValue } from './bindings';
import { blockOf, memberSpans } from './blocks';
import { branch } from './branches';
import { classOf, classParts, decorated, decorators, functionParts, membersOf } from './declarations';
import {
  branchesOf,
  callParts,
  functions,
  kindOf,
  memberParts,
  peel,
  stringValue,
  subscriptParts,
  textParts,
} from './expressions';
import { imports } from './imports';
import { place, slotOf, standsInFor, wholeStatement } from './places';

export const ecmascript: Dialect = {
  language: 'ecmascript',
  destructures: true,
  functions,
  kind: kindOf,
  imports,
  call: callParts,
  member: memberParts,
  function: functionParts,
  boundValue,
  binding,
  hidesFromFunctions: () => false,
  class: classParts,
  subscript: subscriptParts,
  pairs,
  elements: code,
  stringValue,
  textParts,
  peel,
  branches: branchesOf,
  place,
  standsInFor,
  slot: slotOf,
  decorated,
  decorators,
  decoratorAt: () => null,
  methodAt: () => null,
  members: membersOf,
  classOf,
  branch,
  statements: (body) => (body.type === 'statement_block' ? code(body) : []),
  blockOf,
  memberSpans,
  wholeStatement,
};
