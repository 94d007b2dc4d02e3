/** The panel's page: listens to the extension host, keeps its state and draws itself. */

import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { render } from 'lit';
import { type HostMessage, isHostMessage, isKeptState, type PageMessage } from '../protocol';
import { draftOf, initialModel, keptState, type PageModel, requestOf, withDraft, withPanel } from './model';
import { type Actions, page } from './render';

/** What VS Code puts into every webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const vscode = acquireVsCodeApi();
const root = document.getElementById('page');
if (!root) throw new Error('the page has no #page to draw into');

const kept = vscode.getState();
let model = initialModel(isKeptState(kept) ? kept : null);
let lastId = 0;

function update(next: PageModel): void {
  model = next;
  vscode.setState(keptState(model));
  if (root) render(page(model, actions), root);
}

function nextId(): number {
  lastId += 1;
  return lastId;
}

const actions: Actions = {
  choose: (endpoint) => update({ ...model, endpoint: endpoint.id }),
  edit: (endpoint, draft) => update(withDraft(model, endpoint, draft)),
  send(endpoint) {
    if (model.pending !== null) return;
    const id = nextId();
    update({ ...model, pending: id, notice: null });
    vscode.postMessage({
      type: 'send',
      id,
      endpoint: endpoint.id,
      request: requestOf(endpoint, draftOf(model, endpoint)),
    });
  },
  reset: () => vscode.postMessage({ type: 'reset', id: nextId() }),
  copyUrl: () => vscode.postMessage({ type: 'copy-url' }),
};

function receive(message: HostMessage): void {
  switch (message.type) {
    case 'state':
      update(withPanel(model, message.state));
      break;
    case 'exchange':
      if (message.id === model.pending) update({ ...model, pending: null, notice: null, result: message.result });
      break;
    case 'failed':
      if (message.id === model.pending) {
        update({ ...model, pending: null, notice: { kind: 'error', text: message.message } });
      }
      break;
    case 'reset-done':
      update({ ...model, notice: { kind: 'done', text: 'The data is as it was at the start.' } });
      break;
  }
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isHostMessage(data)) throw new TypeError('the extension host sent a malformed message');
  receive(data);
});

update(model);
vscode.postMessage({ type: 'ready' });
