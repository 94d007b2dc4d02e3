/** Counts how the handlers of the workspace answer: in what is open at once, in the rest when there is time. */

import * as vscode from 'vscode';
import { addHabits, habitOf, noHabit } from '../core/habit';
import type { Habit, Scan, Source } from '../core/model';
import type { Service } from '../core/service';
import { openDocument, servedFiles, sourceAt } from './workspaceFiles';

/** The count of the workspace starts this long after the first document was read, in milliseconds. */
const idle = 3_000;
/** So many files show what the habit is, however many more there are. */
const mostFiles = 3_000;
/** A change is told when the counts have rested for so long, in milliseconds. */
const rest = 500;

export interface Habits extends vscode.Disposable {
  readonly current: Habit;
  /** Counts a source that was read anyway. */
  learn(source: Source, scan: Scan): void;
  readonly onDidChange: vscode.Event<void>;
}

export function createHabits(service: Service, log: vscode.LogOutputChannel): Habits {
  const byFile = new Map<string, Habit>();
  const changed = new vscode.EventEmitter<void>();
  const cancellation = new vscode.CancellationTokenSource();
  let total = noHabit;
  let told = JSON.stringify(noHabit);
  let isCounting = false;
  let starting: NodeJS.Timeout | null = null;
  let telling: NodeJS.Timeout | undefined;

  function count(uri: string, scan: Scan) {
    const habit = habitOf([scan]);
    total = addHabits(addHabits(total, byFile.get(uri) ?? noHabit, -1), habit);
    byFile.set(uri, habit);
  }

  function tell() {
    clearTimeout(telling);
    telling = setTimeout(() => {
      const now = JSON.stringify(total);
      if (isCounting || now === told) return;
      told = now;
      changed.fire();
    }, rest);
  }

  async function countWorkspace() {
    isCounting = true;
    try {
      for (const uri of await servedFiles(mostFiles, cancellation.token)) {
        if (cancellation.token.isCancellationRequested) return;
        const address = uri.toString();
        if (byFile.has(address) || openDocument(uri)) continue;
        const source = await sourceAt(uri);
        if (!source) continue;
        count(address, await service.scan(source));
        if (!openDocument(uri)) service.forget(address);
        // Whoever types comes first.
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    } finally {
      isCounting = false;
    }
    tell();
  }

  return {
    get current() {
      return total;
    },
    learn(source, scan) {
      // What lies in no folder of the workspace, such as the old side of a diff, shows no habit of it.
      if (!vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(source.uri))) return;
      count(source.uri, scan);
      tell();
      starting ??= setTimeout(() => {
        countWorkspace().catch((error: unknown) => log.error('The workspace was not counted.', error));
      }, idle);
    },
    onDidChange: changed.event,
    dispose() {
      clearTimeout(starting ?? undefined);
      clearTimeout(telling);
      cancellation.cancel();
      cancellation.dispose();
      changed.dispose();
    },
  };
}
