/** Tells the walkthrough which steps were taken, where VS Code cannot see that, and keeps it in sight meanwhile. */

import * as vscode from 'vscode';

/** Each is the end of a context key, `statusCoach.taken.<step>`, which its step in package.json waits for. */
export type FirstStep = 'hover' | 'fix' | 'insert' | 'choose' | 'play';

const taken = new Set<FirstStep>();

/** To be called when something was really done, as often as it is. */
export function stepTaken(step: FirstStep): void {
  if (taken.has(step)) return;
  taken.add(step);
  void vscode.commands.executeCommand('setContext', `statusCoach.taken.${step}`, true);
}

/** Where to open a document: beside the walkthrough, which stays in sight, and otherwise in its place as ever. */
export function besideWalkthrough(): vscode.ViewColumn {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  // VS Code does not say what a tab holds that is neither text, diff, notebook, terminal nor webview.
  const isPage = activeTab !== undefined && activeTab.input === undefined;
  return isPage ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

/** For code actions: VS Code makes their edits itself, and runs their command afterwards. */
const fixedCommand = 'statusCoach.fixed';

/** Lets a code action tell that it was chosen. */
export function tellingWhenFixed(action: vscode.CodeAction): vscode.CodeAction {
  action.command = { command: fixedCommand, title: action.title };
  return action;
}

/** `onDidAnswer` calls back after each answer of the demo; it returns what ends that. */
export function registerFirstSteps(onDidAnswer: (listener: () => void) => () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(fixedCommand, () => stepTaken('fix')),
    { dispose: onDidAnswer(() => stepTaken('play')) },
  );
}
