/** The only place where offsets of the model and positions of the editor are turned into each other. */

import * as vscode from 'vscode';
import type { Edit, Source, Span } from '../core/model';
import { positionsOf } from '../engine';

export function toSource(document: vscode.TextDocument): Source {
  return {
    uri: document.uri.toString(),
    languageId: document.languageId,
    version: document.version,
    text: document.getText(),
  };
}

export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** Ranges in a text that no document holds. */
export function rangesIn(text: string): (span: Span) => vscode.Range {
  const position = positionsOf(text);
  return ({ start, end }) => {
    const [from, to] = [position(start), position(end)];
    return new vscode.Range(from.line - 1, from.column, to.line - 1, to.column);
  };
}

export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** One workspace edit, so that a fix is one step to undo. */
export function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ span, text }) => vscode.TextEdit.replace(toRange(document, span), text)),
  );
  return edit;
}
