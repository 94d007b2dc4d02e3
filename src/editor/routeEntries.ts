/** Turns what was read of files into what the route map shows: where each stands, and what its findings weigh here. */

import * as vscode from 'vscode';
import type { SetSeverities } from '../background/routeReading';
import type { FileRoutes, RouteRow } from '../core/features/routeMap';
import type { Habit } from '../core/model';
import { inHabit, rules } from '../engine';

export interface Entry {
  readonly uri: vscode.Uri;
  readonly routes: readonly RouteRow[];
  /** What was set for rules when it was read; null where the habit of the workspace is weighed in already. */
  readonly set: SetSeverities | null;
  /** As it was last shown: the same object as long as it shows the same. `by` is what that depends on; null if out of date. */
  shown: { readonly file: FileRoutes; readonly by: string | null } | null;
}

const ruleById = new Map<string, (typeof rules)[number]>(rules.map((rule) => [rule.id, rule]));

/** By workspace folder and path. */
export function filesOf(entries: readonly Entry[], habit: Habit): readonly FileRoutes[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const by = JSON.stringify([habit, folders.map(({ uri }) => uri.toString())]);
  const files = entries.map((entry) => {
    if (entry.shown?.by === by) return entry.shown.file;
    const [before, now] = [entry.shown?.file, fileOf(entry, habit, folders.length > 1)];
    const file = before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
    entry.shown = { file, by };
    return file;
  });
  return files.sort((a, b) => order(a.folder ?? '', b.folder ?? '') || order(a.path, b.path));
}

/** `manyFolders`: whether files have to be told apart by their workspace folder. */
function fileOf({ uri, routes, set }: Entry, habit: Habit, manyFolders: boolean): FileRoutes {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const top = folder ? folder.uri.path.replace(/\/$/, '').length + 1 : 1;
  return {
    uri: uri.toString(),
    folder: manyFolders ? (folder?.name ?? null) : null,
    path: uri.path.slice(top),
    routes: set === null ? routes : routes.map((route) => weighed(route, set, habit)),
  };
}

/** A route as its findings weigh in a workspace with this habit; what is set for a rule has the last word. */
function weighed(route: RouteRow, set: SetSeverities, habit: Habit): RouteRow {
  if (!route.findings.some(({ rule }) => ruleById.get(rule)?.oddIn)) return route;
  const findings = route.findings.map((finding) => {
    const odd = inHabit(finding, ruleById.get(finding.rule), habit);
    return { ...odd, severity: set[finding.rule] === undefined ? odd.severity : finding.severity };
  });
  return { ...route, findings };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
