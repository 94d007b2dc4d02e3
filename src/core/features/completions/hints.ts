/** What the words around a place say about the code that is meant: a message, a condition, the title of a test. */

/** The words of a statement with the status, and the line that decides whether it is reached. */
export interface Words {
  readonly own: string;
  /** Empty where nothing near decides. */
  readonly condition: string;
}

export interface Hint {
  readonly code: number;
  /** Is it said in so many words, rather than likely. */
  readonly plain: boolean;
}

/** In messages, names of exceptions and titles of tests; the first that fits holds. */
const said: readonly (readonly [RegExp, number])[] = [
  [/too many|rate.?limit|throttl|quota/i, 429],
  [/not.?found|no such|no ?results?\b|does ?n.?t exist|does ?not ?exist|unknown (?:item|user|id)/i, 404],
  [/already|duplicate|conflict|integrity ?error|unique|\btaken\b/i, 409],
  [/no longer (?:exists|available|there)/i, 410],
  [
    /unauthori[sz]ed|unauthenticated|not (?:logged|signed) in|(?:log|sign).?in (?:required|first)|must (?:log|sign) in/i,
    401,
  ],
  [
    /(?:invalid|wrong|incorrect|missing|expired|bad|no)\W+(?:\w+\W+){0,3}(?:token|password|credentials?|api.?key)\b/i,
    401,
  ],
  [/could ?n.t validate credentials|could not validate credentials/i, 401],
  [/forbidden|permission|not allowed to|privilege|access denied|admins? only|only admins?/i, 403],
  [/method not allowed|\b(?:GET|POST|PUT|PATCH|DELETE) only|only (?:GET|POST|PUT|PATCH|DELETE)\b/, 405],
  [/too (?:large|big)/i, 413],
  [/unsupported (?:media|type|format)/i, 415],
  [/unprocessable/i, 422],
  [/upstream|bad gateway/i, 502],
  [/timed? ?out|timeout ?error/i, 504],
  [/unavailable|maintenance|overload|\bbusy\b/i, 503],
  [/not.?implemented/i, 501],
  [/internal (?:server )?error|unexpected|something went wrong|error while/i, 500],
  [/invalid|malformed|required|must be|bad request|missing|empty/i, 400],
];

/** In a condition, where names say less. */
const decided: readonly (readonly [RegExp, number])[] = [
  [/\bmethod\b\W{0,4}(?:!=|not in)/, 405],
  [
    /(?:not |!)\s*[\w.]*(?:is_?(?:admin|owner|staff)|can_?\w+|has_?(?:permission|role|access)\w*)|owner_?id\b|\.role\b/i,
    403,
  ],
  [
    /(?:not |!)\s*(?:[\w.]+\.)?(?:user|current_?user|token|session|is_?authenticated|authorization|verify\w*|check_?password\w*)\b/i,
    401,
  ],
  [/(?:^|\W)(?:existing|exists|taken|duplicate)\w*\s*[:)]/i, 409],
  [/\bexcept(?: Exception\b.*)?:|catch\b/, 500],
];

/** A look for something that came to nothing: `if not item:`, `if (!item)`, `if item is None`. */
const absence =
  /\bif\s*\(?\s*(?:not\s+|!\s*)[\w.$]+(?:\([^()]*\))?\s*[:)]|(?:is None|===? (?:null|undefined))\s*[:)]|\bnot in\b/;

/** Content that says itself that it is an error. */
const failure =
  /\b(?:error|errors|detail|err)['"]?\s*[:,}]|success['"]?\s*:\s*[Ff]alse|\b(?:not found|invalid|failed|forbidden)\b/i;

/** What an error is about; null where nothing says it. */
export function hintOf({ own, condition }: Words): Hint | null {
  const plain = find(said, own);
  if (plain) return { code: plain, plain: true };
  const named = find(said, /^\s*(?:except|catch|case)\b/.test(condition) ? condition : '') ?? find(decided, condition);
  if (named) return { code: named, plain: named === 405 };
  // What stands behind `if` on the line of the status itself decides as well.
  return absence.test(condition) || absence.test(own) ? { code: 404, plain: true } : null;
}

/** Does a statement answer an error, as its content or its condition have it. */
export function fails(words: Words): boolean {
  const { own, condition } = words;
  return failure.test(own) || absence.test(condition) || absence.test(own) || find(decided, condition) !== null;
}

/** What the title of a test says about the answer it wants: its number, or words about an error. */
export function hintOfTitle(title: string): number | null {
  const number = /(?<!\d)([1-5]\d\d)(?!\d)/.exec(title)?.[1];
  return number ? Number(number) : find(said, title.replaceAll('_', ' '));
}

function find(table: readonly (readonly [RegExp, number])[], words: string): number | null {
  return words === '' ? null : (table.find(([pattern]) => pattern.test(words))?.[1] ?? null);
}
