/** The JSON that `scan` and `check` print: model objects with lines and columns in place of spans. */

import type { Finding, Scan, Span } from '../core/model';
import { positionsOf } from '../core/positions';

export interface FileResult {
  readonly path: string;
  readonly language: string;
  readonly text: string;
  /** Length of a byte order mark in front of `text`: offsets of edits count it, columns do not. */
  readonly markLength: number;
  readonly scan: Scan;
  /** Null for `scan`, which reports none. */
  readonly findings: readonly Finding[] | null;
}

export function reportObject(files: readonly FileResult[]) {
  return { version: 1, files: files.map(fileObject) };
}

function fileObject({ path, language, text, markLength, scan, findings }: FileResult) {
  const position = positionsOf(text);
  const place = ({ start, end }: Span) => {
    const from = position(start);
    const to = position(end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
  return {
    path,
    language,
    framework: scan.framework,
    routes: scan.routes.map((route) => {
      const { line, column, endLine } = place(route.span);
      return {
        method: route.method,
        path: route.path,
        handler: route.handler,
        line,
        column,
        endLine,
        declared: route.declared,
        effective: route.effective,
        returns: route.returns,
        creates: route.creates !== null,
      };
    }),
    uses: scan.uses.map((use) => {
      const { line, column, endColumn } = place(use.span);
      return { code: use.code, text: use.text, form: use.form, role: use.role, line, column, endColumn };
    }),
    ...(findings && {
      findings: findings.map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
        ...place(finding.span),
        suggest: finding.suggest,
        fixes: finding.fixes.map((fix) => ({
          title: fix.title,
          preferred: fix.preferred,
          edits: fix.edits.map((edit) => ({
            start: edit.span.start + markLength,
            end: edit.span.end + markLength,
            text: edit.text,
          })),
        })),
      })),
    }),
  };
}

/** One line a finding, as compilers write them. */
export function reportText(files: readonly FileResult[]): string {
  const lines = files.flatMap(({ path, text, findings }) => {
    const position = positionsOf(text);
    return (findings ?? []).map((finding) => {
      const { line, column } = position(finding.span.start);
      return `${path}:${line}:${column + 1}: ${finding.severity}: ${finding.message} [${finding.rule}]`;
    });
  });
  return lines.map((line) => `${line}\n`).join('');
}
