/** The side panel on the VS Code side: shows the page, runs the demo behind it and sends the page's requests. */

import * as vscode from 'vscode';
import type { DemoConnection } from '../demo/exchange';
import { DemoStore } from '../demo/store';
import { endpoints } from '../lesson/lesson';
import { type HostMessage, isPageMessage, type Meaning, type PageMessage, type ServerState } from './protocol';

export const demoViewId = 'statusCoach.demo';
export const openDemoPanelCommand = 'statusCoach.openDemoPanel';

/** What is known about a status code; undefined for a code that nobody has given a meaning. */
export type ExplainStatus = (code: number, level: Level) => StatusExplanation | undefined;

/** How deep explanations go, by the setting that hovers follow too. */
export type Level = keyof (typeof endpoints)[number]['teaches'];

export interface StatusExplanation {
  readonly phrase: string;
  /** One or two short sentences. */
  readonly meaning: string;
  readonly reference?: { readonly label: string; readonly url: string } | null;
  /** Address of its MDN page. */
  readonly mdn?: string | null;
}

/** Registers the view and the command that opens it; dispose the result to stop the demo server. */
export function registerDemoPanel(extensionUri: vscode.Uri, explain: ExplainStatus): vscode.Disposable {
  const view = new DemoPanelView(extensionUri, explain);
  return vscode.Disposable.from(
    view,
    vscode.window.registerWebviewViewProvider(demoViewId, view),
    vscode.commands.registerCommand(openDemoPanelCommand, () => vscode.commands.executeCommand(`${demoViewId}.focus`)),
  );
}

export class DemoPanelView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #explain: ExplainStatus;
  /** Outlives the view, so that moving the panel to another place keeps the data. */
  readonly #store = new DemoStore();
  #shown: ShownView | undefined;

  constructor(extensionUri: vscode.Uri, explain: ExplainStatus) {
    this.#extensionUri = extensionUri;
    this.#explain = explain;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#shown?.dispose();
    const folders = ['dist', 'media'].map((name) => vscode.Uri.joinPath(this.#extensionUri, name));
    view.webview.options = { enableScripts: true, localResourceRoots: folders };
    const shown = new ShownView(view.webview, this.#store, this.#explain);
    this.#shown = shown;
    view.onDidDispose(() => shown.dispose());
    // Last, because the page answers `ready` as soon as it runs.
    view.webview.html = pageHtml(view.webview, this.#extensionUri);
  }

  dispose(): void {
    this.#shown?.dispose();
  }
}

type PageRequest = Extract<PageMessage, { type: 'send' }>;
type Result = Extract<HostMessage, { type: 'exchange' }>['result'];

/** One resolved view and the demo that runs for it. */
class ShownView implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #explain: ExplainStatus;
  readonly #listener: vscode.Disposable;
  readonly #connection: Promise<DemoConnection>;
  #server: ServerState = { kind: 'starting' };
  #last: Result | null = null;
  #disposed = false;

  constructor(webview: vscode.Webview, store: DemoStore, explain: ExplainStatus) {
    this.#webview = webview;
    this.#explain = explain;
    this.#listener = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('statusCoach.level')) this.#postState();
      }),
    );
    this.#connection = this.#connect(store);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#listener.dispose();
    // The server may still be starting; it is closed as soon as it has.
    void this.#connection.then(
      (connection) => connection.close(),
      () => undefined,
    );
  }

  async #connect(store: DemoStore): Promise<DemoConnection> {
    const { connection, server } = await connect(store);
    this.#server = server;
    this.#postState();
    return connection;
  }

  #receive(message: unknown): void {
    // Nobody but our own page speaks here, so anything else is a bug worth seeing in the developer tools.
    if (!isPageMessage(message)) throw new TypeError('the demo page sent a malformed message');
    switch (message.type) {
      case 'ready':
        this.#postState();
        break;
      case 'send':
        void this.#send(message);
        break;
      case 'reset':
        void this.#reset(message.id);
        break;
      case 'copy-url':
        if (this.#server.kind === 'socket') void vscode.env.clipboard.writeText(this.#server.url);
        break;
    }
  }

  async #send({ id, endpoint, request }: PageRequest): Promise<void> {
    try {
      const connection = await this.#connection;
      const exchange = await connection.send(request);
      this.#last = { endpoint, exchange, meaning: this.#meaningOf(exchange.response.status) };
      this.#post({ type: 'exchange', id, result: this.#last });
    } catch (error) {
      this.#post({ type: 'failed', id, message: sentence(error) });
    }
  }

  async #reset(id: number): Promise<void> {
    try {
      const connection = await this.#connection;
      connection.reset();
      this.#post({ type: 'reset-done', id });
    } catch (error) {
      this.#post({ type: 'failed', id, message: sentence(error) });
    }
  }

  #meaningOf(code: number): Meaning | null {
    const known = this.#explain(code, level());
    if (!known) return null;
    const { phrase, meaning, reference, mdn } = known;
    return { phrase, meaning, reference: reference ?? null, mdn: mdn ?? null };
  }

  #postState(): void {
    const state = { server: this.#server, endpoints: endpoints.map(panelEndpoint), last: this.#last };
    this.#post({ type: 'state', state });
  }

  #post(message: HostMessage): void {
    if (!this.#disposed) void this.#webview.postMessage(message);
  }
}

/** Over a socket where this place has one, in this process where it has not. Rejects only when the demo cannot be loaded. */
async function connect(store: DemoStore): Promise<{ connection: DemoConnection; server: ServerState }> {
  // Loaded now, not with the extension.
  const { connectInProcess, connectOverSocket } = await import('../demo/demo');
  try {
    const connection = await connectOverSocket({ store });
    return { connection, server: { kind: 'socket', url: connection.url } };
  } catch (error) {
    return { connection: connectInProcess(store), server: { kind: 'in-process', why: sentence(error) } };
  }
}

function panelEndpoint({ id, method, path, title, teaches, examples, python, typescript }: (typeof endpoints)[number]) {
  return {
    id,
    method,
    path,
    title,
    teaches: teaches[level()],
    examples: examples.map(({ label, path, body }) => ({ label, path, body })),
    python,
    typescript,
  };
}

function level(): Level {
  return vscode.workspace.getConfiguration('statusCoach').get('level') === 'advanced' ? 'advanced' : 'beginner';
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
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
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>HTTP status demo</title>
  <link rel="stylesheet" id="vscode-codicon-stylesheet" href="${address('dist', 'codicon.css')}">
  <link rel="stylesheet" href="${address('media', 'panel.css')}">
</head>
<body>
  <main id="page"></main>
  <script nonce="${nonce}" src="${address('dist', 'panel.js')}"></script>
</body>
</html>`;
}
