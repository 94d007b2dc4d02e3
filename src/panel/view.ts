/** The side panel on the VS Code side: shows the page, and does for it what a page cannot do itself. */

import * as vscode from 'vscode';
import type { DemoHost, DemoState } from '../demo/host';
import type { MirrorRoute } from '../demo/mirror';
import { t } from '../text';
import type { Knowledge } from './content';
import {
  type HostMessage,
  isPageMessage,
  type PageMessage,
  type PanelContent,
  type PanelMirror,
  type Reveal,
  type ServerState,
} from './protocol';
import type { PanelSession } from './session';

export const demoViewId = 'statusCoach.demo';
export const openDemoPanelCommand = 'statusCoach.openDemoPanel';

const section = 'statusCoach';

/** The extension's own folder, and where the panel keeps what outlives the window. */
export interface PanelContext {
  readonly extensionUri: vscode.Uri;
  readonly globalState: vscode.Memento;
  readonly workspaceState: vscode.Memento;
}

/** What late.ts exports. */
export type PanelModule = typeof import('./late');

/** What the panel is given by those that start it. */
export interface PanelSurroundings {
  readonly demo: DemoHost;
  /** Asked for when the panel is shown for the first time. */
  knowledge(): Knowledge;
  /** Leads to the routes of the workspace that answer a code. */
  findInCode(code: number): Promise<void>;
  /** Routes of the user's own code; null where the user wants none after all. */
  routesToMirror(): Promise<{ readonly name: string; readonly routes: readonly MirrorRoute[] } | null>;
}

/** Registers the view and the command that opens it; `load` is called when the panel is first wanted. */
export function registerDemoPanel(
  context: PanelContext,
  load: () => Promise<PanelModule>,
  surroundings: PanelSurroundings,
): vscode.Disposable {
  const view = new DemoPanelView(context, load, surroundings);
  return vscode.Disposable.from(
    view,
    vscode.window.registerWebviewViewProvider(demoViewId, view),
    vscode.commands.registerCommand(openDemoPanelCommand, (given?: unknown) => view.open(codeIn(given))),
  );
}

/** The code that a link of a hover names. */
function codeIn(given: unknown): number | null {
  const code = typeof given === 'object' && given !== null && 'code' in given ? given.code : null;
  return typeof code === 'number' && Number.isInteger(code) ? code : null;
}

/** What is there once the panel was wanted for the first time. */
interface Loaded {
  readonly late: PanelModule;
  /** Outlives the view, so that moving the panel to another place loses nothing. */
  readonly session: PanelSession;
  readonly content: PanelContent;
}

class DemoPanelView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #context: PanelContext;
  readonly #loadModule: () => Promise<PanelModule>;
  readonly #surroundings: PanelSurroundings;
  readonly #listeners: vscode.Disposable;
  #loading: Promise<Loaded> | null = null;
  #loaded: Loaded | null = null;
  #mirror: PanelMirror | null = null;
  #shown: ShownView | undefined;
  /** To be shown as soon as there is a page. */
  #wanted: number | null = null;

  constructor(context: PanelContext, load: () => Promise<PanelModule>, surroundings: PanelSurroundings) {
    this.#context = context;
    this.#loadModule = load;
    this.#surroundings = surroundings;
    this.#listeners = vscode.Disposable.from(
      { dispose: surroundings.demo.onDidChange(() => this.#postLive()) },
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${section}.level`)) this.#postLive();
      }),
    );
  }

  #load(): Promise<Loaded> {
    this.#loading ??= this.#loadNow();
    return this.#loading;
  }

  async #loadNow(): Promise<Loaded> {
    const late = await this.#loadModule();
    const { globalState, workspaceState } = this.#context;
    const changed = () => this.#postLive();
    const session = new late.PanelSession(
      this.#surroundings.demo,
      keeper(globalState),
      keeper(workspaceState),
      changed,
    );
    this.#loaded = { late, session, content: late.panelContent(this.#surroundings.knowledge()) };
    return this.#loaded;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#shown?.dispose();
    void this.#load();
    const { extensionUri } = this.#context;
    const folders = ['dist', 'media'].map((name) => vscode.Uri.joinPath(extensionUri, name));
    view.webview.options = { enableScripts: true, localResourceRoots: folders };
    const shown = new ShownView(view.webview, this.#surroundings.demo.hold(), (message) => void this.#receive(message));
    this.#shown = shown;
    view.onDidChangeVisibility(() => {
      // A hidden page is gone; it says `ready` again when it is back.
      if (!view.visible) shown.isReady = false;
    });
    view.onDidDispose(() => {
      shown.dispose();
      if (this.#shown === shown) this.#shown = undefined;
    });
    // Last, because the page answers `ready` as soon as it runs.
    view.webview.html = pageHtml(view.webview, extensionUri);
  }

  /** Brings the panel to the front and, where a code is wanted, shows and returns what it has about it. */
  async open(code: number | null): Promise<Reveal | null> {
    this.#wanted = code;
    await vscode.commands.executeCommand(`${demoViewId}.focus`);
    if (code === null) return null;
    const loaded = await this.#load();
    // A page that is only now loading asks for it when it is ready.
    this.#postWanted(loaded);
    return revealOf(code, loaded);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#shown?.dispose();
  }

  async #receive(message: PageMessage): Promise<void> {
    const loaded = await this.#load();
    const { late, session, content } = loaded;
    switch (message.type) {
      case 'ready':
        if (this.#shown) this.#shown.isReady = true;
        this.#post({ type: 'content', content });
        this.#postLive();
        this.#postWanted(loaded);
        break;
      case 'send':
        void this.#answer(message.id, async () => ({ entry: await session.send(message.request) }));
        break;
      case 'show-solution':
        void this.#answer(message.id, async () => ({ entry: await session.showSolution(message.exercise) }));
        break;
      case 'reset-data':
        session.resetData();
        this.#done(message.id, t('The data is as it was at the start.'));
        break;
      case 'clear-timeline':
        session.clearTimeline();
        this.#done(message.id, null);
        break;
      case 'open-exercise':
        session.openExercise(message.exercise);
        break;
      case 'reset-progress':
        void this.#answer(message.id, () => resetProgress(session));
        break;
      case 'set-level':
        void setLevel(message.level);
        break;
      case 'copy':
        void this.#answer(message.id, async () => {
          await vscode.env.clipboard.writeText(message.text);
          return { message: t('Copied {0}.', message.what) };
        });
        break;
      case 'insert':
        void this.#answer(message.id, async () => ({ message: await insert(message, late) }));
        break;
      case 'open-app':
        void vscode.workspace
          .openTextDocument({ language: 'python', content: late.app })
          .then((document) => vscode.window.showTextDocument(document));
        break;
      case 'mirror':
        void this.#answer(message.id, () => this.#setMirror(message.isWanted));
        break;
      case 'find-code':
        void this.#surroundings.findInCode(message.code);
        break;
    }
  }

  async #setMirror(isWanted: boolean): Promise<{ message: string | null }> {
    const { demo, routesToMirror } = this.#surroundings;
    if (!isWanted) {
      this.#mirror = null;
      demo.setMirror(null);
      return { message: t('The mirror is gone.') };
    }
    const wanted = await routesToMirror();
    if (!wanted) return { message: null };
    const routes = wanted.routes.map(({ method, path, statuses, from }) => ({ method, path, statuses, from }));
    this.#mirror = { name: wanted.name, routes };
    demo.setMirror(wanted.routes);
    return { message: null };
  }

  async #answer(
    id: number,
    work: () => Promise<{ readonly entry?: number | null; readonly message?: string | null }>,
  ): Promise<void> {
    try {
      const { entry = null, message = null } = await work();
      this.#post({ type: 'done', id, entry, message });
    } catch (error) {
      this.#post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  #done(id: number, message: string | null): void {
    this.#post({ type: 'done', id, entry: null, message });
  }

  #postLive(): void {
    if (!this.#loaded) return;
    const server = serverState(this.#surroundings.demo.state);
    const { state } = this.#loaded.session;
    this.#post({ type: 'live', live: { server, level: level(), ...state, mirror: this.#mirror } });
  }

  #postWanted(loaded: Loaded): void {
    if (this.#wanted === null || !this.#shown?.isReady) return;
    this.#post({ type: 'reveal', reveal: revealOf(this.#wanted, loaded) });
    this.#wanted = null;
  }

  #post(message: HostMessage): void {
    this.#shown?.post(message);
  }
}

/** One resolved view, and its hold on the demo server. */
class ShownView implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #release: () => void;
  readonly #listener: vscode.Disposable;
  #disposed = false;
  /** Whether its page has said that it listens. */
  isReady = false;

  constructor(webview: vscode.Webview, release: () => void, receive: (message: PageMessage) => void) {
    this.#webview = webview;
    this.#release = release;
    this.#listener = webview.onDidReceiveMessage((message: unknown) => {
      // Nobody but our own page speaks here, so anything else is a bug worth seeing in the developer tools.
      if (!isPageMessage(message)) throw new TypeError('the demo page sent a malformed message');
      receive(message);
    });
  }

  post(message: HostMessage): void {
    if (!this.#disposed) void this.#webview.postMessage(message);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#listener.dispose();
    this.#release();
  }
}

/** What there is to show about a code. */
function revealOf(code: number, { late, content }: Loaded): Reveal {
  const { chapter, request } = content.codes.find((each) => each.code === code) ?? late.placeShown(code);
  return { code, chapter, request };
}

async function resetProgress(session: PanelSession): Promise<{ message: string | null }> {
  const reset = t('Reset');
  const question = t('Forget which exercises you have solved?');
  const answer = await vscode.window.showWarningMessage(question, { modal: true }, reset);
  if (answer !== reset) return { message: null };
  session.resetProgress();
  return { message: t('Your progress starts from the beginning.') };
}

function keeper(memory: vscode.Memento) {
  return {
    get: (key: string): unknown => memory.get(key),
    set: (key: string, value: unknown) => void memory.update(key, value),
  };
}

function serverState(state: DemoState): ServerState {
  switch (state.kind) {
    case 'starting':
      return state;
    case 'running':
      return { kind: 'socket', url: state.url };
    case 'stopped':
      return { kind: 'in-process', why: state.why ?? t('The demo server does not run.') };
  }
}

function level(): 'beginner' | 'advanced' {
  return vscode.workspace.getConfiguration(section).get('level') === 'advanced' ? 'advanced' : 'beginner';
}

/** Where it is set already, so that it takes effect. */
async function setLevel(chosen: 'beginner' | 'advanced'): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  const inWorkspace = settings.inspect('level')?.workspaceValue !== undefined;
  await settings.update('level', chosen, !inWorkspace);
}

/** Languages of documents that take a listing. */
const fitting: Readonly<Record<string, readonly string[]>> = {
  python: ['python'],
  typescript: ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'],
};

/** Writes a listing at the cursor, or behind the last line where the cursor is inside of something; says what it did. */
async function insert(message: Extract<PageMessage, { type: 'insert' }>, { endpoints }: PanelModule): Promise<string> {
  const endpoint = endpoints.find(({ id }) => id === message.endpoint);
  if (!endpoint) throw new Error(t('There is no such endpoint.'));
  const listing = endpoint[message.language];
  const editor = vscode.window.activeTextEditor;
  if (!editor || !fitting[message.language]?.includes(editor.document.languageId)) {
    const document = await vscode.workspace.openTextDocument({ language: message.language, content: `${listing}\n` });
    await vscode.window.showTextDocument(document);
    return t('No file of this language is in front, so it went into a new one.');
  }
  const { document } = editor;
  const line = document.lineAt(editor.selection.active.line);
  const isFree = line.text === '';
  const end = document.lineAt(document.lineCount - 1).range.end;
  const at = isFree ? line.range.start : end;
  const gap = isFree || document.getText().trim() === '' ? '' : end.character === 0 ? '\n\n' : '\n\n\n';
  const version = document.version;
  // An editor that may only read says that it has made the edit.
  const isDone = await editor.edit((builder) => builder.insert(at, `${gap}${listing}${isFree ? '' : '\n'}`));
  if (!isDone || document.version === version) throw new Error(t('This file cannot be changed.'));
  editor.revealRange(new vscode.Range(at, at.translate(listing.split('\n').length)));
  return t('Inserted into {0}.', document.fileName.split(/[\\/]/).at(-1) ?? '');
}

/** Data for the page's script, which no policy keeps from being there, since nothing of it is run. */
function translations(): string {
  if (!vscode.l10n.bundle) return '';
  const data = JSON.stringify(vscode.l10n.bundle).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="translations">${data}</script>`;
}

/**
 * The page around the script. Its styles are files and the components' constructed style sheets, which
 * `style-src` does not touch, so nothing inline has to be allowed.
 */
function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const address = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.l10n.bundle ? vscode.env.language : 'en'}">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${t('HTTP status demo')}</title>
  <link rel="stylesheet" id="vscode-codicon-stylesheet" href="${address('dist', 'codicon.css')}">
  <link rel="stylesheet" href="${address('media', 'panel.css')}">
</head>
<body>
  <main id="page"><p class="waiting quiet">${t('Waiting for VS Code...')}</p></main>
  ${translations()}
  <script nonce="${nonce}" src="${address('dist', 'panel.js')}"></script>
</body>
</html>`;
}
