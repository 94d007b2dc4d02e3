/** What is reported of one file: the model with lines and columns in place of spans, as plain data without its text. */

import type { Finding, Scan, Severity, Span } from '../core/model';
import { positionsOf } from '../core/positions';

/** Lines count from 1, columns from 0 in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedEdit {
  /** UTF-16 offsets in the file, a byte order mark counted. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The same span, for formats that know lines only. */
  readonly place: Place;
}

export interface ReportedFinding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly suggest: number | null;
  readonly fixes: readonly { readonly title: string; readonly preferred: boolean; readonly edits: ReportedEdit[] }[];
}

export type FileReport = ReturnType<typeof reportOf>;

/** `markLength` is the length of a byte order mark in front of `text`: offsets of edits count it, columns do not. */
export function reportOf(language: string, text: string, markLength: number, scan: Scan, findings: readonly Finding[]) {
  const position = positionsOf(text);
  const place = ({ start, end }: Span): Place => {
    const from = position(start);
    const to = position(end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
  return {
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
    findings: findings.map(
      (finding): ReportedFinding => ({
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
            place: place(edit.span),
          })),
        })),
      }),
    ),
  };
}
