/** The command that opens a new issue with what we know of the place; people read it, and send it themselves. */

import * as vscode from 'vscode';
import { type IssueFacts, issueAddress } from './issueText';

export const reportIssueCommand = 'statusCoach.reportIssue';

/** What is read of package.json. */
interface Manifest {
  readonly version: string;
  readonly bugs: { readonly url: string };
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, unknown>> } };
}

/** `system` says in words what the extension runs on. Returns the address, for whoever calls the command by its name. */
export function registerReportIssue({ packageJSON }: vscode.Extension<unknown>, system: string): vscode.Disposable {
  const manifest: Manifest = packageJSON;
  return vscode.commands.registerCommand(reportIssueCommand, async (given?: unknown) => {
    const address = issueAddress(manifest.bugs.url, factsOf(manifest, system));
    const only = typeof given === 'object' && given !== null && 'open' in given && given.open === false;
    if (!only) await vscode.env.openExternal(vscode.Uri.parse(address, true));
    return address;
  });
}

function factsOf({ version, contributes }: Manifest, system: string): IssueFacts {
  return {
    version,
    editor: `${vscode.env.appName} ${vscode.version} (${vscode.env.appHost})`,
    system,
    remote: vscode.env.remoteName ?? null,
    settings: changedSettings(Object.keys(contributes.configuration.properties)),
  };
}

/** None of ours names a file or holds a text of the user's own. */
function changedSettings(keys: readonly string[]): [string, unknown][] {
  const settings = vscode.workspace.getConfiguration();
  return keys.flatMap((key): [string, unknown][] => {
    const set = settings.inspect(key);
    const value = set?.workspaceFolderValue ?? set?.workspaceValue ?? set?.globalValue;
    return value === undefined || value === set?.defaultValue ? [] : [[key, value]];
  });
}
