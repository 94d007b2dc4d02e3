/** The route map: every route of the workspace in a tree of the side bar, with its commands. */

import * as vscode from 'vscode';
import type { StartThread } from '../background/thread';
import type { ExportFormat } from '../core/features/routeExport';
import type { FileRoutes } from '../core/features/routeMap';
import type { Grouping, RouteNode } from '../core/features/routeTree';
import { exportRoutes, filterRoutes, routeTree } from '../engine';
import { sentences, t } from '../text';
import { filesCounted, numeral, routesCounted } from './counts';
import { reasonOf } from './problems';
import { createRouteIndex, type IndexState, type RouteIndex } from './routeIndex';
import { badges, itemOf, menuOf, tooltipOf } from './routeItems';
import type { InformedService } from './surroundings';

export const routesViewId = 'statusCoach.routes';

/** Milliseconds between two pictures of the tree while routes come in; a picture never takes more than a tenth of them. */
const beat = 200;
/** So many routes fit a side bar without much scrolling; their groups are open from the start. */
const fewRoutes = 40;
/** Fewer files than this are read before anybody could read that they are. */
const worthTelling = 30;
/** A filter takes effect when typing rests for so long, in milliseconds. */
const typingRest = 80;

const groupingKey = 'routes.grouping';
const filterKey = 'routes.filter';

/** Nothing is read before the view is shown for the first time, or one of its commands is called. */
export function registerRouteMap(
  memory: vscode.Memento,
  service: InformedService,
  startThread: StartThread | null,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const index = createRouteIndex(service, startThread, log);
  const map = createRouteMap(index, memory);
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    index,
    map,
    vscode.window.registerFileDecorationProvider(badges),
    register('statusCoach.showRoutes', () => vscode.commands.executeCommand(`${routesViewId}.focus`)),
    register('statusCoach.filterRoutes', (filter?: unknown) => map.filter(filter)),
    register('statusCoach.clearRouteFilter', () => map.filter('')),
    register('statusCoach.groupRoutesByPath', () => map.group('path')),
    register('statusCoach.groupRoutesByFile', () => map.group('file')),
    register('statusCoach.refreshRoutes', () => index.refresh()),
    register('statusCoach.stopReadingRoutes', () => index.stop()),
    register('statusCoach.continueReadingRoutes', () => index.start()),
    register('statusCoach.exportRoutes', (to?: unknown) => map.exportTo(to)),
    register('statusCoach.copyRoutePath', (node?: RouteNode) => map.copyPath(node)),
    register('statusCoach.revealRouteFile', (node?: RouteNode) => map.revealFile(node)),
  );
}

interface RouteMap extends vscode.Disposable {
  /** Asks for a filter, unless one is given. */
  filter(given: unknown): Promise<void>;
  group(by: Grouping): Promise<void>;
  /** Asks for format and place, unless a place is given. */
  exportTo(given: unknown): Promise<void>;
  copyPath(node: RouteNode | undefined): Promise<void>;
  revealFile(node: RouteNode | undefined): Promise<void>;
}

function createRouteMap(index: RouteIndex, memory: vscode.Memento): RouteMap {
  const redraw = new vscode.EventEmitter<undefined>();
  let grouping: Grouping = memory.get(groupingKey) === 'path' ? 'path' : 'file';
  let filter = memory.get(filterKey, '');
  let roots: readonly RouteNode[] = [];
  /** All that the tree was last drawn from. */
  let picture: readonly unknown[] = [];
  /** Whether groups are open from the start; settled when everything is read, so that nothing closes under the mouse. */
  let isSmall: boolean | null = null;
  let timer: NodeJS.Timeout | undefined;
  let drawn = { at: 0, took: 0 };
  let endProgress: (() => void) | null = null;
  const told = new Map<string, unknown>();

  const view = vscode.window.createTreeView<RouteNode>(routesViewId, {
    treeDataProvider: {
      onDidChangeTreeData: redraw.event,
      getChildren(node) {
        if (!node && index.state.phase === 'unread') index.start();
        return [...(node ? (node.kind === 'route' ? [] : node.children) : roots)];
      },
      getTreeItem: (node) => itemOf(node, grouping, filter !== '' || isSmall === true),
      resolveTreeItem(item, node) {
        if (node.kind === 'route') item.tooltip = tooltipOf(node);
        return item;
      },
    },
    showCollapseAll: true,
  });

  function later() {
    tellState();
    if (timer !== undefined || !view.visible) return;
    const wait = Math.max(0, drawn.at + Math.max(beat, drawn.took * 10) - Date.now());
    timer = setTimeout(() => {
      timer = undefined;
      draw();
    }, wait);
  }

  function shownFiles(): readonly FileRoutes[] {
    return filterRoutes(index.files(), filter);
  }

  function draw() {
    const start = Date.now();
    const files = shownFiles();
    const [shown, all] = [countOf(files), countOf(index.files())];
    if (index.state.phase === 'done') isSmall ??= all <= fewRoutes;
    redrawIfChanged(files);
    view.description = shown === all ? routesCounted(all) : t`${numeral(shown)} of ${routesCounted(all)}`;
    // VS Code shows what is said about an empty view only where there is no message.
    view.message = messageOf(index.state, filter, shown === 0) ?? '';
    drawn = { at: Date.now(), took: Date.now() - start };
  }

  /** A tree that is drawn anew closes the tooltip that somebody reads. */
  function redrawIfChanged(files: readonly FileRoutes[]) {
    const now = [grouping, filter, isSmall, ...files.flatMap((file) => [file.uri, file.folder, ...file.routes])];
    if (now.length === picture.length && now.every((part, at) => part === picture[at])) return;
    picture = now;
    roots = routeTree(files, grouping);
    redraw.fire(undefined);
  }

  /** What menus and empty views depend on, and the bar that moves while files are read. */
  function tellState() {
    const { phase, total } = index.state;
    tell('phase', phase);
    tell('grouping', grouping);
    tell('filtered', filter !== '');
    const shows = phase === 'reading' && (total === 0 || total >= worthTelling);
    if (shows && !endProgress) {
      void vscode.window.withProgress(
        { location: { viewId: routesViewId } },
        () => new Promise<void>((resolve) => (endProgress = resolve)),
      );
    } else if (!shows) {
      endProgress?.();
      endProgress = null;
    }
  }

  function tell(name: string, value: unknown) {
    if (told.get(name) === value) return;
    told.set(name, value);
    void vscode.commands.executeCommand('setContext', `${routesViewId}.${name}`, value);
  }

  async function setFilter(words: string) {
    filter = words.trim();
    tellState();
    draw();
    await memory.update(filterKey, filter);
  }

  /** Filters while somebody types. Enter keeps it, and so does going on to a route; Escape takes it back. */
  async function askFilter() {
    await vscode.commands.executeCommand(`${routesViewId}.focus`);
    const before = filter;
    const box = vscode.window.createInputBox();
    box.title = t('Filter Routes');
    box.placeholder = 'post 4xx orders';
    box.prompt = t(
      'A route must match every word: a method, a code, a class such as 4xx, part of a path, handler, file or rule.',
    );
    box.value = before;
    let accepted = false;
    let resting: NodeJS.Timeout | undefined;
    box.onDidChangeValue((value) => {
      clearTimeout(resting);
      resting = setTimeout(() => void setFilter(value), typingRest);
    });
    const accept = () => {
      accepted = true;
      box.hide();
    };
    box.ignoreFocusOut = true;
    const listeners = vscode.Disposable.from(
      box.onDidAccept(accept),
      view.onDidChangeSelection(({ selection }) => selection.length > 0 && accept()),
      vscode.window.onDidChangeActiveTextEditor(accept),
    );
    const hidden = new Promise<void>((resolve) => box.onDidHide(resolve));
    box.show();
    await hidden;
    listeners.dispose();
    clearTimeout(resting);
    await setFilter(accepted ? box.value : before);
    box.dispose();
  }

  async function everythingRead(): Promise<boolean> {
    if (index.state.phase === 'unread') index.start();
    if (index.state.phase !== 'reading') return true;
    return vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: t('Reading routes for the export'), cancellable: true },
      (_, token) =>
        Promise.race([
          index.settled().then(() => true),
          new Promise<boolean>((resolve) => token.onCancellationRequested(() => resolve(false))),
        ]),
    );
  }

  async function exportTo(given: unknown) {
    if (!(await everythingRead())) return;
    const files = shownFiles();
    if (files.length === 0) {
      await vscode.window.showInformationMessage(t('There are no routes to export.'));
      return;
    }
    const to = given instanceof vscode.Uri ? given : await askPlace(countOf(files));
    if (!to) return;
    const text = new TextEncoder().encode(exportRoutes(files, formatOf(to)));
    try {
      await vscode.workspace.fs.writeFile(to, text);
    } catch (error) {
      const name = to.path.slice(to.path.lastIndexOf('/') + 1);
      void vscode.window.showErrorMessage(t`The routes were not written to ${name}: ${reasonOf(error)}.`);
      return;
    }
    await vscode.window.showTextDocument(to, { preview: false });
  }

  /** The node of the menu, or the one that is selected for a command from the palette. */
  function chosen(node: RouteNode | undefined): RouteNode | undefined {
    return node ?? view.selection[0];
  }

  const listener = vscode.Disposable.from(
    view,
    redraw,
    index.onDidChange(later),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) draw();
    }),
    view.onDidChangeSelection(({ selection: [node] }) => tell('selected', node ? menuOf(node) : null)),
  );
  tellState();

  return {
    filter: (given) => (typeof given === 'string' ? setFilter(given) : askFilter()),
    async group(by) {
      grouping = by;
      tellState();
      draw();
      await memory.update(groupingKey, by);
    },
    exportTo,
    async copyPath(node) {
      const own = chosen(node);
      if (own?.kind === 'route' && own.route.path !== null) await vscode.env.clipboard.writeText(own.route.path);
    },
    async revealFile(node) {
      const own = chosen(node);
      const uri = own?.kind === 'route' ? own.file.uri : own?.uri;
      if (uri) await vscode.commands.executeCommand('revealInExplorer', vscode.Uri.parse(uri));
    },
    dispose() {
      clearTimeout(timer);
      endProgress?.();
      listener.dispose();
    },
  };
}

function messageOf({ phase, read, total, leftOut }: IndexState, filter: string, isEmpty: boolean): string | undefined {
  const parts: string[] = [];
  if (phase === 'reading' && total === 0) parts.push(t('Looking for files.'));
  if (phase === 'reading' && total >= worthTelling) parts.push(t`Reading ${numeral(read)} of ${filesCounted(total)}.`);
  if (isEmpty && phase !== 'reading') return undefined;
  if (phase === 'stopped') parts.push(total > 0 ? t`Stopped with ${filesCounted(total)} left to read.` : t('Stopped.'));
  if (filter !== '') parts.push(t`Filter: ${filter}`);
  if (leftOut > 0) parts.push(t`${filesCounted(leftOut)} more than can be read here.`);
  return parts.length > 0 ? sentences(...parts) : undefined;
}

function countOf(files: readonly FileRoutes[]): number {
  return files.reduce((total, { routes }) => total + routes.length, 0);
}

function formatOf(to: vscode.Uri): ExportFormat {
  return to.path.toLowerCase().endsWith('.csv') ? 'csv' : 'markdown';
}

async function askPlace(count: number): Promise<vscode.Uri | undefined> {
  const formats = [
    { label: 'Markdown', description: t('a table to read, with links to the code'), ending: 'md' },
    { label: 'CSV', description: t('for spreadsheets and scripts'), ending: 'csv' },
  ];
  const format = await vscode.window.showQuickPick(formats, {
    title: count === 1 ? t('Export 1 Route') : t`Export ${numeral(count)} Routes`,
  });
  if (!format) return undefined;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: t('Export Routes'),
    filters: { [format.label]: [format.ending] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `routes.${format.ending}`) }),
  });
}
