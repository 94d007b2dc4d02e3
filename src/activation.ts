/** What VS Code waits for: the hover and the commands. What they do is loaded right after, so that no window waits for it. */

import * as vscode from 'vscode';
import { servedLanguages } from './core/languages';
import type { Platform } from './platform/platform';

/** `extension.ts`, loaded late. */
interface Extension {
  start(context: vscode.ExtensionContext, platform: Platform): Started;
}

export interface Started {
  /** Is registered already, by whoever waits for it. */
  readonly hover: vscode.HoverProvider;
  /** Reads the document that is looked at; in the middle of it, it waits for a lull. */
  readAhead(lull: () => Promise<void>): Promise<void>;
  /** Registers everything else; to be called once. */
  registerOthers(): void;
}

/** Files that `extension.ts` needs, as it is built. */
export const firstFiles = ['text.js', 'engine.js', 'tree-sitter.js'];

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

/** Milliseconds in which what somebody waits for goes to and fro, even where loading kept the host busy. */
const delivery = 20;

/** Milliseconds in which a hover arrives, is answered and shown, in a window that is just coming up. */
const firstHover = 50;

export function activateLate(
  context: vscode.ExtensionContext,
  platform: Platform,
  load: () => Promise<Extension>,
): void {
  /** Hovers that are asked for before everything is there; null once it is. */
  let early: Promise<unknown>[] | null = [];
  let ended = false;

  async function start() {
    // Two turns later. Others that are being activated come first, and what the host sends to the page waits for a turn,
    // too: the page works on it while this loads.
    await pause(0);
    await pause(0);
    const extension = await load();
    return ended ? null : extension.start(context, platform);
  }

  /** Settles when hovers that are asked for early are shown. */
  async function lull() {
    const hovers = early ?? [];
    let known: number;
    do {
      known = hovers.length;
      await pause(firstHover);
      await Promise.allSettled(hovers);
    } while (hovers.length > known);
  }

  /** Comes after the hovers that are waited for, which it would hold up. */
  async function registerOthers() {
    const extension = await starting;
    await extension?.readAhead(lull);
    await pause(delivery);
    await Promise.allSettled(early ?? []);
    early = null;
    await pause(delivery);
    for (const each of standIns) each.dispose();
    if (!extension || ended) return false;
    extension.registerOthers();
    return true;
  }

  const starting = start();
  const started = starting.catch(() => null);
  const complete = registerOthers().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    // The file that says texts may be the one that is missing.
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'HTTP Status Coach cannot start, because it cannot load its own files. Installing the extension again should help. ({0})',
        reason,
      ),
    );
    return false;
  });

  // A hover is asked for once, so that one that comes early has to wait. Everything else is asked for again when there
  // is somebody to answer.
  const hover = vscode.languages.registerHoverProvider(
    servedLanguages.map(({ id }) => ({ language: id })),
    {
      provideHover(...asked) {
        const answer = started.then((extension) => extension?.hover.provideHover(...asked));
        early?.push(answer);
        return answer;
      },
    },
  );

  const { contributes }: Manifest = context.extension.packageJSON;
  const standIns = contributes.commands.map(({ command }) =>
    vscode.commands.registerCommand(command, async (...given: unknown[]) =>
      (await complete) ? vscode.commands.executeCommand(command, ...given) : undefined,
    ),
  );
  context.subscriptions.push(hover, ...standIns, { dispose: () => (ended = true) });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
