/** Knows the routes of the workspace: reads every file once, in the background, and again what changes. */

import * as vscode from 'vscode';
import type { SetSeverities } from '../background/routeReading';
import type { StartThread } from '../background/thread';
import type { FileRoutes, RouteRow } from '../core/features/routeMap';
import { languageOfPath, routeRows } from '../engine';
import { toSource } from './convert';
import { pause } from './diagnostics';
import { type Entry, filesOf } from './routeEntries';
import { createRouteReader } from './routeReader';
import { section, settingsFor } from './settings';
import type { InformedService } from './surroundings';
import { watchFiles } from './watchFiles';
import { openDocument, sourceFiles } from './workspaceFiles';

/** So many files are read at most; of a workspace that has more, the first ones in the order of their paths. */
const mostFiles = 10_000;
/** Enough that a message to the thread is worth its way, few enough that routes show soon and a stop is heard at once. */
const filesInBatch = 16;
/** Batches under way at a time, so that the thread has the next one when it is done with one. */
const lanes = 2;
/** Changes on disk come in bursts; the files are listed anew when it was quiet for so long, in milliseconds. */
const quiet = 400;

export interface IndexState {
  /** `unread` until somebody wants to see routes; `stopped` by the user, with files left to read. */
  readonly phase: 'unread' | 'reading' | 'stopped' | 'done';
  /** Files read since there was nothing to do, and how many of those there are to read. */
  readonly read: number;
  readonly total: number;
  /** Files of the workspace that are too many to be read. */
  readonly leftOut: number;
}

export interface RouteIndex extends vscode.Disposable {
  readonly state: IndexState;
  /** Files with routes, by folder and path. */
  files(): readonly FileRoutes[];
  /** Reads what is not read yet: everything at first, the rest after a stop. */
  start(): void;
  stop(): void;
  /** Reads everything anew. */
  refresh(): void;
  /** Resolves when there is nothing left to read, or the user has stopped it. */
  settled(): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

export function createRouteIndex(
  service: InformedService,
  startThread: StartThread | null,
  log: vscode.LogOutputChannel,
): RouteIndex {
  const reader = createRouteReader(service, startThread, log);
  const changed = new vscode.EventEmitter<void>();
  const subscriptions: vscode.Disposable[] = [reader, changed];
  const entries = new Map<string, Entry>();
  /** Every file that belongs to the map, whether it has routes or not. */
  let listed = new Map<string, vscode.Uri>();
  /** Files to read when it is their turn, and files whose routes are shown and may be wrong by now. */
  const waiting = new Set<string>();
  const outdated = new Set<string>();
  const typing = new Map<string, NodeJS.Timeout>();
  let started = false;
  let stopped = false;
  let disposed = false;
  let listing: vscode.CancellationTokenSource | null = null;
  /** Whether files may be missing from the list. */
  let unlisted = true;
  let gathering: NodeJS.Timeout | undefined;
  let running = 0;
  let underWay = 0;
  let read = 0;
  let leftOut = 0;
  /** Which reading of a file is the latest: an older one that ends later says nothing. */
  const turns = new Map<string, number>();
  let turn = 0;
  let shown: readonly FileRoutes[] | null = null;
  let onSettled: (() => void)[] = [];

  function phaseNow(): IndexState['phase'] {
    if (!started) return 'unread';
    if (stopped) return 'stopped';
    return listing || underWay + waiting.size + outdated.size > 0 ? 'reading' : 'done';
  }

  function tell() {
    if (stopped && !unlisted && waiting.size === 0) stopped = false;
    const phase = phaseNow();
    shown = null;
    changed.fire();
    if (phase === 'reading') return;
    read = 0;
    for (const resolve of onSettled) resolve();
    onSettled = [];
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Listing

  /** Finds the files anew; `all` reads those too that are known. */
  async function list(all: boolean) {
    listing?.cancel();
    const own = new vscode.CancellationTokenSource();
    listing = own;
    tell();
    try {
      const found = await sourceFiles(own.token);
      if (own.token.isCancellationRequested || disposed) return;
      unlisted = false;
      const before = listed;
      listed = new Map(found.slice(0, mostFiles).map((uri) => [uri.toString(), uri]));
      leftOut = Math.max(0, found.length - mostFiles);
      for (const key of before.keys()) if (!listed.has(key)) drop(key);
      for (const key of listed.keys()) if (all || !before.has(key)) waiting.add(key);
      // What somebody is looking at comes first.
      const open = vscode.workspace.textDocuments.map(({ uri }) => uri.toString()).filter((key) => waiting.has(key));
      const rest = [...waiting].filter((key) => !open.includes(key));
      waiting.clear();
      for (const key of [...open, ...rest]) waiting.add(key);
    } catch (error) {
      unlisted = false;
      log.error('The files of the workspace could not be listed', error);
    } finally {
      own.dispose();
      if (listing === own) listing = null;
    }
    tell();
    pump();
  }

  function drop(key: string) {
    entries.delete(key);
    waiting.delete(key);
    outdated.delete(key);
    turns.delete(key);
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Reading

  function pump() {
    while (running < lanes && !disposed) {
      const batch = nextBatch();
      if (batch.length === 0) return;
      running++;
      underWay += batch.length;
      readBatch(batch)
        .catch((error: unknown) => log.error('Routes were not read', error))
        .finally(() => {
          running--;
          underWay -= batch.length;
          read += batch.length;
          if (disposed) return;
          pump();
          tell();
        });
    }
  }

  function nextBatch(): vscode.Uri[] {
    const batch: vscode.Uri[] = [];
    for (const queue of stopped ? [outdated] : [outdated, waiting]) {
      for (const key of queue) {
        if (batch.length === filesInBatch) return batch;
        queue.delete(key);
        const uri = listed.get(key);
        if (uri) batch.push(uri);
      }
    }
    return batch;
  }

  async function readBatch(batch: readonly vscode.Uri[]) {
    const own = ++turn;
    for (const uri of batch) turns.set(uri.toString(), own);
    const documents = batch.map(openDocument);
    for (const document of documents) if (document) await readOpen(document);
    const closed = batch.filter((_, index) => !documents[index]);
    if (closed.length === 0) return;
    const found = new Map((await reader.read(closed)).map(({ uri, routes }) => [uri, routes]));
    for (const uri of closed) {
      const key = uri.toString();
      // One that was opened in the meantime shows what is typed.
      if (!listed.has(key) || turns.get(key) !== own || openDocument(uri)) continue;
      keep(uri, found.get(key) ?? [], reader.settingsOf(uri, languageOfPath(uri.path)?.id ?? '').set);
    }
  }

  /** The scan is the one that hovers and findings use. */
  async function readOpen(document: vscode.TextDocument) {
    const { version, uri } = document;
    const source = toSource(document);
    const { hintsEnabled, severityOf } = settingsFor(document);
    const scan = await service.scan(source);
    const findings = hintsEnabled ? await service.findings(source, severityOf) : [];
    if (document.isClosed || document.version !== version || !listed.has(uri.toString())) return;
    keep(uri, routeRows(scan, source.text, findings, service.refusals), null);
  }

  function keep(uri: vscode.Uri, routes: readonly RouteRow[], set: SetSeverities | null) {
    const key = uri.toString();
    const shown = entries.get(key)?.shown ?? null;
    if (routes.length === 0) entries.delete(key);
    else entries.set(key, { uri, routes, set, shown: shown && { ...shown, by: null } });
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Changes

  function later(document: vscode.TextDocument) {
    const key = document.uri.toString();
    if (!listed.has(key)) return;
    clearTimeout(typing.get(key));
    typing.set(
      key,
      setTimeout(() => {
        typing.delete(key);
        waiting.delete(key);
        readOpen(document).then(tell, (error: unknown) => log.error(`Routes of ${key}`, error));
      }, pause),
    );
  }

  /** Routes that are shown are read again even while the rest is stopped. */
  function again(keys: Iterable<string>) {
    for (const key of keys) if (listed.has(key) && !waiting.has(key)) outdated.add(key);
    pump();
  }

  function everythingAgain() {
    reader.forgetSettings();
    again(listed.keys());
    tell();
  }

  function listLater() {
    clearTimeout(gathering);
    gathering = setTimeout(() => {
      if (!stopped) void list(false);
      // The next start lists them.
      else unlisted = true;
    }, quiet);
  }

  function watch() {
    subscriptions.push(
      watchFiles({
        changed: (uri) => {
          // What is open shows what is typed.
          if (!openDocument(uri)) again([uri.toString()]);
        },
        deleted: (isGone) => {
          const gone = [...listed.values()].filter(isGone).map((uri) => uri.toString());
          for (const key of gone) {
            listed.delete(key);
            drop(key);
          }
          if (gone.length === 0) return;
          tell();
          // What was deleted may be there again, as after a change of branches; its creation may have been told before.
          listLater();
        },
        appeared: listLater,
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(listLater),
      vscode.workspace.onDidOpenTextDocument(later),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) later(document);
      }),
      // What was typed and not saved is gone.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        clearTimeout(typing.get(uri.toString()));
        typing.delete(uri.toString());
        again([uri.toString()]);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) everythingAgain();
        if (change.affectsConfiguration('files.exclude') || change.affectsConfiguration('search')) listLater();
      }),
      service.onDidChangeProjects(everythingAgain),
      service.onDidChange(() => {
        for (const document of vscode.workspace.textDocuments) later(document);
        tell();
      }),
    );
  }

  // -------------------------------------------------------------------------------------------------------------------

  function fileRoutes(): readonly FileRoutes[] {
    return filesOf([...entries.values()], service.currentHabit());
  }

  return {
    get state() {
      const left = underWay + waiting.size + outdated.size;
      return { phase: phaseNow(), read, total: read + left, leftOut };
    },
    files() {
      shown ??= fileRoutes();
      return shown;
    },
    start() {
      if (started && !stopped) return;
      if (!started) watch();
      started = true;
      stopped = false;
      void list(false);
    },
    stop() {
      if (phaseNow() !== 'reading') return;
      stopped = true;
      if (listing) unlisted = true;
      listing?.cancel();
      // What may be wrong is not shown.
      for (const key of outdated) waiting.add(key);
      outdated.clear();
      for (const key of waiting) entries.delete(key);
      tell();
    },
    refresh() {
      if (!started) watch();
      started = true;
      stopped = false;
      reader.forgetSettings();
      void list(true);
    },
    settled() {
      const phase = phaseNow();
      if (phase === 'done' || phase === 'stopped') return Promise.resolve();
      return new Promise((resolve) => onSettled.push(resolve));
    },
    onDidChange: changed.event,
    dispose() {
      disposed = true;
      listing?.cancel();
      clearTimeout(gathering);
      for (const timer of typing.values()) clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
