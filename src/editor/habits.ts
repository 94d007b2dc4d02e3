/** Counts how the handlers of the workspace answer: in what is open at once, in the rest when there is time. */

import * as vscode from 'vscode';
import type { Habit, Scan, Source } from '../core/model';
import type { Service } from '../core/service';
import { addHabits, habitOf, noHabit } from '../engine';
import { isForeign, openDocument, readSource, servedGlob, sourceFiles } from './workspaceFiles';

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
  let waiting = 0;
  let counting = Promise.resolve();
  let watcher: vscode.FileSystemWatcher | null = null;
  let starting: NodeJS.Timeout | null = null;
  let telling: NodeJS.Timeout | undefined;

  function count(address: string, scan: Scan) {
    drop(address);
    const habit = habitOf([scan]);
    byFile.set(address, habit);
    total = addHabits(total, habit);
  }

  function drop(address: string) {
    total = addHabits(total, byFile.get(address) ?? noHabit, -1);
    byFile.delete(address);
  }

  function tell() {
    clearTimeout(telling);
    telling = setTimeout(() => {
      const now = JSON.stringify(total);
      if (waiting > 0 || now === told) return;
      told = now;
      changed.fire();
    }, rest);
  }

  /** Files are counted one after the other, however many lists of them come in. */
  function countAll(list: () => PromiseLike<readonly vscode.Uri[]>) {
    waiting++;
    counting = counting
      .then(async () => {
        for (const uri of await list()) {
          if (cancellation.token.isCancellationRequested) return;
          await countFile(uri);
          // Whoever types comes first.
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      })
      .catch((error: unknown) => log.error('The habit of the workspace was not counted', error))
      .finally(() => {
        waiting--;
        tell();
      });
  }

  /** One that is open is counted as it is shown. */
  async function countFile(uri: vscode.Uri) {
    if (openDocument(uri)) return;
    const address = uri.toString();
    const source = await readSource(uri);
    if (source) count(address, await service.scan(source));
    else drop(address);
    if (!openDocument(uri)) service.forget(address);
  }

  /** Counts the workspace once, and from then on what changes in it. */
  function start() {
    countAll(async () => (await sourceFiles(cancellation.token)).slice(0, mostFiles));
    const changedFiles = new Set<string>();
    let gathering: NodeJS.Timeout | undefined;
    const recount = (uri: vscode.Uri) => {
      if (isForeign(uri)) return;
      changedFiles.add(uri.toString());
      clearTimeout(gathering);
      gathering = setTimeout(() => {
        const uris = [...changedFiles].slice(0, mostFiles).map((address) => vscode.Uri.parse(address));
        changedFiles.clear();
        countAll(() => Promise.resolve(uris));
      }, rest);
    };
    watcher = vscode.workspace.createFileSystemWatcher(servedGlob);
    watcher.onDidChange(recount);
    watcher.onDidCreate(recount);
    watcher.onDidDelete(recount);
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
      starting ??= setTimeout(start, idle);
    },
    onDidChange: changed.event,
    dispose() {
      clearTimeout(starting ?? undefined);
      clearTimeout(telling);
      cancellation.cancel();
      cancellation.dispose();
      watcher?.dispose();
      changed.dispose();
    },
  };
}
