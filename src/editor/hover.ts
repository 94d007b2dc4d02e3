/** Shows what the engine says about the status or route under the mouse. */

import * as vscode from 'vscode';
import type { Service } from '../core/service';
import { toRange, toSource } from './convert';
import { selector } from './documents';
import { settingsFor } from './settings';

export function registerHover(service: Service): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      const { hoverEnabled, level } = settingsFor(document);
      if (!hoverEnabled) return null;
      const hover = await service.hover(toSource(document), document.offsetAt(position), level);
      return hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown), toRange(document, hover.span));
    },
  });
}
