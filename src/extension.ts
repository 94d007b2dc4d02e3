/** Starts the extension: one engine, and an adapter for each feature. */

import * as vscode from 'vscode';
import { codeCards } from './core/features/codeCards';
import { rules } from './core/rules/registry';
import { createService } from './core/service';
import { DemoHost } from './demo/host';
import { registerChooser } from './editor/chooser';
import { registerCodeActions } from './editor/codeActions';
import { registerCompletions } from './editor/completions';
import { registerConstants } from './editor/constants';
import { registerDemoServer } from './editor/demoServer';
import { registerDiagnostics } from './editor/diagnostics';
import { registerExamples } from './editor/examples';
import { findInCode } from './editor/findInCode';
import { grammarFiles } from './editor/grammars';
import { registerHover } from './editor/hover';
import { registerInlayHints } from './editor/inlayHints';
import { routesToMirror } from './editor/mirrorRoutes';
import { registerRouteMap } from './editor/routeMap';
import { demoPort } from './editor/settings';
import { registerSettings } from './editor/settingsCheck';
import { registerHandlers } from './editor/snippets';
import { withSurroundings } from './editor/surroundings';
import { registerWorkspaceFixes } from './editor/workspaceFixes';
import { frameworks } from './frameworks/registry';
import { registerDemoPanel } from './panel/view';

export function activate(context: vscode.ExtensionContext) {
  const log = vscode.window.createOutputChannel('HTTP Status Coach', { log: true });
  const grammars = grammarFiles(context.extensionUri);
  const service = withSurroundings(createService({ frameworks, rules, grammars, log, patience: 1000 }), log);
  const demo = new DemoHost(() => import('./demo/demo'), demoPort);
  context.subscriptions.push(
    log,
    service,
    registerHover(service),
    registerCodeActions(service),
    registerCompletions(service),
    registerConstants(service),
    registerDiagnostics(service, log, service.onDidChange),
    registerChooser(service),
    registerInlayHints(service),
    registerSettings(context.extension.packageJSON, log),
    registerWorkspaceFixes(service),
    registerHandlers(service, frameworks, () => import('./snippets/library')),
    registerRouteMap(context, service, log),
    registerDemoServer(demo),
    registerExamples(context.extensionUri, (listener) => demo.onDidAnswer(listener)),
    registerDemoPanel(context, {
      demo,
      knowledge: codeCards,
      findInCode: (code) => findInCode(service, code),
      routesToMirror: () => routesToMirror(service),
    }),
  );
}
