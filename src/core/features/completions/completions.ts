/** The codes that are offered where a status goes and none stands yet, each with what choosing it writes. */

import type { Edit, Route, Scan, Span, StatusCode } from '../../model';
import { allStatusCodes, usualPhrase } from '../../statusCodes';
import { searchStatusCodes, searchWords } from '../../statusCodes/search';
import { constantsAt, type Spelled, type SpellingRequest, spellingsFor } from '../constants';
import { documentation, fewWords } from './describe';
import { type Ranking, rank } from './ranking';
import type { CompletionRequest } from './request';
import { isUsedAlike, situationOf } from './situation';

export interface Completion {
  readonly code: number;
  /** `201 Created`, or the constant as the file writes it. */
  readonly label: string;
  /** What stands dimmed beside the label: the number of a constant. */
  readonly note: string;
  /** What the code says at this place, in a few words. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What typed words are compared with. */
  readonly filter: string;
  readonly insert: string;
  /** The import it needs. */
  readonly edits: readonly Edit[];
  /** Is it the one to take without looking further. */
  readonly preselected: boolean;
}

export interface Completions {
  /** What a chosen code takes the place of. */
  readonly span: Span;
  /** The likeliest first. */
  readonly items: readonly Completion[];
}

/** Null where nothing typed so far is about a code, or where the place alone is no proof and the file has none either. */
export function completionsAt(request: CompletionRequest): Completions | null {
  const { cursor, place } = request;
  if (!place.sure && !isUsedAlike(request)) return null;
  const situation = situationOf(request);
  const ranking = rank(situation);
  const codes = matching(cursor.typed, ranking, place.errorsOnly);
  const spell = spellings(request);
  // Words say themselves which code is meant.
  const best = ranking.strong && !isWords(cursor.typed) ? ranking.codes[0] : undefined;
  const route = place.routes.length > 1 ? null : situation.route;
  // Where a file mixes both ways, only what fits is offered in both.
  const fitting = new Set(ranking.codes.slice(0, ranking.fitting));
  const items = codes.flatMap((status) =>
    spell(status.code)
      .slice(0, fitting.has(status.code) || cursor.typed !== '' ? 2 : 1)
      .map((spelled, index) => ({
        ...itemOf(status, spelled, route, request),
        preselected: index === 0 && status.code === best,
      })),
  );
  return items.length > 0 ? { span: cursor.token, items } : null;
}

// ---------------------------------------------------------------------------------------------------------------------
// Which codes

/** VS Code looks at so many characters and no more. */
const longestFilter = 128;

const everyCode = allStatusCodes.filter(({ standing }) => standing === 'registered');

/** All registered codes where nothing is typed; else those that the number or the words lead to, fitting ones first. */
function matching(typed: string, { codes }: Ranking, errorsOnly: boolean): StatusCode[] {
  const found = typed === '' ? everyCode : isWords(typed) ? searchStatusCodes(typed) : beginning(typed);
  const wanted = errorsOnly ? found.filter(({ code }) => code >= 400) : found;
  // The search knows best what words are about; where it is numbers, the place does.
  if (isWords(typed)) return [...wanted];
  const order = new Map(codes.map((code, index) => [code, index]));
  return wanted
    .filter(({ code }) => order.has(code))
    .sort((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));
}

function isWords(typed: string): boolean {
  return /\D/.test(typed);
}

function beginning(digits: string): readonly StatusCode[] {
  return allStatusCodes.filter(({ code }) => String(code).startsWith(digits));
}

// ---------------------------------------------------------------------------------------------------------------------
// How they are written

function spellings(request: CompletionRequest): (code: number) => readonly Spelled[] {
  const { place, cursor, frameworks, project, text, known, filled } = request;
  const number = (code: number): Spelled => ({ written: String(code), edits: [], needs: null });
  const framework = frameworks.find(({ id }) => id === place.framework);
  const isNumbersOnly = place.call !== null && framework?.numbersOnly?.includes(place.call) === true;
  if (isNumbersOnly || place.slot === 'fixed') return (code) => [number(code)];
  // Offsets behind the cursor are those of the filled text; imports stand before it, or cannot be added to.
  const imports = place.imports.filter(({ statement }) => statement.end <= filled.code.start);
  const scan: Scan = {
    ...known.scan,
    framework: place.framework ?? known.scan.framework,
    imports,
    shadows: place.shadows,
  };
  const spelling: SpellingRequest = { scan, text, frameworks, project };
  const ways = spellingsFor(place.role, spelling);
  const constant = ways.includes('constants') ? constantsAt(place.role, cursor.token, spelling) : () => null;
  return (code) => {
    const written = ways.flatMap((way) => {
      if (way === 'numbers') return [number(code)];
      const spelled = constant(code);
      return spelled ? [spelled] : [];
    });
    return written.length > 0 ? written : [number(code)];
  };
}

function itemOf(
  status: StatusCode,
  { written, edits }: Spelled,
  route: Route | null,
  { cursor, place, text }: CompletionRequest,
): Omit<Completion, 'preselected'> {
  const { code } = status;
  const phrase = usualPhrase(code) ?? '';
  const isNumber = written === String(code);
  const bracketed = !isNumber && place.slot === 'key' ? `[${written}]` : written;
  const opensEntry = cursor.shape.kind === 'key' && !/^\s*:/.test(text.slice(cursor.token.end, cursor.token.end + 20));
  // The number comes first, so that a name of the file that begins as typed stands above.
  const found = [String(code), isWords(cursor.typed) ? cursor.typed.trim() : '', phrase, isNumber ? '' : written];
  return {
    code,
    label: isNumber ? `${code} ${phrase}` : written,
    note: isNumber ? '' : String(code),
    detail: fewWords(status, place, route),
    documentation: documentation(status, place, route),
    filter: [...found, ...searchWords(code)]
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, longestFilter),
    insert: opensEntry ? `${bracketed}: ` : bracketed,
    edits,
  };
}
