/** Tells of settings that have a value they do not take: in the log, and in one message for each such value. */

import * as vscode from 'vscode';
import { sentences, t } from '../text';
import { type SettingSchemas, settingProblem } from './settingProblems';
import { section } from './settings';
import { registerTurnOff } from './turnOff';

/** How long after activation the settings are looked at, in milliseconds: nobody waits for it. */
const delay = 1000;

/** What package.json says, as far as it is needed. */
interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: SettingSchemas } };
}

/** Shows a message that asks for nothing; resolves with the button that was pressed, if one was. */
type Tell = (message: string, ...buttons: string[]) => Thenable<string | undefined>;

/** All that settings ask for beside being read. */
export function registerSettings(manifest: Manifest, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(registerTurnOff(), registerSettingsCheck(manifest, log));
}

/** `tell` is for tests. */
export function registerSettingsCheck(
  manifest: Manifest,
  log: Pick<vscode.LogOutputChannel, 'warn'>,
  tell: Tell = vscode.window.showWarningMessage,
): vscode.Disposable {
  const told = new Set<string>();

  function check() {
    const problems = [...wrongSettings(manifest.contributes.configuration.properties)].filter(([, problem]) => {
      if (told.has(problem)) return false;
      told.add(problem);
      return true;
    });
    const [first] = problems;
    if (!first) return;
    for (const [, problem] of problems) log.warn(problem);
    const [key, problem] = first;
    const others = problems.length - 1;
    const more = others === 1 ? t('1 more is in the log.') : t`${others} more are in the log.`;
    const openSettings = t('Open Settings');
    tell(sentences(problem, others > 0 && more), openSettings).then((button) => {
      if (button === openSettings) void vscode.commands.executeCommand('workbench.action.openSettings', key);
    });
  }

  const timer = setTimeout(check, delay);
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(timer) },
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(section)) check();
    }),
  );
}

/** The settings that are wrong anywhere, in a folder or for a language, with what is wrong. */
function wrongSettings(schemas: SettingSchemas): ReadonlyMap<string, string> {
  const folders: (vscode.Uri | undefined)[] = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [undefined];
  const wrong = new Map<string, string>();
  for (const uri of folders) {
    for (const [key, schema] of Object.entries(schemas)) {
      const languages = vscode.workspace.getConfiguration(undefined, uri).inspect(key)?.languageIds ?? [];
      for (const languageId of [undefined, ...languages]) {
        const scope = languageId === undefined ? uri : { ...(uri && { uri }), languageId };
        const value = vscode.workspace.getConfiguration(undefined, scope).get(key);
        const problem = value === undefined ? null : settingProblem(key, schema, value);
        if (problem !== null) wrong.set(key, problem);
      }
    }
  }
  return wrong;
}
