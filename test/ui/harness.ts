/**
 * Drives a real VS Code in a browser for the UI tests: opens a workbench on a fresh copy of a folder, and does in it what
 * a person does.
 *
 * Everything waits for the condition it needs, and fails with a sentence when that does not come true within a limit.
 */

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { forwardSlashes, leaveWindow, windowUrl } from '../../scripts/workbench.mjs';

/** The color themes that come with every VS Code. */
export type Theme = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

/**
 * Where to point in the editor: at the first visible occurrence of a text, or, where that is ambiguous, at the first one
 * in the first line that contains another text.
 */
export type Place = string | { readonly text: string; readonly line: string };

export interface WorkbenchOptions {
  /** The folder to open a copy of, relative to the project; `examples` by default. */
  readonly folder?: string;
  /** A file to open, relative to that folder. */
  readonly file?: string;
  /** `light` by default. */
  readonly theme?: Theme;
  /** In CSS pixels; 1280 by 800 by default. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Settings to start with, on top of those of the folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Tasks of the folder, which VS Code 1.99 knows only where they are there before the window is. */
  readonly tasks?: object;
  /** The language that extensions are told to speak; English by default. VS Code itself, without a language pack, goes on in English. */
  readonly language?: string;
  /** Another extension in the place of ours, relative to the project; it has to go by the same names. */
  readonly extension?: string;
}

/** What the script that runs the UI tests hands over: a VS Code server and a browser, both running. */
interface Setup {
  readonly origin: string;
  readonly token: string;
  readonly browser: string;
  readonly project: string;
  /** A temporary folder that is removed when the run ends, however it ends. */
  readonly folder: string;
  /** For windows without a server: a browser that lets them load the project from the port where it is served. */
  readonly web: { readonly browser: string; readonly port: number };
}

/** The label of each theme in the picker, and the class by which the workbench shows that it is on. */
const themes: Record<Theme, { readonly label: string; readonly shown: string }> = {
  light: { label: 'Light Modern', shown: 'vs' },
  dark: { label: 'Dark Modern', shown: 'vs-dark' },
  highContrast: { label: 'Dark High Contrast', shown: 'hc-black' },
  highContrastLight: { label: 'Light High Contrast', shown: 'hc-light' },
};

const extensionId = 'http-status-coach.http-status-coach';
const activeEditor = '.editor-group-container.active .editor-instance';
/** How long an action may take, in milliseconds: long, because a loaded machine is slow, and a test that waits is not. */
const patience = 20_000;

let browser: Browser | undefined;

after(async () => {
  await browser?.close();
});

export function setup(): Setup {
  const handedOver = process.env.STATUS_COACH_UI;
  if (!handedOver) throw new Error('The UI tests need a VS Code and a browser: run them with "npm run test:ui".');
  return JSON.parse(handedOver);
}

/**
 * Opens a workbench with the extension under development, and waits until both are there. Close it when done.
 *
 * @throws when it does not come up
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { origin, token, browser: endpoint, project, folder: temporary } = setup();
  const {
    folder = 'examples',
    file,
    theme = 'light',
    viewport = { width: 1280, height: 800 },
    settings = {},
    tasks,
    language,
    extension = '',
  } = options;
  const root = await mkdtemp(join(temporary, 'workbench-'));
  const workspace = join(root, basename(folder));
  await cp(join(project, folder), workspace, { recursive: true });

  browser ??= await chromium.connect(endpoint);
  const context = await browser.newContext({ viewport, deviceScaleFactor: 1 });
  // Where VS Code keeps the language that a language pack brings.
  if (language) {
    await context.addInitScript((spoken) => {
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => spoken, set: () => undefined });
    }, language);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const workbench = new Workbench(page, workspace, project, async () => {
    await leaveWindow(page);
    await context.close();
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  });
  try {
    await workbench.setSettings(settings);
    if (tasks) await writeFile(join(workspace, '.vscode', 'tasks.json'), JSON.stringify(tasks));
    const path = forwardSlashes(workspace);
    await page.goto(
      windowUrl(
        { origin, token },
        {
          folder: path,
          extension: forwardSlashes(join(project, extension)),
          ...(file && { file: `${path}/${forwardSlashes(file)}` }),
        },
      ),
    );
    await workbench.viewContainer.waitFor();
    if (file) await workbench.waitForFile(file);
    await workbench.setTheme(theme);
  } catch (error) {
    await workbench.close();
    throw error;
  }
  return workbench;
}

/** One window of VS Code. */
export class Workbench {
  /** The page, for everything that this class does not do. */
  readonly page: Page;
  /** The absolute path of the folder that is open: a copy, free to be changed. */
  readonly folder: string;
  readonly #project: string;
  readonly #dispose: () => Promise<void>;
  // In a browser VS Code saves by itself after a second, which a test cannot tell from what it did itself.
  #settings: Record<string, unknown> = { 'files.autoSave': 'off', 'files.exclude': { '.vscode': true } };
  #file: string | undefined;

  constructor(page: Page, folder: string, project: string, dispose: () => Promise<void>) {
    this.page = page;
    this.folder = folder;
    this.#project = project;
    this.#dispose = dispose;
  }

  /** The icon of our view container in the activity bar. */
  get viewContainer(): Locator {
    return this.page.locator('.action-label[aria-label="HTTP Status Coach"]');
  }

  /** The document inside the webview of our panel, once the panel is open. */
  get panel(): FrameLocator {
    return this.page
      .frameLocator(`iframe.webview[src*="extensionId=${extensionId}"]`)
      .frameLocator('iframe#active-frame');
  }

  /** Every notification on the screen. */
  get notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item');
  }

  /** Opens a file of the folder, named by its path in it. */
  async openFile(file: string): Promise<void> {
    await this.pressUntil('ControlOrMeta+P', this.#quickInput());
    await this.#pick(forwardSlashes(file), basename(file));
    await this.#quickInput().waitFor({ state: 'hidden' });
    await this.waitForFile(file);
  }

  /** Waits until a file is shown in the active editor. */
  async waitForFile(file: string): Promise<void> {
    await this.page.locator(`.tab.active[data-resource-name="${basename(file)}"]`).waitFor();
    await this.page.locator(`${activeEditor} .view-line`).first().waitFor();
    this.#file = file;
  }

  /** Runs a command by its title in the command palette, category included: `Status Coach: Open Demo Panel`. */
  async runCommand(title: string): Promise<void> {
    await this.pressUntil('F1', this.#quickInput());
    await this.#pick(`>${title}`, title);
  }

  /** Puts the cursor right behind a text. */
  async placeCursor(place: Place): Promise<void> {
    const { x, y, width, height } = await this.#locate(place);
    await this.page.mouse.click(x + width - 1, y + height / 2);
  }

  /** Types at the cursor, key by key, as a person does: brackets close themselves and suggestions open. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 10 });
  }

  /**
   * Rests the mouse on a text and returns the hover that opens, which stays open until the mouse leaves it. Its
   * `innerText()` is what a person reads.
   */
  async hover(place: Place): Promise<Locator> {
    const hover = this.page.locator('.monaco-editor .monaco-hover:visible').first();
    await this.#until(`No hover opens at ${describePlace(place)}.`, async () => {
      const { x, y, width, height } = await this.#locate(place);
      // Away first: the extension may have been activated after the last try, and only a new rest asks it.
      await this.page.mouse.move(0, 0);
      await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
      await hover.waitFor({ timeout: 2500 });
      return !/^Loading/.test((await hover.textContent()) ?? '');
    });
    return hover;
  }

  /**
   * Opens the light bulb's menu with the cursor on a text and returns what it offers, top to bottom. The menu stays open
   * for `chooseAction` or a picture.
   */
  async quickFixes(place: Place): Promise<string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action .title');
    await this.#until(`The light bulb offers nothing at ${describePlace(place)}.`, async () => {
      const { x, y, width, height } = await this.#locate(place);
      await this.page.mouse.click(x + width / 2, y + height / 2);
      await this.page.keyboard.press('ControlOrMeta+.');
      await rows.first().waitFor({ timeout: 2500 });
      return true;
    });
    return await rows.allInnerTexts();
  }

  /** Takes an action of the open light bulb menu by its title. */
  async chooseAction(title: string): Promise<void> {
    const action = this.page.locator('.action-widget .monaco-list-row.action').getByText(title, { exact: true });
    // VS Code 1.99 covers the window until the mouse moves, so that the click that opens a menu takes nothing in it.
    await action.hover({ force: true });
    await action.click();
    await this.page.locator('.action-widget .monaco-list-row.action').first().waitFor({ state: 'detached' });
  }

  /** Saves the file in the active editor and returns its text. */
  async save(): Promise<string> {
    if (!this.#file) throw new Error('No file is open.');
    await this.runCommand('File: Save');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
    return await readFile(join(this.folder, this.#file), 'utf8');
  }

  /** Changes settings while the window is open; those not named stay. Undefined takes one back. */
  async setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const file = join(this.folder, '.vscode', 'settings.json');
    await mkdir(join(this.folder, '.vscode'), { recursive: true });
    const found = await readFile(file, 'utf8').catch(() => '{}');
    this.#settings = { ...this.#settings, ...JSON.parse(found), ...settings };
    await writeFile(file, JSON.stringify(this.#settings, undefined, 2));
  }

  /** Switches the color theme. */
  async setTheme(theme: Theme): Promise<void> {
    const { label, shown } = themes[theme];
    // By hand, because VS Code 1.99 does not take this setting from a workspace when it runs in a browser.
    await this.runCommand('Preferences: Color Theme');
    await this.#pick(label, label);
    await this.page.locator(`.monaco-workbench.${shown}`).waitFor();
  }

  /** Opens our view by its icon, if it is not open. */
  async openView(): Promise<void> {
    await this.#openContainer(this.viewContainer, this.panel.locator('body > *').first());
  }

  /** Opens the explorer, so that our view is hidden. */
  async openExplorer(): Promise<void> {
    const explorer = this.page.locator('.action-label[aria-label^="Explorer"]').first();
    await this.#openContainer(explorer, this.page.locator('.explorer-folders-view'));
  }

  /** Clicks its icon until its content is to be seen: what was opened just before may come to the front again. */
  async #openContainer(icon: Locator, content: Locator): Promise<void> {
    const open = this.page.locator('.activitybar .action-item.checked').filter({ has: icon });
    for (let attempt = 0; attempt < 10; attempt++) {
      if ((await open.count()) === 0) await icon.click();
      try {
        return await content.waitFor({ timeout: 3000 });
      } catch {
        // It did not come, or went.
      }
    }
    throw new Error(`The view of ${icon} does not open.`);
  }

  /** Drags the edge of the side bar until it is as wide as wanted, in CSS pixels; VS Code allows no less than 170. */
  async setSideBarWidth(width: number): Promise<void> {
    const sideBar = this.page.locator('.part.sidebar');
    await this.#until(`The side bar does not become ${width} pixels wide.`, async () => {
      const box = await sideBar.boundingBox();
      if (!box) return false;
      if (Math.abs(box.width - width) < 1) return true;
      // The edge that can be dragged lies beside the side bar, with a gap in some versions.
      const edges = await this.page.locator('.monaco-sash.vertical').all();
      const boxes = (await Promise.all(edges.map((edge) => edge.boundingBox()))).filter((edge) => edge !== null);
      const distance = (edge: { x: number; width: number }) => Math.abs(edge.x + edge.width / 2 - (box.x + box.width));
      const edge = boxes.sort((a, b) => distance(a) - distance(b))[0];
      if (!edge) return false;
      const x = edge.x + edge.width / 2;
      const y = box.y + box.height / 2;
      await this.page.mouse.move(x, y);
      await this.page.mouse.down();
      await this.page.mouse.move(x + width - box.width, y, { steps: 5 });
      await this.page.mouse.up();
      await this.page.mouse.move(0, 0);
      return Math.abs(((await sideBar.boundingBox())?.width ?? 0) - width) < 1;
    });
  }

  /** Clears the notifications that are on the screen. */
  async clearNotifications(): Promise<void> {
    if ((await this.notifications.count()) > 0) await this.runCommand('Notifications: Clear All Notifications');
    await this.notifications.first().waitFor({ state: 'detached' });
  }

  /** Takes a picture of the window into `test/ui/out/<name>.png`, and returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(this.#project, 'test', 'ui', 'out', `${name}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  /** Presses a key that does no harm twice until something is in sight: what is just coming up does not listen yet. */
  async pressUntil(key: string, shown: Locator): Promise<void> {
    await this.#until(`${key} does nothing.`, async () => {
      await this.page.keyboard.press(key);
      await shown.waitFor({ timeout: 2000 });
      return true;
    });
  }

  /** Closes the window and removes its folder. */
  async close(): Promise<void> {
    await this.#dispose();
  }

  #quickInput(): Locator {
    return this.page.locator('.quick-input-widget input.input');
  }

  /** Types into the input at the top and takes the entry with exactly this label. */
  async #pick(text: string, label: string): Promise<void> {
    await this.#quickInput().fill(text);
    await this.page.locator('.quick-input-list .label-name').getByText(label, { exact: true }).first().click();
  }

  /** Tries until it works or patience is at its end. */
  async #until(otherwise: string, attempt: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + patience;
    let reason: unknown;
    while (Date.now() < deadline) {
      try {
        if (await attempt()) return;
      } catch (error) {
        if (this.page.isClosed()) throw error;
        reason = error;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(otherwise, { cause: reason });
  }

  /** Where a text is on the screen; scrolls to it first if it is not. */
  async #locate(place: Place): Promise<Box> {
    const visible = await this.#boxOf(place);
    if (visible) return visible;
    await this.#reveal(place);
    let box: Box | undefined;
    await this.#until(`The editor does not show ${describePlace(place)}.`, async () => {
      box = await this.#boxOf(place);
      return box !== undefined;
    });
    if (!box) throw new Error(`The editor does not show ${describePlace(place)}.`);
    return box;
  }

  async #boxOf(place: Place): Promise<Box | undefined> {
    const wanted = typeof place === 'string' ? { text: place, line: place } : place;
    const viewport = await this.page.locator(`${activeEditor} .editor-scrollable`).first().boundingBox();
    const boxes = await this.page.locator(`${activeEditor} .view-line`).evaluateAll((lines, { text, line }) => {
      const found: Box[] = [];
      for (const element of lines) {
        // The editor draws spaces as no-break spaces.
        const content = (element.textContent ?? '').replaceAll('\u00a0', ' ');
        const start = content.includes(line) ? content.indexOf(text) : -1;
        if (start < 0) continue;
        const range = element.ownerDocument.createRange();
        const walker = element.ownerDocument.createTreeWalker(element, 4 /* text nodes */);
        let offset = 0;
        let begun = false;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = (node.textContent ?? '').length;
          if (!begun && start < offset + length) {
            range.setStart(node, start - offset);
            begun = true;
          }
          if (begun && start + text.length <= offset + length) {
            range.setEnd(node, start + text.length - offset);
            break;
          }
          offset += length;
        }
        const { x, y, width, height } = range.getBoundingClientRect();
        found.push({ x, y, width, height });
      }
      return found;
    }, wanted);
    return boxes
      .filter((box) => viewport && box.y >= viewport.y && box.y + box.height <= viewport.y + viewport.height)
      .sort((a, b) => a.y - b.y)[0];
  }

  /** Scrolls to a place by its line number in the file, as it was last saved. */
  async #reveal(place: Place): Promise<void> {
    if (!this.#file) throw new Error('No file is open.');
    const { text, line } = typeof place === 'string' ? { text: place, line: place } : place;
    const lines = (await readFile(join(this.folder, this.#file), 'utf8')).split(/\r?\n/);
    const number = lines.findIndex((content) => content.includes(line) && content.includes(text)) + 1;
    if (number === 0) throw new Error(`${this.#file} does not contain ${describePlace(place)}.`);
    await this.pressUntil('Control+G', this.#quickInput());
    await this.#quickInput().fill(`:${number}`);
    await this.page.keyboard.press('Enter');
    await this.#quickInput().waitFor({ state: 'hidden' });
  }
}

/** A place on the page, in CSS pixels from its upper left corner. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function describePlace(place: Place): string {
  return typeof place === 'string' ? `"${place}"` : `"${place.text}" in a line with "${place.line}"`;
}
