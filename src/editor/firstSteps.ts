/** Serves the walkthrough: its examples, and word of each step that VS Code cannot see being taken. */

import * as vscode from 'vscode';
import { registerExamples } from './examples';

/** Each is the end of a context key, `statusCoach.taken.<step>`, which its step in package.json waits for. */
export type FirstStep = 'hover' | 'fix' | 'insert' | 'choose' | 'play';

const taken = new Set<FirstStep>();

/** To be called when something was really done, as often as it is. */
export function stepTaken(step: FirstStep): void {
  if (taken.has(step)) return;
  taken.add(step);
  void vscode.commands.executeCommand('setContext', `statusCoach.taken.${step}`, true);
}

/** For code actions: VS Code makes their edits itself, and runs their command afterwards. */
const fixedCommand = 'statusCoach.fixed';

/** Lets a code action tell that it was chosen. */
export function tellingWhenFixed(action: vscode.CodeAction): vscode.CodeAction {
  action.command = { command: fixedCommand, title: action.title };
  return action;
}

/** `onDidAnswer` calls back after each answer of the demo; it returns what ends that. */
export function registerFirstSteps(
  extensionUri: vscode.Uri,
  onDidAnswer: (listener: () => void) => () => void,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerExamples(extensionUri),
    vscode.commands.registerCommand(fixedCommand, () => stepTaken('fix')),
    { dispose: onDidAnswer(() => stepTaken('play')) },
  );
}
