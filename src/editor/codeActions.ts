/** The light bulb: fixes of findings, and on any route every code that fits its method. */

import * as vscode from 'vscode';
import type { Fix } from '../core/model';
import type { Service } from '../core/service';
import { toRange, toSource, toSpan, toWorkspaceEdit } from './convert';
import { findingDiagnostic } from './diagnostics';
import { selector } from './documents';
import { settingsFor } from './settings';

const rewrite = vscode.CodeActionKind.RefactorRewrite;

export function registerCodeActions(service: Service): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    selector,
    {
      async provideCodeActions(document, range, { only }, token) {
        const source = toSource(document);
        const wants = (kind: vscode.CodeActionKind) => !only || only.contains(kind);
        const actions: vscode.CodeAction[] = [];
        if (wants(vscode.CodeActionKind.QuickFix)) {
          const { hintsEnabled, severityOf } = settingsFor(document);
          for (const finding of hintsEnabled ? await service.findings(source, severityOf) : []) {
            if (!toRange(document, finding.span).intersection(range)) continue;
            const diagnostic = findingDiagnostic(document, finding);
            actions.push(...finding.fixes.map((fix) => quickFix(document, fix, diagnostic)));
          }
        }
        if (token.isCancellationRequested) return [];
        if (wants(rewrite)) {
          const fixes = await service.answers(source, toSpan(document, range));
          const offered = new Set(actions.map((action) => action.title));
          actions.push(...fixes.filter((fix) => !offered.has(fix.title)).map((fix) => refactoring(document, fix)));
        }
        return actions;
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, rewrite] },
  );
}

function quickFix(document: vscode.TextDocument, fix: Fix, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(document, fix.edits);
  action.diagnostics = [diagnostic];
  action.isPreferred = fix.preferred;
  return action;
}

function refactoring(document: vscode.TextDocument, fix: Fix): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, rewrite);
  action.edit = toWorkspaceEdit(document, fix.edits);
  return action;
}
