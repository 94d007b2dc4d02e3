/** The panel's page: listens to the extension host, keeps its state and draws itself. */

import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { render } from 'lit';
import { type HostMessage, isHostMessage, isKeptState, type KeptState, type PageMessage } from '../protocol';
import type { Actions } from './actions';
import type { ChartMeasures } from './chart';
import {
  initialModel,
  leftTab,
  type PageModel,
  withAnswer,
  withContent,
  withEntry,
  withKept,
  withLive,
  withRequest,
  withReveal,
} from './model';
import { draftOf } from './request';
import { page } from './shell';
import { strings } from './strings';

/** What VS Code puts into every webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: KeptState): void;
};

/** From this width on, in CSS pixels, there is room for the course and the requests beside each other. */
const wide = window.matchMedia('(min-width: 640px)');

const vscode = acquireVsCodeApi();
const found = document.getElementById('page');
if (!found) throw new Error('the page has no #page to draw into');
const root = found;

const kept = vscode.getState();
let model = initialModel(isKeptState(kept) ? kept : null, wide.matches);
let lastId = 0;
/** What waits for the answers to the messages that were sent. */
const waiting = new Map<number, { readonly block: string | null; readonly done: () => void }>();

function update(next: PageModel): void {
  const isOther = next.kept.tab !== model.kept.tab || next.kept.chapter !== model.kept.chapter;
  const isChanged = next.kept !== model.kept;
  model = next;
  if (isChanged) vscode.setState(model.kept);
  render(page(model, chartMeasures(), actions), root);
  if (isOther) scrollBack();
}

/** What has a position of its own: each tab, and of the course each chapter. */
function scrollKey(column: Element): string {
  const tab = column.matches('.left') ? leftTab(model) : 'requests';
  return tab === 'course' ? `course.${model.kept.chapter ?? ''}` : tab;
}

function scrollBack(): void {
  for (const column of root.querySelectorAll('.column')) {
    column.scrollTop = model.kept.scroll[scrollKey(column)] ?? 0;
  }
}

const canvas = document.createElement('canvas').getContext('2d');

function chartMeasures(): ChartMeasures {
  const style = getComputedStyle(document.body);
  const left = root.querySelector('.left')?.clientWidth ?? (model.isWide ? root.clientWidth * 0.42 : root.clientWidth);
  const fontSize = Number.parseFloat(style.fontSize) || 13;
  return {
    width: Math.max(160, left - 24),
    fontSize,
    measure(text, isBold = false) {
      if (!canvas) return text.length * fontSize * 0.6;
      canvas.font = `${isBold ? 600 : style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      return canvas.measureText(text).width;
    },
  };
}

/** Sends a message that will be answered; the answer of a request is shown, and said to belong to a block. */
function ask(message: (id: number) => PageMessage, block: string | null = null): Promise<void> {
  lastId += 1;
  const id = lastId;
  return new Promise((done) => {
    waiting.set(id, { block, done });
    vscode.postMessage(message(id));
  });
}

/** The same for something that nothing else can be sent beside. */
function askAlone(message: (id: number) => PageMessage, block: string | null = null): Promise<void> {
  if (model.pending !== null) return Promise.resolve();
  update({ ...model, pending: lastId + 1, notice: null, announcement: '' });
  return ask(message, block);
}

/** Moves the focus along with what was opened, where the element that had it is gone. */
function focusOn(selector: string): void {
  const element = root.querySelector(selector);
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}

const actions: Actions = {
  keep(change) {
    const isTab = change.tab !== undefined && change.tab !== model.kept.tab;
    update(withKept({ ...model, notice: isTab ? null : model.notice }, change));
  },
  openChapter(chapter) {
    const before = model.kept.chapter;
    update(withKept({ ...model, notice: null }, { tab: 'course', chapter }));
    focusOn(chapter === null ? `#chapter-${before}` : '#chapter-title');
  },
  compose(request, first = []) {
    const isElsewhere = model.kept.tab !== 'requests';
    update({ ...withRequest(model, request), first });
    if (isElsewhere) focusOn('#composer-title');
  },
  edit: (draft) => update(withKept(model, { draft })),
  send(request, block) {
    // What is sent from a chapter stands in the composer too, to be changed and sent again.
    if (block !== undefined) update(withKept(model, { draft: draftOf(request, model.content?.endpoints ?? []) }));
    void askAlone((id) => ({ type: 'send', id, request }), block ?? null);
  },
  async sendFirst(requests) {
    for (const request of requests) await askAlone((id) => ({ type: 'send', id, request }));
    update({ ...model, first: [] });
    focusOn('#send');
  },
  showEntry(entry) {
    update(withEntry(model, entry));
  },
  resetData: () => void ask((id) => ({ type: 'reset-data', id })),
  clearTimeline: () => void ask((id) => ({ type: 'clear-timeline', id })),
  setLevel: (level) => vscode.postMessage({ type: 'set-level', level }),
  startExercise(exercise) {
    vscode.postMessage({ type: 'open-exercise', exercise });
  },
  openHint(exercise) {
    const open = (model.kept.hints[exercise] ?? 0) + 1;
    update(withKept(model, { hints: { ...model.kept.hints, [exercise]: open } }));
    const hints = root.querySelectorAll('.hints li');
    update({ ...model, announcement: hints.item(hints.length - 1)?.textContent ?? '' });
  },
  showSolution: (exercise) => void askAlone((id) => ({ type: 'show-solution', id, exercise })),
  resetProgress: () => void ask((id) => ({ type: 'reset-progress', id })),
  copy: (text, what) => void ask((id) => ({ type: 'copy', id, text, what })),
  insert: (endpoint, language) => void ask((id) => ({ type: 'insert', id, endpoint, language })),
  openApp: () => vscode.postMessage({ type: 'open-app' }),
  showCode(code) {
    const before = model.kept.code;
    const isHidden = code !== null && !model.content?.codes.some((each) => each.code === code);
    update(
      withKept(model, { tab: 'codes', code, filter: leftTab(model) === 'codes' && !isHidden ? model.kept.filter : '' }),
    );
    const row = root.querySelector(`#code-${code ?? before}`);
    if (row instanceof HTMLElement) {
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
  },
  mirror: (isWanted) => void ask((id) => ({ type: 'mirror', id, isWanted })),
  findInCode: (code) => vscode.postMessage({ type: 'find-code', code }),
};

function receive(message: HostMessage): void {
  switch (message.type) {
    case 'content':
      update(withContent(model, message.content));
      break;
    case 'live': {
      const isFirst = model.live === null;
      update(withLive(model, message.live));
      if (isFirst) {
        scrollBack();
        // For those who measure how long it takes.
        performance.mark('content');
      }
      break;
    }
    case 'done': {
      const answered = settle(message.id);
      if (message.entry !== null) update(withAnswer(model, message.entry, answered?.block ?? null));
      else settled(message.id, message.message, 'done');
      answered?.done();
      break;
    }
    case 'failed': {
      const answered = settle(message.id);
      settled(message.id, `${strings.failed} ${message.message}`, 'error');
      answered?.done();
      break;
    }
    case 'reveal':
      update(withReveal(model, message.reveal));
      break;
  }
}

function settle(id: number) {
  const answered = waiting.get(id);
  waiting.delete(id);
  return answered;
}

function settled(id: number, text: string | null, kind: 'done' | 'error'): void {
  update({
    ...model,
    pending: model.pending === id ? null : model.pending,
    notice: text === null ? model.notice : { kind, text },
    announcement: text ?? model.announcement,
  });
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isHostMessage(data)) throw new TypeError('the extension host sent a malformed message');
  receive(data);
});

wide.addEventListener('change', () => update({ ...model, isWide: wide.matches }));

let drawnWidth = window.innerWidth;
let frame = 0;
window.addEventListener('resize', () => {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    // Only the chart is as wide as the page says.
    if (leftTab(model) === 'choose' && drawnWidth !== window.innerWidth) update({ ...model });
    drawnWidth = window.innerWidth;
  });
});

/** Columns whose place is to be kept when they come to rest. */
const moved = new Set<Element>();
let resting: number | undefined;
root.addEventListener(
  'scroll',
  ({ target }) => {
    if (!(target instanceof Element) || !target.matches('.column')) return;
    moved.add(target);
    clearTimeout(resting);
    resting = window.setTimeout(() => {
      const scroll = { ...model.kept.scroll };
      for (const column of moved) if (column.isConnected) scroll[scrollKey(column)] = Math.round(column.scrollTop);
      moved.clear();
      model = withKept(model, { scroll });
      vscode.setState(model.kept);
    }, 100);
  },
  { capture: true },
);

// What the page says until it runs.
root.replaceChildren();
update(model);
vscode.postMessage({ type: 'ready' });
