/** Which documents are ours: every one of a served language, saved or not; and the first of them, read ahead. */

import * as vscode from 'vscode';
import type { Service } from '../core/service';
import { servedLanguage, servedLanguages } from '../engine';
import { toSource } from './convert';

/** No scheme is named, so that untitled documents, notebook cells and sides of a diff count too. */
export const selector: vscode.DocumentSelector = servedLanguages.map(({ id }) => ({ language: id }));

export function isServed(document: vscode.TextDocument): boolean {
  return servedLanguage(document.languageId) !== undefined;
}

/** Starts to read what a window was opened for, while the rest starts. Whoever asks for it then says what went wrong. */
export function readAhead(service: Pick<Service, 'scan'>): void {
  const document = vscode.workspace.textDocuments.find(isServed);
  if (document) service.scan(toSource(document)).catch(() => undefined);
}
