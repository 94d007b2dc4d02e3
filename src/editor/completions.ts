/** Offers status codes while one is typed, where one goes. */

import * as vscode from 'vscode';
import type { Completion } from '../core/features/completions/completions';
import type { Service } from '../core/service';
import { toRange, toSource } from './convert';
import { selector } from './documents';
import type { Health } from './health';
import { settingsFor } from './settings';

/** What stands before a status as a rule; a look at the line says at once that nothing is meant in all other places. */
const triggers = ['(', '[', '{', '=', ':', ',', ' '];

export function registerCompletions(service: Service, health: Health): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    selector,
    health.guarded('Completions', {
      async provideCompletionItems(document, position, token) {
        if (!settingsFor(document).completionsEnabled) return null;
        const found = await service.completions(toSource(document), document.offsetAt(position));
        if (!found || token.isCancellationRequested) return null;
        const replacing = toRange(document, found.span);
        const range = { inserting: replacing.with({ end: position }), replacing };
        const items = found.items.map((item, index) => toItem(document, item, index, range));
        // Asked again with each word, for only the engine knows which codes words lead to.
        return new vscode.CompletionList(items, true);
      },
    }),
    ...triggers,
  );
}

function toItem(
  document: vscode.TextDocument,
  { label, note, detail, documentation, filter, insert, edits, preselected }: Completion,
  index: number,
  range: { inserting: vscode.Range; replacing: vscode.Range },
): vscode.CompletionItem {
  const kind = note === '' ? vscode.CompletionItemKind.Value : vscode.CompletionItemKind.Constant;
  const item = new vscode.CompletionItem(note === '' ? label : { label, description: note }, kind);
  item.detail = detail;
  item.documentation = new vscode.MarkdownString(documentation);
  item.filterText = filter;
  // An exclamation mark comes before all that other providers sort by.
  item.sortText = `!${String(index).padStart(3, '0')}`;
  item.insertText = insert;
  item.range = range;
  item.preselect = preselected;
  if (edits.length > 0) {
    item.additionalTextEdits = edits.map(({ span, text }) => vscode.TextEdit.replace(toRange(document, span), text));
  }
  return item;
}
