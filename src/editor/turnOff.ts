/** Turns a rule off by its setting: in the workspace, or for the user where no folder is open. */

import * as vscode from 'vscode';
import { t } from '../text';
import { section } from './settings';

export const turnOffCommand = 'statusCoach.turnOffRule';

export function registerTurnOff(): vscode.Disposable {
  return vscode.commands.registerCommand(turnOffCommand, turnOff);
}

/** With several rules the user picks the one that is meant. `resource` is the document that it was asked about. */
async function turnOff(rules: readonly string[], resource: vscode.Uri): Promise<void> {
  const rule =
    rules.length === 1 ? rules[0] : await vscode.window.showQuickPick([...rules], { title: t('Turn Off a Rule') });
  if (rule === undefined) return;
  const key = `rules.${rule}`;
  const settings = vscode.workspace.getConfiguration(section, resource);
  await settings.update(key, 'off', target(settings.inspect(key)));
}

function target(set: { readonly workspaceFolderValue?: unknown } | undefined): vscode.ConfigurationTarget {
  // What a folder of the workspace has set would win over the workspace.
  if (set?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  return vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}
