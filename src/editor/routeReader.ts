/** Reads the routes of files that nobody has open: in a thread where there are threads, in small slices here otherwise. */

import * as vscode from 'vscode';
import type { FileToRead, Judging, ReadRoutes } from '../background/routeReading';
import type { ReadingThread, StartThread } from '../background/thread';
import { languageOfPath, readRoutes, rules } from '../engine';
import { settingsFor } from './settings';
import type { InformedService } from './surroundings';
import { readSource } from './workspaceFiles';

/** Milliseconds of reading in this process after which whoever types gets a turn. */
const slice = 8;
/** The thread ends when nothing was read for so long, in milliseconds, and gives its memory back. */
const idle = 20_000;

export interface RouteReader extends vscode.Disposable {
  read(files: readonly vscode.Uri[]): Promise<readonly ReadRoutes[]>;
  /** How findings are judged in a file, as far as settings go. */
  settingsOf(file: vscode.Uri, languageId: string): Pick<Judging, 'judges' | 'set'>;
  /** Settings have changed. */
  forgetSettings(): void;
}

/** `startThread` is null where everything is to be read in this process. */
export function createRouteReader(
  service: InformedService,
  startThread: StartThread | null,
  log: vscode.LogOutputChannel,
): RouteReader {
  const settings = new Map<string, Pick<Judging, 'judges' | 'set'>>();
  let thread: Promise<ReadingThread | null> | null = null;
  let threadsWork = startThread !== null;
  let resting: NodeJS.Timeout | undefined;
  let reading = 0;

  function settingsOf(file: vscode.Uri, languageId: string) {
    // Rules are set for folders of the workspace at most, so that a thousand files need not ask a thousand times.
    const key = `${languageId} ${vscode.workspace.getWorkspaceFolder(file)?.uri.toString()}`;
    const known = settings.get(key);
    if (known) return known;
    const { hintsEnabled, severityOf } = settingsFor({ uri: file, languageId });
    const set = rules.flatMap((rule) => {
      const severity = severityOf(rule);
      return severity === null ? [] : [[rule.id, severity] as const];
    });
    const found = { judges: hintsEnabled, set: Object.fromEntries(set) };
    settings.set(key, found);
    return found;
  }

  async function judgingOf(file: vscode.Uri, languageId: string): Promise<Judging> {
    const { project } = await service.surroundingsOf(file, languageId);
    return { ...settingsOf(file, languageId), project };
  }

  /** Null where there are no threads, or where one has failed. */
  function runningThread(): Promise<ReadingThread | null> {
    if (!threadsWork || startThread === null) return Promise.resolve(null);
    thread ??= startThread().catch((error: unknown) => {
      threadsWork = false;
      log.info(`Routes are read without a thread: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
    return thread;
  }

  async function toRead(file: vscode.Uri): Promise<FileToRead | null> {
    const languageId = languageOfPath(file.path)?.id;
    if (languageId === undefined) return null;
    const judging = await judgingOf(file, languageId);
    const uri = file.toString();
    if (file.scheme === 'file') return { ...judging, uri, languageId, at: { path: file.fsPath } };
    const source = await readSource(file);
    return source && { ...judging, uri, languageId, at: { text: source.text } };
  }

  async function readInThread(own: ReadingThread, files: readonly vscode.Uri[]): Promise<readonly ReadRoutes[]> {
    const wanted = (await Promise.all(files.map(toRead))).filter((file) => file !== null);
    const { files: read, problems } = await own.read(wanted);
    for (const problem of problems) log.info(problem);
    return read;
  }

  async function readHere(files: readonly vscode.Uri[]): Promise<readonly ReadRoutes[]> {
    const read: ReadRoutes[] = [];
    let since = Date.now();
    for (const file of files) {
      const source = await readSource(file);
      if (!source) continue;
      const routes = await readRoutes(service, source, await judgingOf(file, source.languageId));
      read.push({ uri: source.uri, routes });
      if (Date.now() - since < slice) continue;
      await new Promise((resolve) => setTimeout(resolve, 1));
      since = Date.now();
    }
    return read;
  }

  function end() {
    void thread?.then((own) => own?.end());
    thread = null;
  }

  return {
    settingsOf,
    forgetSettings: () => settings.clear(),
    async read(files) {
      clearTimeout(resting);
      reading++;
      try {
        const own = await runningThread();
        if (!own) return await readHere(files);
        try {
          return await readInThread(own, files);
        } catch (error) {
          threadsWork = false;
          log.error('The thread that reads routes has failed; they are read without it', error);
          return await readHere(files);
        }
      } finally {
        reading--;
        clearTimeout(resting);
        if (reading === 0) resting = setTimeout(end, idle);
      }
    },
    dispose() {
      clearTimeout(resting);
      end();
    },
  };
}
