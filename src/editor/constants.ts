/** Refactorings between numbers and named constants: in the light bulb, and for the whole workspace with a preview. */

import * as vscode from 'vscode';
import type { Spelling } from '../core/features/constants';
import type { Service } from '../core/service';
import { rangesIn, toSource, toSpan, toWorkspaceEdit } from './convert';
import { selector } from './documents';
import { openDocument, servedFiles, sourceAt } from './workspaceFiles';

const kind = vscode.CodeActionKind.RefactorRewrite;
/** More files than anybody looks through in a preview. */
const mostFiles = 10_000;

export function registerConstants(service: Service): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      selector,
      {
        async provideCodeActions(document, range, { only }) {
          if (only && !only.contains(kind)) return [];
          const fixes = await service.spellings(toSource(document), toSpan(document, range));
          return fixes.map(({ title, edits }) => {
            const action = new vscode.CodeAction(title, kind);
            action.edit = toWorkspaceEdit(document, edits);
            return action;
          });
        },
      },
      { providedCodeActionKinds: [kind] },
    ),
    vscode.commands.registerCommand('statusCoach.rewriteWorkspace', async (given?: unknown) => {
      const to = given === 'constants' || given === 'numbers' ? given : await askFor();
      if (to) await rewriteWorkspace(service, to);
    }),
  );
}

async function askFor(): Promise<Spelling | undefined> {
  const choices = [
    {
      label: 'Write numbers as constants',
      detail: 'Each file in its own family, otherwise in the usual one of its framework.',
      to: 'constants',
    },
    { label: 'Write constants as numbers', detail: 'Imports stay as they are.', to: 'numbers' },
  ] as const;
  const chosen = await vscode.window.showQuickPick(choices, { title: 'Rewrite status codes in the workspace' });
  return chosen?.to;
}

async function rewriteWorkspace(service: Service, to: Spelling) {
  const edit = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Writing status codes as ${to}`, cancellable: true },
    (progress, token) => workspaceEdit(service, to, progress, token),
  );
  if (!edit) return;
  if (edit.size === 0) {
    void vscode.window.showInformationMessage(`No status code in the workspace can be written as ${to} safely.`);
    return;
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

/** One edit for all files, to be confirmed; null when it was cancelled. */
async function workspaceEdit(
  service: Service,
  to: Spelling,
  progress: vscode.Progress<{ readonly message: string; readonly increment: number }>,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | null> {
  const edit = new vscode.WorkspaceEdit();
  const files = await servedFiles(mostFiles, token);
  for (const [index, uri] of files.entries()) {
    if (token.isCancellationRequested) return null;
    if (index % 50 === 0) {
      progress.report({ message: `${index} of ${files.length} files`, increment: (50 / files.length) * 100 });
    }
    const source = await sourceAt(uri);
    if (!source) continue;
    const range = rangesIn(source.text);
    const metadata = { needsConfirmation: true, label: `Write status codes as ${to}` };
    for (const { span, text } of await service.spellAll(source, to)) {
      edit.replace(uri, range(span), text, metadata);
    }
    if (!openDocument(uri)) service.forget(source.uri);
  }
  return token.isCancellationRequested ? null : edit;
}
