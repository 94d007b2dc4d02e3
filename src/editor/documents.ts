/** Which documents are ours: every one of a served language, saved or not. */

import type * as vscode from 'vscode';
import { servedLanguage, servedLanguages } from '../engine';

/** No scheme is named, so that untitled documents, notebook cells and sides of a diff count too. */
export const selector: vscode.DocumentSelector = servedLanguages.map(({ id }) => ({ language: id }));

export function isServed(document: vscode.TextDocument): boolean {
  return servedLanguage(document.languageId) !== undefined;
}
