/** What VS Code waits for: the hover and the commands. What they do is loaded right after, so that no window waits for it. */

import * as vscode from 'vscode';
import { servedLanguages } from './core/languages';
import type { Platform } from './platform/platform';

/** `extension.ts`, loaded late. */
type Extension = typeof import('./extension');

/** Files that `extension.ts` needs, as it is built. */
export const firstFiles = ['text.js', 'engine.js', 'tree-sitter.js'];

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

export function activateLate(
  context: vscode.ExtensionContext,
  platform: Platform,
  load: () => Promise<Extension>,
): void {
  let ended = false;

  async function start() {
    // In a turn of its own: others that are being activated come first.
    await new Promise((resolve) => setTimeout(resolve));
    const extension = await load();
    for (const each of standIns) each.dispose();
    return ended ? null : extension.start(context, platform);
  }

  const started = start().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    // The file that says texts may be the one that is missing.
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'HTTP Status Coach cannot start, because it cannot load its own files. Installing the extension again should help. ({0})',
        reason,
      ),
    );
    return null;
  });

  // A hover is asked for once, so that one that comes early has to wait. Everything else is asked for again when there
  // is somebody to answer.
  const hover = vscode.languages.registerHoverProvider(
    servedLanguages.map(({ id }) => ({ language: id })),
    { provideHover: async (...asked) => (await started)?.hover.provideHover(...asked) },
  );

  const { contributes }: Manifest = context.extension.packageJSON;
  const standIns = contributes.commands.map(({ command }) =>
    vscode.commands.registerCommand(command, async (...given: unknown[]) =>
      (await started) ? vscode.commands.executeCommand(command, ...given) : undefined,
    ),
  );
  context.subscriptions.push(hover, ...standIns, { dispose: () => (ended = true) });
}
