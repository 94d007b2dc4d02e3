/** Fills in a VS Code snippet as an editor does when every tab-stop is left at its default, or given another value. */

type Node = string | TabStop;

interface TabStop {
  readonly index: number;
  readonly content: readonly Node[] | null;
  readonly transform: Transform | null;
}

interface Transform {
  readonly pattern: RegExp;
  readonly format: readonly FormatPart[];
}

type FormatPart =
  | string
  | {
      readonly group: number;
      readonly change: string | null /** What stands there instead, where the group matched. */;
      readonly then?: string;
    };

/**
 * Supports tab-stops, placeholders (nested too), choices, and transforms with a case change.
 * Throws on what it does not support and on broken syntax, so that no snippet passes by being misread.
 */
export function expandSnippet(body: string, values: Readonly<Record<number, string>> = {}): string {
  const nodes = parse(body);
  const contents = new Map<number, readonly Node[]>();
  for (const stop of tabStops(nodes)) {
    if (stop.content && !contents.has(stop.index)) contents.set(stop.index, stop.content);
  }

  function contentOf(index: number): string {
    return values[index] ?? render(contents.get(index) ?? []);
  }

  function render(parts: readonly Node[]): string {
    return parts
      .map((part) => {
        if (typeof part === 'string') return part;
        const value = contentOf(part.index);
        return part.transform ? transformed(value, part.transform) : value;
      })
      .join('');
  }

  return render(nodes);
}

/** Numbers of the tab-stops in the order in which they first stand in the text. */
export function tabStopOrder(body: string): number[] {
  return [...new Set(tabStops(parse(body)).map((stop) => stop.index))];
}

function tabStops(nodes: readonly Node[]): TabStop[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...tabStops(node.content ?? [])]));
}

function transformed(value: string, { pattern, format }: Transform): string {
  return value.replace(pattern, (...match) =>
    format
      .map((part) => {
        if (typeof part === 'string') return part;
        const value = String(match[part.group] ?? '');
        return part.then === undefined ? changed(value, part.change) : value && part.then;
      })
      .join(''),
  );
}

function changed(text: string, change: string | null): string {
  switch (change) {
    case null:
      return text;
    case 'upcase':
      return text.toUpperCase();
    case 'downcase':
      return text.toLowerCase();
    case 'capitalize':
      return capitalized(text);
    case 'pascalcase':
      return (text.match(/[a-z0-9]+/gi) ?? []).map(capitalized).join('');
    default:
      throw new Error(`unknown case change: ${change}`);
  }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function parse(source: string): Node[] {
  let at = 0;

  function fail(what: string): never {
    throw new Error(`${what} at ${at}: ${source.slice(at, at + 30)}`);
  }

  function take(pattern: RegExp): string | null {
    const match = new RegExp(pattern, 'y');
    match.lastIndex = at;
    const found = match.exec(source);
    if (!found) return null;
    at = match.lastIndex;
    return found[1] ?? found[0];
  }

  function expect(pattern: RegExp, what: string): string {
    return take(pattern) ?? fail(`expected ${what}`);
  }

  /** Text and tab-stops up to the closing brace of a placeholder, or to the end. */
  function nodes(nested: boolean): Node[] {
    const found: Node[] = [];
    while (at < source.length) {
      if (nested && source[at] === '}') break;
      if (source[at] === '$') found.push(tabStop());
      else found.push(take(/\\([$}\\])/) ?? expect(nested ? /[^$}\\]+|\\/ : /[^$\\]+|\\/, 'text'));
    }
    return found;
  }

  function tabStop(): TabStop {
    const bare = take(/\$(\d+)/);
    if (bare !== null) return { index: Number(bare), content: null, transform: null };
    const index = Number(expect(/\$\{(\d+)/, 'a numbered tab-stop'));
    let content: readonly Node[] | null = null;
    let transform: Transform | null = null;
    if (take(/:/) !== null) content = nodes(true);
    else if (take(/\|/) !== null) content = choice();
    else if (take(/\//) !== null) transform = regularExpression();
    expect(/\}/, 'the end of the tab-stop');
    return { index, content, transform };
  }

  /** The first option, which is what the editor fills in. */
  function choice(): Node[] {
    const options = expect(/((?:[^\\|]|\\.)+)\|/, 'options').split(/(?<!\\),/);
    return [(options[0] ?? '').replace(/\\([\\,|])/g, '$1')];
  }

  function regularExpression(): Transform {
    const pattern = expect(/((?:[^\\/]|\\.)*)\//, 'a pattern');
    const format: FormatPart[] = [];
    while (take(/\//) === null) {
      const group = take(/\$(\d+)/) ?? take(/\$\{(\d+)/);
      if (group === null) {
        format.push(take(/\\([$}\\/])/) ?? expect(/[^$/\\]+/, 'a format'));
      } else if (source[at - group.length - 1] === '{') {
        const then = take(/:\+([^}\\]*)/);
        if (then === null) format.push({ group: Number(group), change: take(/:\/([a-z]+)/) });
        else format.push({ group: Number(group), change: null, then });
        expect(/\}/, 'the end of the format');
      } else {
        format.push({ group: Number(group), change: null });
      }
    }
    return { pattern: new RegExp(pattern, take(/[gimsu]+/) ?? ''), format };
  }

  return nodes(false);
}
