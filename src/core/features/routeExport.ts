/** The route map as a document: a Markdown table to read, CSV to calculate with. */

import { type FileRoutes, findingCounts, type RouteRow, shownPath, worstSeverity } from './routeMap';

export type ExportFormat = 'markdown' | 'csv';

export function exportRoutes(files: readonly FileRoutes[], format: ExportFormat): string {
  return format === 'markdown' ? markdownOf(files) : csvOf(files);
}

// ---------------------------------------------------------------------------------------------------------------------
// Markdown

/** Files are links relative to the workspace folder, with the line as GitHub and GitLab understand it. */
function markdownOf(files: readonly FileRoutes[]): string {
  const head = '| Method | Path | Status | Other statuses | Findings | Handler | File |\n';
  const line = '| --- | --- | --- | --- | --- | --- | --- |\n';
  const rows = rowsOf(files).map(({ file, route }) => {
    const cells = [
      route.method,
      route.path === null ? shownPath(route) : code(route.path),
      route.effective.join(', '),
      route.others.join(', '),
      findingCounts(route.findings),
      route.handler === null ? '' : code(route.handler),
      `[${escaped(`${placeOf(file)}:${route.line}`)}](${address(file.path)}#L${route.line})`,
    ];
    return `| ${cells.join(' | ')} |\n`;
  });
  return `# Routes\n\n${head}${line}${rows.join('')}`;
}

/** A code span that holds any text; a table ends its cells at every bar that has no backslash in front, even there. */
function code(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  if (plain.trim() === '') return plain === '' ? '' : '` `';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(plain) ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|]/g, '\\$&').replaceAll(/\s+/g, ' ');
}

function address(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')))
    .join('/');
}

// ---------------------------------------------------------------------------------------------------------------------
// CSV

const columns = [
  'method',
  'path',
  'status',
  'other statuses',
  'findings',
  'worst severity',
  'rules',
  'handler',
  'folder',
  'file',
  'line',
];

/** As RFC 4180 has it: a heading, lines that end with CR LF, quotes where they are needed. */
function csvOf(files: readonly FileRoutes[]): string {
  const rows = rowsOf(files).map(({ file, route }) => [
    route.method,
    route.path ?? '',
    route.effective.join(' '),
    route.others.join(' '),
    `${route.findings.length}`,
    worstSeverity(route.findings) ?? '',
    [...new Set(route.findings.map(({ rule }) => rule))].join(' '),
    route.handler ?? '',
    file.folder ?? '',
    file.path,
    `${route.line}`,
  ]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Spreadsheets calculate what begins like a formula, wherever it came from; an apostrophe in front keeps it a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// ---------------------------------------------------------------------------------------------------------------------

function rowsOf(files: readonly FileRoutes[]): { readonly file: FileRoutes; readonly route: RouteRow }[] {
  return files.flatMap((file) => file.routes.map((route) => ({ file, route })));
}

function placeOf({ folder, path }: FileRoutes): string {
  return folder === null ? path : `${folder}/${path}`;
}
