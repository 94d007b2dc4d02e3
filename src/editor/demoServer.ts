/** The demo server in the editor: its commands, and an entry in the status bar while it runs. */

import * as vscode from 'vscode';
import type { DemoHost } from '../demo/host';
import { sentences, t } from '../text';
import { section } from './settings';

const commands = {
  start: 'statusCoach.startDemoServer',
  stop: 'statusCoach.stopDemoServer',
  restart: 'statusCoach.restartDemoServer',
  copyUrl: 'statusCoach.copyDemoServerUrl',
} as const;

/** Says which of the commands make sense; package.json asks for it. */
const runningContext = 'statusCoach.demoServerRuns';

/** How long the status bar says that something was done, in milliseconds. */
const shortly = 4_000;

/**
 * Dispose the result to stop the server. `whyNone` says why there can be none here, where that is so; the commands then
 * say it too.
 */
export function registerDemoServer(demo: DemoHost, whyNone: string | null): vscode.Disposable {
  if (whyNone !== null) {
    const tell = () =>
      void vscode.window.showInformationMessage(sentences(whyNone, t('The demo panel answers without one.')));
    return vscode.Disposable.from(
      ...Object.values(commands).map((command) => vscode.commands.registerCommand(command, tell)),
    );
  }
  const entry = vscode.window.createStatusBarItem(`${section}.demoServer`, vscode.StatusBarAlignment.Right);
  entry.name = t('HTTP Status Coach: Demo Server');
  entry.command = commands.copyUrl;
  const show = () => {
    const { state } = demo;
    void vscode.commands.executeCommand('setContext', runningContext, state.kind === 'running');
    if (state.kind !== 'running') return entry.hide();
    const { host, port } = new URL(state.url);
    entry.text = t`$(beaker) Demo :${port}`;
    entry.tooltip = tooltip(state.url);
    entry.accessibilityInformation = {
      label: t('Demo server at {0}, copy its address', host),
      role: 'button',
    };
    entry.show();
  };
  const forget = demo.onDidChange(show);

  return vscode.Disposable.from(
    entry,
    { dispose: forget },
    { dispose: () => void demo.stop() },
    vscode.commands.registerCommand(commands.start, () => begin(() => demo.start())),
    vscode.commands.registerCommand(commands.restart, () => begin(() => demo.restart())),
    vscode.commands.registerCommand(commands.stop, () => demo.stop(t('The demo server was stopped.'))),
    vscode.commands.registerCommand(commands.copyUrl, () => copyUrl(demo)),
  );
}

async function begin(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    const settings = t('Open Settings');
    const message = t('The demo server cannot start. {0}', error instanceof Error ? error.message : `${error}`);
    // Another port helps in most cases; where none can be opened at all, the panel works without.
    const choice = await vscode.window.showErrorMessage(message, settings);
    if (choice === settings) {
      await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.demo.port`);
    }
  }
}

async function copyUrl({ state }: DemoHost): Promise<void> {
  if (state.kind !== 'running') {
    void vscode.window.showInformationMessage(t('The demo server does not run, so it has no address yet.'));
    return;
  }
  await vscode.env.clipboard.writeText(state.url);
  vscode.window.setStatusBarMessage(t('Copied {0}', state.url), shortly);
}

function tooltip(url: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(
    t(
      'The demo server answers at {0}. Select to copy the address.\n\n[Restart]({1}) | [Stop]({2})',
      url,
      `command:${commands.restart}`,
      `command:${commands.stop}`,
    ),
  );
  text.isTrusted = { enabledCommands: [commands.restart, commands.stop] };
  return text;
}
