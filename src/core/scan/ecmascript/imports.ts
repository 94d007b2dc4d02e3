/** Import statements of JavaScript and TypeScript, and `require`. */

import type { SyntaxNode } from '../../syntax';
import type { ImportStatement } from '../dialect';
import { code, field, nodesAt } from '../nodes';
import { callParts, memberParts, stringValue } from './expressions';

export function imports(root: SyntaxNode, text: string): ImportStatement[] {
  return nodesAt(root, text, /(?<![\w$.])(?:import\b(?!\s*[.(])|require\s*\()/g, (node) => {
    const statement = node.type === 'import' ? node.parent : null;
    if (statement?.type === 'import_statement') return statement;
    const call = node.type === '(' ? node.parent?.parent : null;
    const value = call?.parent?.type === 'member_expression' ? call.parent : call;
    const declarator = call?.type === 'call_expression' ? value?.parent : null;
    return declarator?.type === 'variable_declarator' ? declarator : null;
  }).flatMap((node) => (node.type === 'import_statement' ? importStatement(node) : requireDeclarator(node)));
}

/** A default import and a namespace import both stand for the module itself: a CommonJS package gives the same for both. */
function importStatement(node: SyntaxNode): ImportStatement[] {
  const source = field(node, 'source');
  const module = source ? stringValue(source) : null;
  if (module === null) return [];
  const names: { local: string; path: string }[] = [];
  let insertNameAt: number | null = null;
  const clause = code(node).find((child) => child.type === 'import_clause');
  for (const part of clause ? code(clause) : []) {
    if (part.type === 'identifier') names.push({ local: part.text, path: '' });
    if (part.type === 'namespace_import') names.push({ local: code(part)[0]?.text ?? '', path: '' });
    if (part.type !== 'named_imports') continue;
    for (const item of code(part)) {
      const name = field(item, 'name')?.text ?? '';
      names.push({ local: field(item, 'alias')?.text ?? name, path: name === 'default' ? '' : name });
      insertNameAt = item.endIndex;
    }
  }
  const typeOnly = /^import\s+type\b/.test(node.text.slice(0, 40));
  return [{ node, module, names, insertNameAt: typeOnly ? null : insertNameAt }];
}

/** `const express = require('express')`, `const { Router: R } = require('express')` and `= require('express').Router`. */
function requireDeclarator(node: SyntaxNode): ImportStatement[] {
  const target = field(node, 'name');
  const value = field(node, 'value');
  const member = value ? memberParts(value) : null;
  const inner = member?.property.text ?? '';
  const whole = member?.object ?? value;
  const call = whole ? callParts(whole) : null;
  const module = call?.arguments[0] ? stringValue(call.arguments[0].value) : null;
  if (!target || !call || module === null || call.callee.text !== 'require') return [];
  if (target.type === 'identifier') {
    return [{ node, module, names: [{ local: target.text, path: inner }], insertNameAt: null }];
  }
  if (target.type !== 'object_pattern') return [];
  const items = code(target);
  const prefix = inner === '' ? '' : `${inner}.`;
  const names = items.flatMap((item) => {
    if (item.type === 'shorthand_property_identifier_pattern') {
      return [{ local: item.text, path: prefix + item.text }];
    }
    const key = item.type === 'pair_pattern' ? field(item, 'key') : null;
    const local = key ? field(item, 'value') : null;
    return key && local ? [{ local: local.text, path: prefix + key.text }] : [];
  });
  return [{ node, module, names, insertNameAt: inner === '' ? (items.at(-1)?.endIndex ?? null) : null }];
}
