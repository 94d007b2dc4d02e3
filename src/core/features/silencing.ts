/** Comments that silence findings: `status-coach: ignore`, on a line, above one, or for the whole file. */

import { lineIndent, lineStart, newline } from '../edits';
import type { Edit, Finding, Language, Scan } from '../model';
import { positionsOf } from '../positions';

const marker = 'status-coach:';

/** Rule names have a hyphen in them, so that a reason may follow in plain words: `ignore until the old app is gone`. */
const ruleName = '[a-z][a-z0-9]*(?:-[a-z0-9]+)+';
const comment = new RegExp(
  `(?:#|//|/\\*)[ \\t]*${marker}[ \\t]*(ignore|ignore-file)(?![\\w-])(?:[ \\t]+(${ruleName}(?:[ \\t]*,[ \\t]*${ruleName})*))?`,
  'g',
);

/** In how many lines from the top `ignore-file` is looked for: below a licence, above the code. */
const firstLines = 30;

/** The rules a comment names; null where it names none and means all. */
type Named = ReadonlySet<string> | null;

interface Silences {
  readonly file: readonly Named[];
  /** By 1-based line: what a comment at the end of the line says. */
  readonly beside: ReadonlyMap<number, readonly Named[]>;
  /** By 1-based line: what comments that stand alone above the line say. */
  readonly above: ReadonlyMap<number, readonly Named[]>;
}

/** The findings that no comment silences. */
export function withoutSilenced(findings: readonly Finding[], scan: Scan, text: string): Finding[] {
  if (findings.length === 0 || !text.includes(marker)) return [...findings];
  const lines = text.split('\n');
  const { file, beside, above } = silencesIn(text, lines, scan.language);
  const position = positionsOf(text);
  const lineOf = (offset: number) => position(offset).line;
  const heads = new Set(scan.routes.map(({ head }) => lineOf(head.start)));
  return findings.filter((finding) => {
    const { span } = finding;
    const [first, last] = [lineOf(span.start), lineOf(span.end)];
    const said = [file, beside.get(first), beside.get(last), above.get(first)];
    for (const { head, anatomy } of scan.routes) {
      if (head.start !== span.start || head.end !== span.end) continue;
      // What is about a route as a whole is silenced where its registration ends too, and above its other decorators.
      if (anatomy.registration) said.push(beside.get(lineOf(anatomy.registration.span.end)));
      for (let line = first - 1; !heads.has(line) && /^\s*@/.test(lines[line - 1] ?? ''); line--)
        said.push(above.get(line));
    }
    return !said.some((names) => names?.some((named) => named === null || named.has(finding.rule)));
  });
}

function silencesIn(text: string, lines: readonly string[], language: Language): Silences {
  const position = positionsOf(text);
  const file: Named[] = [];
  const beside = new Map<number, Named[]>();
  const above = new Map<number, Named[]>();
  const say = (map: Map<number, Named[]>, line: number, named: Named) => {
    map.set(line, [...(map.get(line) ?? []), named]);
  };
  for (const match of text.matchAll(comment)) {
    const { line, column } = position(match.index);
    const named = match[2] === undefined ? null : new Set(match[2].split(/[ \t]*,[ \t]*/));
    if (match[1] === 'ignore-file') {
      if (line <= firstLines) file.push(named);
      continue;
    }
    // In JSX a comment stands in braces.
    const alone = /^\s*\{?\s*$/.test((lines[line - 1] ?? '').slice(0, column));
    if (!alone) {
      say(beside, line, named);
      continue;
    }
    let next = line;
    while (next < lines.length && isBlankOrComment(lines[next] ?? '', language)) next++;
    say(above, next + 1, named);
    // A line that goes on behind a backslash is one with the next.
    for (; /\\\r?$/.test(lines[next] ?? ''); next++) say(above, next + 2, named);
  }
  return { file, beside, above };
}

function isBlankOrComment(line: string, language: Language): boolean {
  return language === 'python' ? /^\s*(?:#|$)/.test(line) : /^\s*(?:$|\/\/|\{?\/\*|\*(?:[\s/]|$))/.test(line);
}

/** A comment to be written, and where it will stand. */
export interface WrittenComment {
  readonly edit: Edit;
  /** Offset of the comment in the text after the edit. */
  readonly at: number;
}

/**
 * Ways to write a comment that silences rules on the line of an offset, the best first: on a line of its own above, in
 * braces there as JSX wants it, at the end of the line. Whether one is a comment where it would stand, only the syntax
 * can tell.
 */
export function silencingComments(
  text: string,
  language: Language,
  offset: number,
  rules: readonly string[],
): WrittenComment[] {
  const words = `${marker} ignore ${rules.join(', ')}`;
  let start = lineStart(text, offset);
  // Nothing may stand between a backslash and the line it continues on.
  while (/\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start))) start = lineStart(text, start - 1);
  const indent = lineIndent(text, start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0));
  const lineAbove = (written: string): WrittenComment => ({
    edit: { span: { start, end: start }, text: `${indent}${written}${newline(text)}` },
    at: start + indent.length + written.indexOf(written.includes('/*') ? '/*' : written),
  });
  const found = text.indexOf('\n', offset);
  const lineEnd = found === -1 ? text.length : found - (text[found - 1] === '\r' ? 1 : 0);
  const beside = (written: string): WrittenComment => ({
    edit: { span: { start: lineEnd, end: lineEnd }, text: `  ${written}` },
    at: lineEnd + 2,
  });
  return language === 'python'
    ? [lineAbove(`# ${words}`), beside(`# ${words}`)]
    : [lineAbove(`// ${words}`), lineAbove(`{/* ${words} */}`), beside(`// ${words}`)];
}
