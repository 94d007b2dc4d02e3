/** Python's syntax in the scan's terms: node types of tree-sitter-python. */

import type { Dialect } from '../dialect';
import { code, pairs } from '../nodes';
import { binding, boundValue } from './bindings';
import { blockOf, memberSpans } from './blocks';
import { classOf, classParts, decorated, decoratorAt, decorators, functionParts, methodAt } from './declarations';
import {
  branchesOf,
  callParts,
  functions,
  kindOf,
  memberParts,
  peel,
  stringValue,
  subscriptParts,
} from './expressions';
import { imports } from './imports';
import { place, slotOf, standsInFor, wholeStatement } from './places';

export const python: Dialect = {
  language: 'python',
  destructures: false,
  functions,
  kind: kindOf,
  imports,
  call: callParts,
  member: memberParts,
  function: functionParts,
  boundValue,
  binding,
  hidesFromFunctions: (scope) => scope.type === 'class_definition',
  class: classParts,
  subscript: subscriptParts,
  pairs,
  elements: code,
  stringValue,
  textParts: () => [],
  peel,
  branches: branchesOf,
  place,
  standsInFor,
  slot: slotOf,
  decorated,
  decorators,
  decoratorAt,
  methodAt,
  members: () => [],
  classOf,
  branch: () => null,
  statements: code,
  blockOf,
  memberSpans,
  wholeStatement,
};
