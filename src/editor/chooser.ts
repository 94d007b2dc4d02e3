/** The command that leads to a status code, by questions or by words, and writes it where the cursor is. */

import * as vscode from 'vscode';
import type { Offer } from '../core/features/chooser';
import type { CodePlace } from '../core/features/writing';
import type { Span } from '../core/model';
import type { Service } from '../core/service';
import { codeTitle, firstSteps, offers, stepAt } from '../engine';
import { sentences, t } from '../text';
import { toRange, toSource, toSpan } from './convert';
import { stepTaken } from './firstSteps';

export const chooseCommand = 'statusCoach.chooseStatusCode';

/** What the command is given where it is about a certain place: a status code in a document. */
export interface ChooserTarget {
  /** The address of the document. */
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

interface Chosen {
  readonly code: number;
  readonly reason: string;
}

/** How long the reason stays in the status bar, in milliseconds: as long as it takes to read it. */
const readingTime = 8000;

export function registerChooser(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand(chooseCommand, async (given?: unknown) => {
    const target = isTarget(given) ? given : null;
    // The hover whose link was followed would stay, and go on telling of the code that stood there.
    if (target) await vscode.commands.executeCommand('editor.action.hideHover');
    const editor = target ? await editorOf(target) : vscode.window.activeTextEditor;
    if (!editor) {
      const chosen = await choose(null);
      if (chosen) stepTaken('choose');
      if (chosen) await offerToCopy(chosen.code, chosen.reason);
      return;
    }
    const { document } = editor;
    const { version } = document;
    const selection = target ? { start: target.start, end: target.end } : toSpan(document, editor.selection);
    const place = await service.codePlace(toSource(document), selection);
    const chosen = await choose(place);
    if (!chosen) return;
    stepTaken('choose');
    if (document.version !== version) {
      await offerToCopy(chosen.code, t('The file has changed meanwhile, so nothing was written.'));
      return;
    }
    const problem = await write(service, editor, selection, place, chosen.code);
    if (problem !== null) await offerToCopy(chosen.code, problem);
    else vscode.window.setStatusBarMessage(`${codeTitle(chosen.code)}: ${chosen.reason}`, readingTime);
  });
}

function isTarget(given: unknown): given is ChooserTarget {
  if (typeof given !== 'object' || given === null) return false;
  const { uri, start, end } = given as Partial<Record<keyof ChooserTarget, unknown>>;
  return typeof uri === 'string' && Number.isInteger(start) && Number.isInteger(end);
}

/** The editor that shows a document already, or a new one. */
async function editorOf({ uri }: ChooserTarget): Promise<vscode.TextEditor> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  return shown ?? vscode.window.showTextDocument(vscode.Uri.parse(uri));
}

/** Writes a code in one step to undo; the sentence that says why where it cannot. */
async function write(
  service: Service,
  editor: vscode.TextEditor,
  selection: Span,
  { use }: CodePlace,
  code: number,
): Promise<string | null> {
  const { document } = editor;
  const edits = await service.writeCode(toSource(document), selection, code);
  if (!edits) {
    return use
      ? t`${use.text} cannot be turned into ${codeTitle(code)} by itself.`
      : t('The cursor is inside a word, where no status code can stand.');
  }
  if (edits.length === 0) return null;
  const before = document.version;
  const isDone = await editor.edit((builder) => {
    for (const { span, text } of edits) builder.replace(toRange(document, span), text);
  });
  // An editor that may only read says that it has made the edit.
  return isDone && document.version !== before ? null : t('This file cannot be changed.');
}

async function offerToCopy(code: number, message: string): Promise<void> {
  const copy = t`Copy ${code}`;
  const answer = await vscode.window.showInformationMessage(`${codeTitle(code)}: ${message}`, copy);
  if (answer === copy) await vscode.env.clipboard.writeText(String(code));
}

/** About as many characters as a line of the chooser has room for. */
const lineLength = 84;

interface Item extends vscode.QuickPickItem {
  readonly offer?: Offer;
}

/** Asks step by step; undefined where the user thinks better of it. */
function choose(place: CodePlace | null): Promise<Chosen | undefined> {
  return new Promise((resolve) => {
    const path = [...firstSteps(place?.method ?? null)];
    const pick = vscode.window.createQuickPick<Item>();
    // Not part of the API, but in every VS Code: keeps the best match first, where labels would be sorted again.
    Object.assign(pick, { sortByLabel: false });
    pick.placeholder = t('Choose an answer, or type a number, a name or a word such as "duplicate"');

    /** Shows the last question of the path; the answer that led on from it is the active one. */
    function show(taken?: string) {
      const { question, step, totalSteps } = stepAt(path);
      const ask = t(question.ask);
      pick.title = step > 1 && place?.name ? `${place.name}: ${ask}` : ask;
      pick.step = step;
      pick.totalSteps = totalSteps;
      pick.buttons = path.length > 1 ? [vscode.QuickInputButtons.Back] : [];
      pick.value = '';
      list(taken);
    }

    function list(taken?: string) {
      pick.items = itemsOf(offers(stepAt(path).question, pick.value), pick.value);
      const active = pick.items.find(({ offer }) => offer?.kind === 'question' && offer.to === taken);
      if (active) pick.activeItems = [active];
    }

    pick.onDidChangeValue(() => list());
    pick.onDidTriggerButton(() => show(path.pop()));
    pick.onDidAccept(() => {
      const offer = pick.selectedItems[0]?.offer;
      if (!offer) return;
      if (offer.kind === 'question') {
        path.push(offer.to);
        show();
        return;
      }
      resolve(offer);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    show();
    pick.show();
  });
}

function itemsOf(offered: readonly Offer[], typed: string): Item[] {
  if (offered.length === 0) {
    return [
      {
        label: t`Nothing found for "${typed.trim()}"`,
        detail: t('Try a number, a name or another word.'),
        alwaysShow: true,
      },
    ];
  }
  const [answers, codes] = [
    offered.filter(({ kind }) => kind !== 'code'),
    offered.filter(({ kind }) => kind === 'code'),
  ];
  const separator: Item = { label: t('status codes'), kind: vscode.QuickPickItemKind.Separator };
  return [...answers.map(itemOf), ...(codes.length > 0 ? [separator] : []), ...codes.map(itemOf)];
}

function itemOf(offer: Offer): Item {
  switch (offer.kind) {
    case 'question':
      return { offer, label: offer.text, ...(offer.detail !== null && { detail: offer.detail }), alwaysShow: true };
    case 'outcome':
      return {
        offer,
        label: offer.text,
        description: codeTitle(offer.code),
        detail: reasonOf(offer),
        alwaysShow: true,
      };
    case 'code':
      return { offer, label: codeTitle(offer.code), description: offer.reason, alwaysShow: true };
  }
}

/** With what goes with it, where there is room. */
function reasonOf({ reason, note }: Extract<Offer, { readonly kind: 'outcome' }>): string {
  const all = sentences(reason, note);
  return all.length <= lineLength ? all : reason;
}
