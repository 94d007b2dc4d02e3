/** What VS Code waits for: commands that can be called at once. The rest is loaded right after, so that no window waits for it. */

import * as vscode from 'vscode';
import type { Platform } from './platform/platform';

/** `extension.ts`, loaded late. */
type Extension = typeof import('./extension');

/** Where the commands stand that people call. */
interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

export function activateLate(
  context: vscode.ExtensionContext,
  platform: Platform,
  load: () => Promise<Extension>,
): void {
  const { contributes }: Manifest = context.extension.packageJSON;
  let ended = false;
  // In a turn of its own: whoever else is being activated comes first.
  const started = new Promise((resolve) => setTimeout(resolve)).then(async () => {
    const { start } = await load();
    if (ended) return;
    for (const each of standIns) each.dispose();
    start(context, platform);
  });
  const standIns = contributes.commands.map(({ command }) =>
    vscode.commands.registerCommand(command, async (...given: unknown[]) => {
      await started;
      return vscode.commands.executeCommand(command, ...given);
    }),
  );
  started.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      `HTTP Status Coach cannot start: ${reason} Installing the extension again should help.`,
    );
  });
  context.subscriptions.push({ dispose: () => (ended = true) }, ...standIns);
}
