/** What host tests do with documents: open them in every way, wait for findings, ask for hovers and code actions. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

export async function untitled(language: string, content: string): Promise<vscode.TextDocument> {
  await extensionStarted();
  return vscode.workspace.openTextDocument({ language, content });
}

/** Resolves when all is loaded that is loaded after the extension was activated: until then, its commands wait. */
export async function extensionStarted(): Promise<void> {
  await vscode.extensions.getExtension('http-status-coach.http-status-coach')?.activate();
  await vscode.commands.executeCommand('statusCoach.reportIssue', { open: false });
}

/** The range of the first place where `words` stand. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  assert.notEqual(at, -1, `the document does not contain ${words}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** The text of our hover at the start of `words`; empty where nothing of ours shows. */
export async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, words).start,
  );
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((part) => (typeof part === 'string' ? part : part.value)),
  );
  return texts.filter((text) => /^\*\*\d{3} |^`[A-Z]+ /.test(text)).join('\n');
}

export async function actionsAt(document: vscode.TextDocument, words: string): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(rangeOf(document, words).start, rangeOf(document, words).start),
  );
  return actions.filter(({ title }) => title.startsWith('Answer '));
}

/** Our findings in a document, as soon as they satisfy a condition. */
export async function findingsOf(
  document: vscode.TextDocument,
  until: (found: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const read = () => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Status Coach');
  const deadline = Date.now() + 10_000;
  while (!until(read()) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  return read();
}

/** Our findings in a document that is expected to have none: read only when any would have come. */
export async function settledFindings(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  // A document opened later gets its findings later, so those of the first one are out by then.
  const marker = await untitled('python', '@app.post("/items")\ndef create_item(item: Item):\n    return item\n');
  assert.equal((await findingsOf(marker, ({ length }) => length === 1)).length, 1);
  return findingsOf(document, () => true);
}

/** Reads files of an installed extension, or of a folder that is none, as the extension reads its own. */
export function readerOf(extension: vscode.Uri): (name: string) => PromiseLike<Uint8Array> {
  return (name) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', name));
}
