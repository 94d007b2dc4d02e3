/** Reads the marks in annotated sources: what is expected stands in comments under the line it is about. */

/**
 * A mark is a comment line. `^^^ text` is about the columns above it in the nearest line of code above; `<- text` is
 * about the column of the comment sign itself, for what stands too far left to be pointed at.
 */
export interface Mark {
  /** 1-based line of the text without its marks. */
  readonly line: number;
  /** 0-based, in UTF-16 units. */
  readonly column: number;
  /** Null for a `<-` mark, which names only a start. */
  readonly endColumn: number | null;
  readonly text: string;
}

export interface MarkedText {
  /** The text without its mark lines. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

const markLine = /^(\s*)(?:#|\/\/)\s*(?:(<-)|(\^+))\s*(.*)$/;

export function readMarks(source: string): MarkedText {
  const marks: Mark[] = [];
  const lines: string[] = [];
  for (const line of source.split('\n')) {
    const match = markLine.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const [, indent = '', arrow, carets = '', text = ''] = match;
    const column = arrow ? indent.length : line.indexOf('^');
    marks.push({ line: lines.length, column, endColumn: arrow ? null : column + carets.length, text: text.trim() });
  }
  return { text: lines.join('\n'), marks };
}
