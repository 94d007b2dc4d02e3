/** The facade every adapter calls: scans, hovers, findings and fixes for a source, each computed once per version. */

import { dismissalOf, longestText } from './dismissal';
import { applyEdits } from './edits';
import { answerFixes, routesAt } from './features/answers';
import { type Completions, completionsAt } from './features/completions/completions';
import { cursorAt, filledAt } from './features/completions/cursor';
import { mayTakeStatus } from './features/completions/names';
import { type Spelling, type SpellingRequest, spellAll, spellingFixes } from './features/constants';
import { findings, type SeverityOf } from './features/findings';
import { type FixedText, fixText } from './features/fixAll';
import { type Hover, hoverAt } from './features/hover';
import { withoutLastUses } from './features/lastUses';
import { silencingComments } from './features/silencing';
import { type CodePlace, codeEdits, codePlaceAt } from './features/writing';
import type { Framework } from './framework';
import { servedLanguage } from './languages';
import type { Edit, Finding, Fix, Grammar, Level, Route, Scan, Source, Span, StatusPlace } from './model';
import type { Outline } from './outline';
import type { Rule } from './rule';
import { isComment, isSound } from './scan/comments';
import { outlineOf } from './scan/outline';
import { placeAt } from './scan/placeAt';
import { emptyScan, scan } from './scan/scan';
import { createSyntax, GivenUp, type GrammarFiles, type ParsedText } from './syntax';

export interface Log {
  info(message: string): void;
  error(message: string): void;
}

export interface ServiceOptions {
  readonly frameworks: readonly Framework[];
  readonly rules: readonly Rule[];
  readonly grammars: GrammarFiles;
  readonly log: Log;
  /** Milliseconds that a parse may take where people wait for it. */
  readonly patience?: number;
}

export interface Service {
  /** Starts to load the parser before there is anything to parse. */
  prepare(): void;
  /**
   * Scans a source before anybody asks. `lull` is waited for once it is parsed: hovers that are asked for until then need
   * not wait for the rest of the scan.
   */
  readAhead(source: Source, lull: () => Promise<void>): Promise<void>;
  /** Everything the source says about status codes; empty for a source that is dismissed. Rejects when a grammar cannot be loaded. */
  scan(source: Source): Promise<Scan>;
  hover(source: Source, offset: number, level: Level): Promise<Hover | null>;
  /** Codes to choose from where a status goes; null where none does, or where what is typed is about none. */
  completions(source: Source, offset: number): Promise<Completions | null>;
  findings(source: Source, severityOf?: SeverityOf): Promise<readonly Finding[]>;
  /** The same for a source that nobody has open: nothing of it is kept, and nothing that is kept makes room for it. */
  glance(source: Source, severityOf?: SeverityOf): Promise<readonly Finding[]>;
  /** The same with the scan. */
  read(
    source: Source,
    severityOf?: SeverityOf,
  ): Promise<{ readonly scan: Scan; readonly findings: readonly Finding[] }>;
  /** Statuses that a route's framework answers by itself, to input that it refuses. */
  refusals(route: Route): readonly number[];
  /** The preferred fixes of all findings, or of those wanted, as one set of edits. Keeps nothing of a source it does not know. */
  fixAll(source: Source, severityOf: SeverityOf, isWanted?: (finding: Finding) => boolean): Promise<FixedText>;
  /** Writes a comment that silences rules on the line of an offset; null where none can stand. */
  silence(source: Source, offset: number, rules: readonly string[]): Promise<Edit | null>;
  /** Codes that fit the method of the route a selection is in, each with its edits. */
  answers(source: Source, selection: Span): Promise<readonly Fix[]>;
  /** The status code at a selection written as a constant or as a number, alone and with all others of the source. */
  spellings(source: Source, selection: Span): Promise<readonly Fix[]>;
  /** Edits that write every status code of the source as constants or as numbers, where that is safe. */
  spellAll(source: Source, to: Spelling): Promise<readonly Edit[]>;
  /** What a code that is chosen at a selection would be written for. */
  codePlace(source: Source, selection: Span): Promise<CodePlace>;
  /** Edits that write a code there, none where it stands there already; null where it cannot take the place of what does. */
  writeCode(source: Source, selection: Span, code: number): Promise<readonly Edit[] | null>;
  /** What the source offers to code that is written into it; null where it cannot be read. */
  outline(source: Source, offset: number): Promise<Outline | null>;
  /** Frees what is kept for a source that was closed. */
  forget(uri: string): void;
  dispose(): void;
}

interface Kept {
  readonly version: number;
  readonly languageId: string;
  readonly text: string;
  readonly scan: Promise<Scan>;
  /** Set once there is one. */
  found: Scan | null;
  /** Settles when the text is parsed, or will not be. */
  readonly read: Promise<void>;
  /** Set once the text is parsed; the tree that the next version's parse starts from. */
  parsed: ParsedText | null;
}

/** Trees kept for incremental parses; the least recently asked for is freed first. */
const keptSources = 32;

export function createService({ frameworks, rules, grammars, log, patience }: ServiceOptions): Service {
  const syntax = createSyntax(grammars, patience);
  const kept = new Map<string, Kept>();

  function empty(languageId: string): Scan {
    return emptyScan(servedLanguage(languageId)?.language ?? 'python');
  }

  function scanOf(source: Source): Promise<Scan> {
    return keep(source).scan;
  }

  /** The scan; where that is still to come, what it will say around an offset. */
  async function scanAround(source: Source, offset: number): Promise<Scan> {
    const entry = keep(source);
    await entry.read.catch(() => undefined);
    return entry.found || !entry.parsed ? entry.scan : look(source, entry.parsed, offset);
  }

  function keep(source: Source, lull?: () => Promise<void>): Kept {
    const known = kept.get(source.uri);
    if (
      known &&
      known.version === source.version &&
      known.languageId === source.languageId &&
      known.text === source.text
    ) {
      kept.delete(source.uri);
      kept.set(source.uri, known);
      return known;
    }
    const entry = entryOf(source, known, lull);
    kept.delete(source.uri);
    kept.set(source.uri, entry);
    for (const [uri, oldest] of kept) {
      if (kept.size <= keptSources) break;
      kept.delete(uri);
      release(oldest);
    }
    return entry;
  }

  function entryOf(source: Source, previous?: Kept, lull?: () => Promise<void>): Kept {
    const read = Promise.resolve().then(() => open(source, entry, previous));
    const entry: Kept = {
      version: source.version,
      languageId: source.languageId,
      text: source.text,
      parsed: null,
      found: null,
      read,
      scan: (lull ? read.then(() => (entry.parsed ? lull() : undefined)) : read)
        .then(() => {
          entry.found = entry.parsed ? look(source, entry.parsed) : empty(source.languageId);
          return entry.found;
        })
        .catch((error: unknown) => {
          if (kept.get(source.uri) === entry) kept.delete(source.uri);
          throw error;
        }),
    };
    return entry;
  }

  /** The scan of a text that will not be asked for again. */
  function scanOnce(source: Source): Promise<Scan> {
    const entry = entryOf(source);
    release(entry);
    return entry.scan;
  }

  /** Parses what may name a status. */
  async function open(source: Source, entry: Kept, previous: Kept | undefined): Promise<void> {
    // The previous version's tree is in use until its own scan is done.
    await previous?.scan.catch(() => undefined);
    const served = servedLanguage(source.languageId);
    const dismissal = served ? dismissalOf(source.text, pathOf(source.uri), served.language, frameworks) : 'no status';
    if (!served || dismissal) {
      if (dismissal === 'too long' || dismissal === 'binary') log.info(`Not read, ${dismissal}: ${source.uri}`);
      release(previous);
      return;
    }
    const parsed = await parse(served.grammar, source.text, previous);
    release(previous);
    if (!parsed) log.info(`Not read, its syntax takes too long to understand: ${source.uri}`);
    entry.parsed = parsed;
  }

  function look({ uri, languageId }: Source, parsed: ParsedText, near?: number): Scan {
    const language = servedLanguage(languageId)?.language ?? 'python';
    return scan(parsed, pathOf(uri), language, frameworks, (query) => syntax.query(parsed.grammar, query), near);
  }

  /** Null where the parser gets nowhere. */
  function parse(grammar: Grammar, text: string, previous: Kept | undefined): Promise<ParsedText | null> {
    return syntax.parse(grammar, text, previous?.parsed ?? undefined).catch((error: unknown) => {
      if (error instanceof GivenUp) return null;
      throw error;
    });
  }

  async function spellingRequest(source: Source): Promise<SpellingRequest> {
    const found = await (kept.has(source.uri) ? scanOf(source) : scanOnce(source));
    return { scan: found, text: source.text, frameworks, project: source.surroundings?.project ?? null };
  }

  function release(entry: Kept | undefined) {
    if (!entry) return;
    void entry.scan
      .catch(() => undefined)
      .then(() => {
        entry.parsed?.dispose();
        entry.parsed = null;
      });
  }

  function findingsIn(found: Scan, source: Source, severityOf: SeverityOf): Finding[] {
    const failed = (rule: Rule, error: unknown) =>
      log.error(
        `Rule ${rule.id} failed on ${source.uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    return findings(found, source.text, rules, frameworks, severityOf, failed, source.surroundings);
  }

  /** Modules whose import may go with the last use of what it brings; null in a file that others import names from. */
  function modulesToDrop({ uri }: Source): readonly string[] | null {
    return uri.endsWith('/__init__.py') ? null : frameworks.flatMap((framework) => framework.modules);
  }

  function tidied(fixes: readonly Fix[], found: Scan, source: Source): readonly Fix[] {
    const modules = modulesToDrop(source);
    return modules ? fixes.map((fix) => withoutLastUses(fix, found, source.text, modules)) : fixes;
  }

  /** Findings as people get them: each fix leaves nothing behind. */
  function wholeFindingsIn(found: Scan, source: Source, severityOf: SeverityOf): Finding[] {
    return findingsIn(found, source, severityOf).map((finding) => ({
      ...finding,
      fixes: tidied(finding.fixes, found, source),
    }));
  }

  return {
    prepare: syntax.prepare,

    scan: scanOf,

    async readAhead(source, lull) {
      await keep(source, lull).scan;
    },

    async hover(source, offset, level) {
      return hoverAt(await scanAround(source, offset), offset, frameworks, level);
    },

    async completions(source, offset) {
      const served = servedLanguage(source.languageId);
      const cursor = served ? cursorAt(source.text, offset, served.language) : null;
      if (!served || !cursor || !mayTakeStatus(cursor, source.text, served.language, frameworks)) return null;
      const filled = filledAt(source.text, cursor, served.language);
      const path = pathOf(source.uri);
      if (dismissalOf(filled.text, path, served.language, frameworks)) return null;
      // The scan of the version before serves as well: what is asked of it is how the rest of the file is written.
      const known = kept.get(source.uri) ?? { text: source.text, scan: scanOf(source) };
      const found = await known.scan;
      const parsed = await parse(served.grammar, filled.text, kept.get(source.uri));
      if (!parsed) return null;
      const compiled = (query: string) => syntax.query(served.grammar, query);
      let place: StatusPlace | null;
      try {
        place = placeAt(parsed, path, served.language, frameworks, compiled, filled.code);
      } finally {
        parsed.dispose();
      }
      const project = source.surroundings?.project ?? null;
      const rest = { text: source.text, cursor, filled, language: served.language, frameworks, project };
      return place && completionsAt({ ...rest, place, known: { scan: found, text: known.text } });
    },

    async findings(source, severityOf = ruleDecides) {
      return wholeFindingsIn(await scanOf(source), source, severityOf);
    },

    async glance(source, severityOf = ruleDecides) {
      return wholeFindingsIn(await scanOnce(source), source, severityOf);
    },

    async read(source, severityOf = ruleDecides) {
      const found = await scanOnce(source);
      return { scan: found, findings: wholeFindingsIn(found, source, severityOf) };
    },

    refusals({ framework, takesInput }) {
      const automatic = takesInput ? (frameworks.find(({ id }) => id === framework)?.automatic ?? []) : [];
      return automatic.flatMap(({ code, scope }) => (scope === 'input' ? [code] : []));
    },

    fixAll(source, severityOf, isWanted) {
      const look = async (text: string) => {
        const draft = { ...source, text };
        const found = await (text === source.text && kept.has(source.uri) ? scanOf(draft) : scanOnce(draft));
        return { scan: found, findings: findingsIn(found, draft, severityOf) };
      };
      return fixText(source.text, look, isWanted, modulesToDrop(source));
    },

    async silence(source, offset, ruleIds) {
      const served = servedLanguage(source.languageId);
      if (!served) return null;
      await scanOf(source);
      for (const { edit, at } of silencingComments(source.text, served.language, offset, ruleIds)) {
        const before = kept.get(source.uri);
        const wasSound = !before?.parsed || isSound(before.parsed);
        const after = await parse(served.grammar, applyEdits(source.text, [edit]), before);
        const stands = after && isComment(after, at) && (isSound(after) || !wasSound);
        after?.dispose();
        if (stands) return edit;
      }
      return null;
    },

    async answers(source, selection) {
      const found = await scanOf(source);
      const fixes = routesAt(found, selection).flatMap((route) => answerFixes(route, found, source.text, frameworks));
      return tidied(fixes, found, source);
    },

    async spellings(source, selection) {
      return spellingFixes(await spellingRequest(source), selection);
    },

    async spellAll(source, to) {
      return spellAll(await spellingRequest(source), to);
    },

    async codePlace(source, selection) {
      return codePlaceAt(await scanOf(source), source.text, selection);
    },

    async writeCode(source, selection, code) {
      const request = await spellingRequest(source);
      const look = (text: string) => scanOnce({ ...source, text });
      return codeEdits(request, codePlaceAt(request.scan, source.text, selection), code, look);
    },

    async outline(source, offset) {
      const served = servedLanguage(source.languageId);
      if (!served || source.text.length > longestText) return null;
      const found = await scanOf(source);
      const known = kept.get(source.uri);
      // A text that names no status has not been parsed.
      const parsed =
        known?.parsed?.text === source.text ? known.parsed : await parse(served.grammar, source.text, undefined);
      if (!parsed) return null;
      const outline = outlineOf(parsed, pathOf(source.uri), found, offset, frameworks, source.surroundings);
      if (parsed !== known?.parsed) parsed.dispose();
      return outline;
    },

    forget(uri) {
      const entry = kept.get(uri);
      kept.delete(uri);
      release(entry);
    },

    dispose() {
      for (const entry of kept.values()) release(entry);
      kept.clear();
    },
  };
}

const ruleDecides: SeverityOf = () => null;

/** The path of an address, with forward slashes on every system; of an untitled document its name. */
function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][\w+.-]+:/i, '').replaceAll('\\', '/');
  try {
    return decodeURIComponent(path);
  } catch {
    // A plain path with a percent sign in it.
    return path;
  }
}
