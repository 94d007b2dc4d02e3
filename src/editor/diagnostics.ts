/** Marks findings in every open document, a moment after typing stops. */

import * as vscode from 'vscode';
import type { Finding, Severity } from '../core/model';
import type { Service } from '../core/service';
import { rulePage } from '../engine';
import { toRange, toSource } from './convert';
import { isServed } from './documents';
import type { Health } from './health';
import { section, settingsFor } from './settings';

/** Long enough that a burst of keystrokes costs one scan, short enough to feel immediate. */
export const pause = 150;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** `onDidChange` tells that findings may have changed though no document has. */
export function registerDiagnostics(
  service: Service,
  health: Health,
  onDidChange: vscode.Event<void>,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('status-coach');
  const waiting = new Map<string, NodeJS.Timeout>();

  function later(document: vscode.TextDocument, delay: number) {
    if (!isServed(document) || isReadOnly(document)) return;
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        refresh(document).catch((error: unknown) => health.failed('Looking for findings failed', error));
      }, delay),
    );
  }

  async function refresh(document: vscode.TextDocument) {
    const { version } = document;
    const { hintsEnabled, severityOf } = settingsFor(document);
    const found = hintsEnabled ? await service.findings(toSource(document), severityOf) : [];
    // A change or a close in the meantime has a refresh of its own, or needs none.
    if (document.isClosed || document.version !== version) return;
    collection.set(
      document.uri,
      found.map((finding) => findingDiagnostic(document, finding)),
    );
  }

  function drop(document: vscode.TextDocument) {
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.delete(key);
    collection.delete(document.uri);
    service.forget(key);
  }

  function refreshAll() {
    for (const document of vscode.workspace.textDocuments) later(document, 0);
  }

  refreshAll();
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument((document) => later(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => later(document, pause)),
    vscode.workspace.onDidCloseTextDocument(drop),
    onDidChange(refreshAll),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(section)) refreshAll();
    }),
    {
      dispose() {
        for (const timer of waiting.values()) clearTimeout(timer);
      },
    },
  );
}

export function findingDiagnostic(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(document, finding.span),
    finding.message,
    severities[finding.severity],
  );
  diagnostic.source = 'Status Coach';
  diagnostic.code = { value: finding.rule, target: vscode.Uri.parse(rulePage(finding.rule)) };
  return diagnostic;
}

/** The old side of a diff or a file of a library cannot be mended, so nothing is marked in it. */
function isReadOnly(document: vscode.TextDocument): boolean {
  return vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false;
}
