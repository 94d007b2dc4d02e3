/** Helps people along: examples and first steps for those who begin, a filled form for those who report a fault. */

import type * as vscode from 'vscode';
import { registerExamples } from './examples';
import { registerReportIssue } from './reportIssue';

/** `system` is what the extension runs on, in words; `onDidAnswer` is told of each answer of the demo. */
export function registerHelp(
  extension: vscode.Extension<unknown>,
  system: string,
  onDidAnswer: (listener: () => void) => () => void,
): vscode.Disposable {
  const subscriptions = [registerExamples(extension.extensionUri, onDidAnswer), registerReportIssue(extension, system)];
  return {
    dispose: () => {
      for (const each of subscriptions) each.dispose();
    },
  };
}
