/** How the nodes of the route map look: icons and colours by status class, short descriptions, full tooltips, badges. */

import * as vscode from 'vscode';
import type { RouteRow } from '../core/features/routeMap';
import type { Grouping, LeafNode, RouteNode } from '../core/features/routeTree';
import type { Severity } from '../core/model';
import type { StatusClass } from '../core/statusCodes';
import { findingCounts, namedStatus, shownPath, statusClass, statusClassNames, worstSeverity } from '../engine';
import { either, t } from '../text';
import { routesCounted } from './counts';

/** A shape and a colour for each class, so that nobody has to tell colours apart. */
const looks: Readonly<Record<StatusClass, { readonly icon: string; readonly color: string }>> = {
  1: { icon: 'ellipsis', color: 'charts.foreground' },
  2: { icon: 'pass', color: 'charts.green' },
  3: { icon: 'arrow-circle-right', color: 'charts.blue' },
  4: { icon: 'circle-slash', color: 'charts.orange' },
  5: { icon: 'error', color: 'charts.red' },
};
const unknownLook = { icon: 'question', color: 'disabledForeground' };

/** The scheme of addresses that carry the badge of a route; nothing can be opened there. */
const badgeScheme = 'status-coach-route';

/** `unfolded` opens groups that nobody has opened or closed yet. */
export function itemOf(node: RouteNode, grouping: Grouping, unfolded: boolean): vscode.TreeItem {
  return node.kind === 'route' ? routeItem(node, grouping) : groupItem(node, unfolded);
}

/** What menus and the command palette go by. */
export function menuOf(node: RouteNode): string {
  return node.kind === 'route' && node.route.path === null ? 'pathless' : node.kind;
}

function groupItem(node: Exclude<RouteNode, LeafNode>, unfolded: boolean): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(node.label, unfolded || node.kind === 'folder' ? Expanded : Collapsed);
  // A filter opens what it leaves; without it, groups are as they were.
  item.id = unfolded ? `${node.id} unfolded` : node.id;
  item.contextValue = menuOf(node);
  if (node.kind === 'file' && node.uri !== null) {
    item.resourceUri = vscode.Uri.parse(node.uri);
    item.iconPath = vscode.ThemeIcon.File;
    item.description = node.detail;
    item.tooltip = [node.detail, node.label].filter(Boolean).join('/');
  } else {
    item.iconPath = node.kind === 'folder' ? vscode.ThemeIcon.Folder : new vscode.ThemeIcon('symbol-namespace');
    item.tooltip = node.label;
  }
  item.accessibilityInformation = { label: `${node.label}, ${routesCounted(node.count)}` };
  return item;
}

/** The status comes first, where a narrow side bar still shows it and the eye runs down a column of codes. */
function routeItem(node: LeafNode, grouping: Grouping): vscode.TreeItem {
  const { id, route, file } = node;
  const codes = route.effective.length > 0 ? `${route.effective.join('/')} ` : '';
  const name = grouping === 'file' ? `${route.method} ${shownPath(route)}` : route.method;
  const item = new vscode.TreeItem(`${codes}${name}`, vscode.TreeItemCollapsibleState.None);
  item.id = `${grouping} ${id}`;
  item.contextValue = menuOf(node);
  item.iconPath = iconOf(route);
  item.description = [
    ...(grouping === 'path' ? [`${file.path.slice(file.path.lastIndexOf('/') + 1)}:${route.line}`] : []),
    ...(route.effective.length === 0 ? [t('status not shown')] : []),
    ...(route.others.length > 0 ? [t`also ${route.others.join(', ')}`] : []),
  ].join(' · ');
  const worst = worstSeverity(route.findings);
  if (worst) item.resourceUri = badgeAddress(id, worst, route);
  const at = new vscode.Position(route.line - 1, route.column);
  const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(at, at) };
  item.command = { command: 'vscode.open', title: t('Open'), arguments: [vscode.Uri.parse(file.uri), options] };
  item.accessibilityInformation = {
    label: [
      `${route.method} ${shownPath(route)}`,
      route.effective.length > 0 ? t`answers ${either(route.effective.map(namedStatus))}` : t('status not shown'),
      ...(route.others.length > 0 ? [t`also ${route.others.join(', ')}`] : []),
      ...(worst ? [findingCounts(route.findings)] : []),
      t`${file.path}, line ${route.line}`,
    ].join('; '),
  };
  return item;
}

/** By the status of success, and by the least of several. */
function iconOf({ effective }: RouteRow): vscode.ThemeIcon {
  const [first] = effective;
  const kind = first === undefined ? undefined : statusClass(first);
  const { icon, color } = kind ? looks[kind] : unknownLook;
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

/** Everything that is known of a route. */
export function tooltipOf({ route, file }: LeafNode): vscode.MarkdownString {
  const answers = route.effective.map((code) => {
    const kind = statusClass(code);
    return kind ? `${namedStatus(code)} · ${t(statusClassNames[kind].toLowerCase())}` : namedStatus(code);
  });
  const head = [
    `**${plain(`${route.method} ${shownPath(route)}`)}**`,
    ...(route.handler === null ? [] : [t`Handler: ${plain(route.handler)}`]),
    ...(answers.length > 0 ? answers : [t('The file does not show its status.')]).map(plain),
    ...(route.others.length > 0 ? [plain(t`Also ${route.others.map(namedStatus).join(', ')}`)] : []),
  ];
  const findings = route.findings.map((finding) => plain(findingLine(finding)));
  return new vscode.MarkdownString([head.join('  \n'), ...findings, plain(`${file.path}:${route.line}`)].join('\n\n'));
}

function findingLine({ severity, message, rule, line }: RouteRow['findings'][number]): string {
  switch (severity) {
    case 'error':
      return t`Error in line ${line} (${rule}): ${message}`;
    case 'warning':
      return t`Warning in line ${line} (${rule}): ${message}`;
    case 'information':
      return t`Information in line ${line} (${rule}): ${message}`;
    case 'hint':
      return t`Hint in line ${line} (${rule}): ${message}`;
  }
}

/** Text that Markdown shows as it is. `appendText` would make its spaces unbreakable, and lines end in words. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()<>#~|!&]/g, '\\$&').replaceAll(/\s+/g, ' ');
}

// ---------------------------------------------------------------------------------------------------------------------
// Badges

function badgeAddress(id: string, severity: Severity, { findings }: RouteRow): vscode.Uri {
  const query = JSON.stringify({ severity, count: findings.length, words: findingCounts(findings) });
  return vscode.Uri.from({ scheme: badgeScheme, path: `/${id}`, query });
}

const badgeColors: Readonly<Partial<Record<Severity, string>>> = {
  error: 'list.errorForeground',
  warning: 'list.warningForeground',
};

/** Gives routes with findings their number as a badge, and errors and warnings their usual colour. */
export const badges: vscode.FileDecorationProvider = {
  provideFileDecoration({ scheme, query }) {
    if (scheme !== badgeScheme) return undefined;
    const { severity, count, words }: { severity: Severity; count: number; words: string } = JSON.parse(query);
    const color = badgeColors[severity];
    return new vscode.FileDecoration(
      count > 9 ? '9+' : `${count}`,
      words,
      color ? new vscode.ThemeColor(color) : undefined,
    );
  },
};
