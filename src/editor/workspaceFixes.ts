/** Fixes one rule in all files of the workspace, after VS Code has shown what would change. */

import * as vscode from 'vscode';
import type { Finding, Source } from '../core/model';
import type { Service } from '../core/service';
import { fixables, rules } from '../engine';
import { t } from '../text';
import { rangesIn } from './convert';
import { settingsFor } from './settings';
import { readSource, sourceFiles } from './workspaceFiles';

export const fixRuleCommand = 'statusCoach.fixRuleInWorkspace';

/** Files read at a time: enough to hide the wait for a disk or a network, few enough to hold in memory. */
const batch = 16;

/** Milliseconds after which other work of the extension host gets a turn: typing, and the cancel button. */
const turn = 20;

interface Fixable {
  readonly source: Source;
  /** How many findings of each rule have a fix. */
  readonly counts: ReadonlyMap<string, number>;
}

export function registerWorkspaceFixes(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand(fixRuleCommand, async (only?: readonly string[]) => {
    const files = await withProgress(t('Looking for findings that can be fixed'), (report, token) =>
      fixableFiles(service, only, report, token),
    );
    if (!files) return;
    const rule = await pickRule(files, only);
    if (rule === undefined) return;
    const edit = await withProgress(t`Fixing ${rule}`, (report, token) => fixesOf(service, rule, files, report, token));
    if (!edit) return;
    if (edit.size === 0) {
      await vscode.window.showInformationMessage(t`No finding of ${rule} can be fixed.`);
      return;
    }
    await vscode.workspace.applyEdit(edit);
  });
}

export type Report = (done: number, total: number) => void;

/** Shows how far a work on files is; null when the user cancels. */
export async function withProgress<Result>(
  title: string,
  work: (report: Report, token: vscode.CancellationToken) => Promise<Result>,
): Promise<Result | null> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      let before = 0;
      const report = (done: number, total: number) => {
        progress.report({ increment: ((done - before) / total) * 100, message: t`${done} of ${total} files` });
        before = done;
      };
      const result = await work(report, token);
      return token.isCancellationRequested ? null : result;
    },
  );
}

async function fixableFiles(
  service: Service,
  only: readonly string[] | undefined,
  report: Report,
  token: vscode.CancellationToken,
): Promise<Fixable[]> {
  const files = await sourceFiles(token);
  const fixable: Fixable[] = [];
  let since = Date.now();
  for (let start = 0; start < files.length && !token.isCancellationRequested; start += batch) {
    const sources = await Promise.all(files.slice(start, start + batch).map(readSource));
    for (const source of sources) {
      if (!source || token.isCancellationRequested) continue;
      const counts = new Map<string, number>();
      for (const { finding } of fixables(await findingsOf(service, source))) {
        if (only && !only.includes(finding.rule)) continue;
        counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
      }
      if (counts.size > 0) fixable.push({ source, counts });
      if (Date.now() - since < turn) continue;
      await new Promise((resolve) => setTimeout(resolve));
      since = Date.now();
    }
    report(Math.min(start + batch, files.length), files.length);
  }
  return fixable;
}

async function findingsOf(service: Service, source: Source): Promise<readonly Finding[]> {
  const { hintsEnabled, severityOf } = settingsFor({
    uri: vscode.Uri.parse(source.uri),
    languageId: source.languageId,
  });
  return hintsEnabled ? service.glance(source, severityOf) : [];
}

/** The rule that was named, or the one the user picks; undefined when there is none. */
async function pickRule(files: readonly Fixable[], only: readonly string[] | undefined): Promise<string | undefined> {
  const items = rules.flatMap(({ id, summary }) => {
    const inFiles = files.flatMap(({ counts }) => counts.get(id) ?? []);
    const total = inFiles.reduce((sum, count) => sum + count, 0);
    if (total === 0) return [];
    const description = t`${findingsCounted(total)} in ${filesCounted(inFiles.length)}`;
    return [{ label: id, description, detail: t(summary) }];
  });
  const [first] = items;
  if (!first) {
    await vscode.window.showInformationMessage(t('No finding in this workspace can be fixed without asking.'));
    return undefined;
  }
  if (only?.length === 1) return first.label;
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Fix All of a Rule in the Workspace'),
    placeHolder: t('The fixes are shown before they are made.'),
  });
  return picked?.label;
}

async function fixesOf(
  service: Service,
  rule: string,
  files: readonly Fixable[],
  report: Report,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const affected = files.filter(({ counts }) => counts.has(rule));
  for (const [index, { source }] of affected.entries()) {
    if (token.isCancellationRequested) break;
    const uri = vscode.Uri.parse(source.uri);
    const { severityOf } = settingsFor({ uri, languageId: source.languageId });
    const { edits } = await service.fixAll(source, severityOf, (finding) => finding.rule === rule);
    if (edits.length > 0 && edit.size === 0) askForPreview(edit, uri);
    const rangeOf = rangesIn(source.text);
    for (const { span, text } of edits) edit.replace(uri, rangeOf(span), text);
    report(index + 1, affected.length);
  }
  return edit;
}

/**
 * Makes VS Code show the preview. It does so when one entry needs confirmation, and leaves such entries unticked, so
 * that everybody would have to tick every file. The one entry that needs it here creates a file unless it exists, which
 * it does: the preview does not list it, and it does nothing.
 */
export function askForPreview(edit: vscode.WorkspaceEdit, existing: vscode.Uri) {
  edit.createFile(existing, { ignoreIfExists: true }, { label: 'HTTP Status Coach', needsConfirmation: true });
}

function findingsCounted(count: number): string {
  return count === 1 ? t('1 finding') : t`${count} findings`;
}

function filesCounted(count: number): string {
  return count === 1 ? t('1 file') : t`${count} files`;
}
