/** The side panel on the VS Code side: shows the page, runs the demo behind it and sends the page's requests. */

import * as vscode from 'vscode';
import type { DemoHost, DemoState } from '../demo/host';
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

/** Registers the view and the command that opens it. */
export function registerDemoPanel(extensionUri: vscode.Uri, demo: DemoHost, explain: ExplainStatus): vscode.Disposable {
  const view = new DemoPanelView(extensionUri, demo, explain);
  return vscode.Disposable.from(
    view,
    vscode.window.registerWebviewViewProvider(demoViewId, view),
    vscode.commands.registerCommand(openDemoPanelCommand, () => vscode.commands.executeCommand(`${demoViewId}.focus`)),
  );
}

export class DemoPanelView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #explain: ExplainStatus;
  readonly #demo: DemoHost;
  #shown: ShownView | undefined;

  constructor(extensionUri: vscode.Uri, demo: DemoHost, explain: ExplainStatus) {
    this.#extensionUri = extensionUri;
    this.#demo = demo;
    this.#explain = explain;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#shown?.dispose();
    const folders = ['dist', 'media'].map((name) => vscode.Uri.joinPath(this.#extensionUri, name));
    view.webview.options = { enableScripts: true, localResourceRoots: folders };
    const shown = new ShownView(view.webview, this.#demo, this.#explain);
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

/** One resolved view, and its hold on the demo. */
class ShownView implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #demo: DemoHost;
  readonly #explain: ExplainStatus;
  readonly #listener: vscode.Disposable;
  readonly #forget: () => void;
  readonly #release: () => void;
  #last: Result | null = null;
  #disposed = false;

  constructor(webview: vscode.Webview, demo: DemoHost, explain: ExplainStatus) {
    this.#webview = webview;
    this.#demo = demo;
    this.#explain = explain;
    this.#listener = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('statusCoach.level')) this.#postState();
      }),
    );
    this.#forget = demo.onDidChange(() => this.#postState());
    this.#release = demo.hold();
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#listener.dispose();
    this.#forget();
    this.#release();
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
        this.#demo.reset();
        this.#post({ type: 'reset-done', id: message.id });
        break;
      case 'copy-url':
        if (this.#demo.state.kind === 'running') void vscode.env.clipboard.writeText(this.#demo.state.url);
        break;
    }
  }

  async #send({ id, endpoint, request }: PageRequest): Promise<void> {
    try {
      const exchange = await this.#demo.send(request);
      this.#last = { endpoint, exchange, meaning: this.#meaningOf(exchange.response.status) };
      this.#post({ type: 'exchange', id, result: this.#last });
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
    const state = { server: serverState(this.#demo.state), endpoints: endpoints.map(panelEndpoint), last: this.#last };
    this.#post({ type: 'state', state });
  }

  #post(message: HostMessage): void {
    if (!this.#disposed) void this.#webview.postMessage(message);
  }
}

function serverState(state: DemoState): ServerState {
  switch (state.kind) {
    case 'starting':
      return state;
    case 'running':
      return { kind: 'socket', url: state.url };
    case 'stopped':
      return { kind: 'in-process', why: state.why ?? 'The demo server does not run.' };
  }
}

function panelEndpoint({ id, method, path, title, teaches, examples, python, typescript }: (typeof endpoints)[number]) {
  return {
    id,
    method,
    path,
    title,
    teaches: teaches[level()],
    examples: examples.map(({ label, path = {}, query = '', headers = [], body = null }) => ({
      label,
      path,
      query,
      headers,
      body,
    })),
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
