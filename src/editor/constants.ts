/** Refactorings between numbers and named constants: in the light bulb, and for the whole workspace with a preview. */

import * as vscode from 'vscode';
import type { Spelling } from '../core/features/constants';
import type { Service } from '../core/service';
import { t } from '../text';
import { rangesIn, toSource, toSpan, toWorkspaceEdit } from './convert';
import { selector } from './documents';
import type { Health } from './health';
import { readSource, sourceFiles } from './workspaceFiles';
import { askForPreview, type Report, withProgress } from './workspaceFixes';

const kind = vscode.CodeActionKind.RefactorRewrite;

export function registerConstants(service: Service, health: Health): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      selector,
      health.guarded('The light bulb', {
        async provideCodeActions(document, range, { only }) {
          if (only && !only.contains(kind)) return [];
          const fixes = await service.spellings(toSource(document), toSpan(document, range));
          return fixes.map(({ title, edits }) => {
            const action = new vscode.CodeAction(title, kind);
            action.edit = toWorkspaceEdit(document, edits);
            return action;
          });
        },
      }),
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
      label: t('Write numbers as constants'),
      detail: t('Each file in its own family, otherwise in the usual one of its framework.'),
      to: 'constants',
    },
    { label: t('Write constants as numbers'), detail: t('Imports stay as they are.'), to: 'numbers' },
  ] as const;
  const chosen = await vscode.window.showQuickPick(choices, { title: t('Rewrite status codes in the workspace') });
  return chosen?.to;
}

async function rewriteWorkspace(service: Service, to: Spelling) {
  const title = to === 'constants' ? t('Writing status codes as constants') : t('Writing status codes as numbers');
  const edit = await withProgress(title, (report, token) => workspaceEdit(service, to, report, token));
  if (!edit) return;
  if (edit.size === 0) {
    const none =
      to === 'constants'
        ? t('No status code in the workspace can be written as constants safely.')
        : t('No status code in the workspace can be written as numbers safely.');
    void vscode.window.showInformationMessage(none);
    return;
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

/** One edit for all files, which VS Code shows before it is made. */
export async function workspaceEdit(
  service: Service,
  to: Spelling,
  report: Report,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const files = await sourceFiles(token);
  for (const [index, file] of files.entries()) {
    if (token.isCancellationRequested) break;
    const source = await readSource(file);
    const edits = source ? await service.spellAll(source, to) : [];
    if (source && edits.length > 0) {
      if (edit.size === 0) askForPreview(edit, file);
      const rangeOf = rangesIn(source.text);
      for (const { span, text } of edits) edit.replace(file, rangeOf(span), text);
    }
    if (index % 50 === 0) report(index, files.length);
  }
  return edit;
}
