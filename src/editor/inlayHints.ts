/** Shows reason phrases behind numbers, for those who ask for it. */

import * as vscode from 'vscode';
import type { Service } from '../core/service';
import { inlayHints } from '../engine';
import { toSource, toSpan } from './convert';
import { selector } from './documents';
import type { Health } from './health';
import { section, settingsFor } from './settings';

export function registerInlayHints(service: Service, health: Health): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.inlayHints`)) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(
      selector,
      health.guarded('Inlay hints', {
        onDidChangeInlayHints: changed.event,
        async provideInlayHints(document, range, token) {
          const { inlayHints: mode } = settingsFor(document);
          if (mode === 'off') return [];
          const source = toSource(document);
          const scan = await service.scan(source);
          if (token.isCancellationRequested) return [];
          return inlayHints(scan, source.text, toSpan(document, range), mode).map(({ offset, phrase, tooltip }) => {
            const hint = new vscode.InlayHint(document.positionAt(offset), phrase);
            hint.paddingLeft = true;
            hint.tooltip = tooltip;
            return hint;
          });
        },
      }),
    ),
  );
}
