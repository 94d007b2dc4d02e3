/** The light bulb: fixes of findings, what else can be done about them, and on any route every code that fits its method. */

import * as vscode from 'vscode';
import type { Edit, Finding, Fix } from '../core/model';
import type { Service } from '../core/service';
import { fixables } from '../engine';
import { t } from '../text';
import { toRange, toSource, toSpan, toWorkspaceEdit } from './convert';
import { findingDiagnostic } from './diagnostics';
import { selector } from './documents';
import { tellingWhenFixed } from './firstSteps';
import type { Health } from './health';
import { settingsFor } from './settings';
import { turnOffCommand } from './turnOff';
import { fixRuleCommand, registerWorkspaceFixes } from './workspaceFixes';

const { QuickFix, RefactorRewrite } = vscode.CodeActionKind;
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('statusCoach');

export function registerCodeActions(service: Service, health: Health): vscode.Disposable {
  /** Edits that are made only when their action is chosen. */
  const later = new WeakMap<vscode.CodeAction, () => Promise<vscode.WorkspaceEdit>>();

  async function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const all = await findingsOf(document);
    const here = all.filter(({ span }) => toRange(document, span).intersection(range));
    if (here.length === 0) return [];
    const diagnostics = here.map((finding) => findingDiagnostic(document, finding));
    const fixes = here.flatMap(({ fixes }, index) =>
      fixes.map((fix) => {
        const action = tellingWhenFixed(withEdits(document, fix.title, QuickFix, fix.edits));
        action.isPreferred = fix.preferred;
        action.diagnostics = diagnostics.slice(index, index + 1);
        return action;
      }),
    );
    const rest = await aboutRules(document, all, here);
    for (const action of rest) action.diagnostics = diagnostics;
    return [...fixes, ...rest];
  }

  /** A few entries however many findings there are: what names a rule where there is one is general where there are more. */
  async function aboutRules(document: vscode.TextDocument, all: readonly Finding[], here: readonly Finding[]) {
    const rules = [...new Set(here.map(({ rule }) => rule))];
    const [only] = rules.length === 1 ? rules : [];
    const actions: vscode.CodeAction[] = [];

    const isWanted = ({ rule }: Finding) => rules.includes(rule);
    if (fixables(here).length > 0 && fixables(all.filter(isWanted)).length > 1) {
      const title = only ? t`Fix all ${only} findings in this file` : t('Fix all findings like these in this file');
      const action = new vscode.CodeAction(title, QuickFix);
      later.set(action, async () => toWorkspaceEdit(document, await allFixes(document, isWanted)));
      actions.push(tellingWhenFixed(action));
    }
    if (fixables(here).length > 0 && vscode.workspace.getWorkspaceFolder(document.uri)) {
      const fixable = [...new Set(fixables(here).map(({ finding }) => finding.rule))];
      const [rule, ...others] = fixable;
      const title =
        rule !== undefined && others.length === 0
          ? t`Fix ${rule} everywhere, with preview`
          : t('Fix a rule everywhere, with preview');
      actions.push(withCommand(title, fixRuleCommand, fixable));
    }
    const ignoring = await ignoreAction(document, here, rules);
    if (ignoring) actions.push(ignoring);
    actions.push(withCommand(turnOffTitle(only), turnOffCommand, rules, document.uri));
    return actions;
  }

  /** Null where the findings are not on one line, or no comment can stand there. */
  async function ignoreAction(document: vscode.TextDocument, here: readonly Finding[], rules: readonly string[]) {
    const [first] = here;
    const lines = new Set(here.map(({ span }) => document.positionAt(span.start).line));
    if (!first || lines.size > 1) return null;
    const edit = await service.silence(toSource(document), first.span.start, rules);
    const title =
      here.length === 1 ? t('Ignore this finding on this line') : t`Ignore these ${here.length} findings on this line`;
    return edit && withEdits(document, title, QuickFix, [edit]);
  }

  async function findingsOf(document: vscode.TextDocument): Promise<readonly Finding[]> {
    const { hintsEnabled, severityOf } = settingsFor(document);
    return hintsEnabled ? service.findings(toSource(document), severityOf) : [];
  }

  async function allFixes(document: vscode.TextDocument, isWanted?: (finding: Finding) => boolean) {
    const { hintsEnabled, severityOf } = settingsFor(document);
    return hintsEnabled ? (await service.fixAll(toSource(document), severityOf, isWanted)).edits : [];
  }

  async function fixAll(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
    const edits = await allFixes(document);
    return edits.length > 0 ? [withEdits(document, t('Fix all findings in this file'), fixAllKind, edits)] : [];
  }

  const provider = vscode.languages.registerCodeActionsProvider(
    selector,
    health.guarded('The light bulb', {
      async provideCodeActions(document, range, { only }, token) {
        // Source actions are for those who ask for them: a menu of their own, or saving.
        if (only?.contains(fixAllKind)) return fixAll(document);
        const wants = (kind: vscode.CodeActionKind) => !only || only.contains(kind);
        const actions = wants(QuickFix) ? await quickFixes(document, range) : [];
        if (token.isCancellationRequested) return [];
        if (wants(RefactorRewrite)) {
          const fixes = await service.answers(toSource(document), toSpan(document, range));
          const offered = new Set(actions.map((action) => action.title));
          actions.push(
            ...fixes
              .filter(({ title }) => !offered.has(title))
              .map(({ title, edits }: Fix) => tellingWhenFixed(withEdits(document, title, RefactorRewrite, edits))),
          );
        }
        return actions;
      },
      async resolveCodeAction(action) {
        const edit = await later.get(action)?.();
        if (edit) action.edit = edit;
        return action;
      },
    }),
    { providedCodeActionKinds: [QuickFix, RefactorRewrite, fixAllKind] },
  );
  return vscode.Disposable.from(provider, registerWorkspaceFixes(service));
}

function withEdits(
  document: vscode.TextDocument,
  title: string,
  kind: vscode.CodeActionKind,
  edits: readonly Edit[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.edit = toWorkspaceEdit(document, edits);
  return action;
}

function withCommand(title: string, command: string, ...values: readonly unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, QuickFix);
  action.command = { title, command, arguments: [...values] };
  return action;
}

/** `only` is the rule; undefined where there are several. */
function turnOffTitle(only: string | undefined): string {
  const hasWorkspace = vscode.workspace.workspaceFolders !== undefined;
  if (only === undefined) {
    return hasWorkspace ? t('Turn off a rule in this workspace') : t('Turn off a rule in your settings');
  }
  return hasWorkspace ? t`Turn off ${only} in this workspace` : t`Turn off ${only} in your settings`;
}
