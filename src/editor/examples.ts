/** What newcomers meet: the command that shows the examples, one in an editor or all as a folder, and the walkthrough. */

import * as vscode from 'vscode';
import { t } from '../text';
import { type Example, exampleFiles, examples } from './exampleFiles';
import { besideWalkthrough, registerFirstSteps } from './firstSteps';

export const showExamplesCommand = 'statusCoach.showExamples';

/** What the command may be given instead of the id of an example: a folder for all of them is asked for at once. */
const copyAll = 'copy';

/** `onDidAnswer` calls back after each answer of the demo; it returns what ends that. */
export function registerExamples(
  extensionUri: vscode.Uri,
  onDidAnswer: (listener: () => void) => () => void,
): vscode.Disposable {
  const root = vscode.Uri.joinPath(extensionUri, 'examples');
  const shown = new Map<Example, vscode.TextDocument>();

  /**
   * Opens an example as a document without a file: it can be hovered, fixed and changed at once, and nothing is written
   * to anybody's disk.
   */
  async function show(example: Example): Promise<void> {
    const open = shown.get(example);
    const document =
      open && !open.isClosed
        ? open
        : await vscode.workspace.openTextDocument({
            language: example.languageId,
            content: new TextDecoder().decode(
              await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, example.file)),
            ),
          });
    shown.set(example, document);
    const at = document.positionAt(Math.max(0, document.getText().indexOf(example.start)));
    const editor = await vscode.window.showTextDocument(document, {
      preview: false,
      viewColumn: besideWalkthrough(),
    });
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Copies the examples into a new folder and opens it, because the route map and running a shop need real files. */
  async function copy(): Promise<void> {
    const [parent] =
      (await vscode.window.showOpenDialog({
        title: t('Where to put the folder of examples'),
        openLabel: t('Put Examples Here'),
        canSelectFiles: false,
        canSelectFolders: true,
      })) ?? [];
    if (!parent) return;
    try {
      const folder = await copyExamples(root, parent);
      const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
      await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(t`The examples could not be written to ${parent.path}: ${reason}`);
    }
  }

  const command = vscode.commands.registerCommand(showExamplesCommand, async (given?: unknown) => {
    const chosen = given === copyAll ? copyAll : (examples.find(({ id }) => id === given) ?? (await choose()));
    if (chosen === copyAll) await copy();
    else if (chosen) await show(chosen);
  });
  return vscode.Disposable.from(command, registerFirstSteps(onDidAnswer));
}

async function choose(): Promise<Example | typeof copyAll | undefined> {
  const items = [
    ...examples.map((example) => ({ label: t(example.label), detail: t(example.detail), chosen: example })),
    { label: '', kind: vscode.QuickPickItemKind.Separator, chosen: undefined },
    {
      label: t('Copy all into a folder...'),
      detail: t('Whole projects that start, for the route map and for changing things at leisure.'),
      chosen: copyAll,
    } as const,
  ];
  const picked = await vscode.window.showQuickPick(items, { title: t('Show Examples'), placeHolder: t('Example') });
  return picked?.chosen;
}

/** Copies all examples below `root` into a new folder in `parent`, and returns it. Rejects as the file system does. */
export async function copyExamples(root: vscode.Uri, parent: vscode.Uri): Promise<vscode.Uri> {
  const { fs } = vscode.workspace;
  const folder = await freeFolder(parent);
  for (const file of exampleFiles) {
    await fs.writeFile(vscode.Uri.joinPath(folder, file), await fs.readFile(vscode.Uri.joinPath(root, file)));
  }
  return folder;
}

/** A folder that does not exist yet, so that nothing of anybody's is overwritten. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  const names = new Set((await vscode.workspace.fs.readDirectory(parent)).map(([name]) => name));
  const base = 'status-coach-examples';
  let name = base;
  for (let count = 2; names.has(name); count += 1) name = `${base}-${count}`;
  return vscode.Uri.joinPath(parent, name);
}
