/** Starts what the extension does: one engine, and an adapter for each feature. */

import * as vscode from 'vscode';
import { DemoHost } from './demo/host';
import { registerChooser } from './editor/chooser';
import { registerCodeActions } from './editor/codeActions';
import { registerCompletions } from './editor/completions';
import { registerConstants } from './editor/constants';
import { registerDemoServer } from './editor/demoServer';
import { registerDiagnostics } from './editor/diagnostics';
import { findInCode } from './editor/findInCode';
import { grammarFiles } from './editor/grammars';
import { createHealth } from './editor/health';
import { registerHelp } from './editor/help';
import { aheadReader, hoverProvider } from './editor/hover';
import { registerInlayHints } from './editor/inlayHints';
import { routesToMirror } from './editor/mirrorRoutes';
import { registerRouteMap } from './editor/routeMap';
import { demoPort } from './editor/settings';
import { registerSettings } from './editor/settingsCheck';
import { registerHandlers } from './editor/snippets';
import { withSurroundings } from './editor/surroundings';
import { codeCards, createService, frameworks, rules } from './engine';
import { registerDemoPanel } from './panel/view';
import type { Platform } from './platform/platform';
import { speak } from './text';

export function start(context: vscode.ExtensionContext, platform: Platform) {
  speak(vscode.l10n.bundle);
  const health = createHealth(vscode.window.createOutputChannel('HTTP Status Coach', { log: true }));
  const [log, home] = [health.log, health.forgiving(context)];
  const grammars = grammarFiles(platform.readOwn);
  const service = withSurroundings(createService({ frameworks, rules, grammars, log, patience: 1000 }), log);
  context.subscriptions.push(log, service);
  function registerOthers() {
    const demo = new DemoHost(platform.loadDemo, demoPort);
    context.subscriptions.push(
      registerCodeActions(service, health),
      registerCompletions(service, health),
      registerConstants(service, health),
      registerDiagnostics(service, health, service.onDidChange),
      registerChooser(service),
      registerInlayHints(service, health),
      registerSettings(context.extension.packageJSON, log),
      registerHelp(context.extension, platform.system, (listener) => demo.onDidAnswer(listener)),
      registerHandlers(service, frameworks, platform.loadSnippets, health),
      registerRouteMap(home.workspaceState, service, platform.startReadingThread, log),
      registerDemoServer(demo, platform.whyNoServer),
      registerDemoPanel(home, platform.loadPanel, {
        demo,
        knowledge: codeCards,
        findInCode: (code) => findInCode(service, code),
        routesToMirror: () => routesToMirror(service),
      }),
    );
  }
  return { hover: hoverProvider(service, health), readAhead: aheadReader(service), registerOthers };
}
