/** What the panel's page and the extension host say to each other: every message, as a type and as a run-time guard. */

import {
  boolean,
  dictionary,
  type Guarded,
  list,
  literal,
  nullable,
  number,
  object,
  oneOf,
  pair,
  text,
} from './guards';

const headers = list(pair(text, text));

const request = object({ method: text, target: text, headers, body: nullable(text) });

/** The same shape as the demo's Exchange. */
const exchange = object({
  request,
  response: object({
    httpVersion: nullable(text),
    status: number,
    reason: text,
    headers,
    body: text,
    bodyBytes: number,
  }),
  milliseconds: number,
});

const level = oneOf(literal('beginner'), literal('advanced'));
const language = oneOf(literal('python'), literal('typescript'));
const atBothLevels = object({ beginner: text, advanced: text });

/** Where a status was decided: by whom, and on which line of the endpoint's Python source. */
const origin = object({ by: text, line: nullable(number) });

/** One request and its answer, as the timeline keeps it. `endpoint` is null where no endpoint has the path. */
const entry = object({ id: number, endpoint: nullable(text), exchange, origin });

const block = oneOf(
  object({ kind: literal('text'), text }),
  object({ kind: literal('list'), items: list(text) }),
  object({ kind: literal('table'), head: list(text), rows: list(list(text)) }),
  object({ kind: literal('takeaway'), text }),
  object({ kind: literal('try'), request, status: number, look: text }),
  object({ kind: literal('code'), python: text, typescript: text }),
);

/** `lesson` is what to say once it is solved. */
const exercise = object({ id: text, level, task: text, hints: list(text), lesson: text });

const chapter = object({
  id: text,
  title: text,
  goal: text,
  beginner: list(block),
  advanced: list(block),
  exercises: list(exercise),
});

const endpoint = object({
  id: text,
  method: text,
  /** With parameters in braces: `/items/{item_id}`. */
  path: text,
  title: text,
  teaches: atBothLevels,
  /** `first` has to be sent before it, for this answer. */
  examples: list(object({ label: text, request, first: list(request), status: number })),
  python: text,
  typescript: text,
});

/** What there is to know about a status code. */
const code = object({
  code: number,
  phrase: text,
  meaning: atBothLevels,
  when: nullable(text),
  confusedWith: list(object({ codes: list(number), difference: text })),
  headers: list(object({ name: text, strength: text, purpose: text })),
  caching: text,
  retry: nullable(text),
  /** What kind of code it is, where it is no plain registered one: `deprecated`, `nginx`. */
  standing: nullable(text),
  /** Everyday words that people look for it by. */
  words: list(text),
  reference: nullable(object({ label: text, url: text })),
  mdn: nullable(text),
  /** The request that gets this code from fresh data; null where the demo cannot send it. */
  request: nullable(request),
  /** The chapter that speaks of it. */
  chapter: nullable(text),
});

const decision = oneOf(
  object({
    kind: literal('question'),
    id: text,
    ask: text,
    answers: list(object({ text, detail: nullable(text), to: text })),
  }),
  object({ kind: literal('code'), id: text, code: number, reason: text, note: nullable(text) }),
);

/** All that never changes while the extension runs. */
const content = object({
  chapters: list(chapter),
  endpoints: list(endpoint),
  codes: list(code),
  decisions: object({ first: text, nodes: list(decision) }),
});

const server = oneOf(
  object({ kind: literal('starting') }),
  object({ kind: literal('socket'), url: text }),
  /** No port could be opened; requests are answered inside the extension host. */
  object({ kind: literal('in-process'), why: text }),
);

/** All that does change, always sent as a whole. */
const live = object({
  server,
  level,
  progress: object({
    /** Ids of exercises that the user has solved. */
    solved: list(text),
    /** Ids of exercises whose solution was played. */
    shown: list(text),
  }),
  /** The exercise that requests are graded for. */
  exercise: nullable(text),
  /** Oldest first, bounded. */
  timeline: list(entry),
  /** Routes of the user's own code that the demo answers for, and what they are the routes of. */
  mirror: nullable(
    object({
      name: text,
      routes: list(object({ method: text, path: text, statuses: list(number), from: text })),
    }),
  ),
});

/** What the editor asks the page to show: a code, and with it a chapter and a request. */
const reveal = object({ code: number, chapter: nullable(text), request: nullable(request) });

/** From the extension host to the page. `id` repeats that of the message it answers. */
export const isHostMessage = oneOf(
  object({ type: literal('content'), content }),
  object({ type: literal('live'), live }),
  /** `entry` is the place in the timeline; null where nothing was sent. */
  object({ type: literal('done'), id: number, entry: nullable(number), message: nullable(text) }),
  object({ type: literal('failed'), id: number, message: text }),
  object({ type: literal('reveal'), reveal }),
);

/** From the page to the extension host. */
export const isPageMessage = oneOf(
  /** The page listens now and wants everything. */
  object({ type: literal('ready') }),
  object({ type: literal('send'), id: number, request }),
  object({ type: literal('reset-data'), id: number }),
  object({ type: literal('clear-timeline'), id: number }),
  /** Null puts the open exercise away. */
  object({ type: literal('open-exercise'), exercise: nullable(text) }),
  object({ type: literal('show-solution'), id: number, exercise: text }),
  object({ type: literal('reset-progress'), id: number }),
  object({ type: literal('set-level'), level }),
  object({ type: literal('copy'), id: number, text, what: text }),
  object({ type: literal('insert'), id: number, endpoint: text, language }),
  /** Opens the whole app of the lesson in an editor. */
  object({ type: literal('open-app') }),
  object({ type: literal('find-code'), code: number }),
  object({ type: literal('mirror'), id: number, isWanted: boolean }),
);

const field = pair(text, text);

/** What stands in the composer. A path may have parameters in braces, whose values are apart. */
const draft = object({
  method: text,
  path: text,
  parameters: dictionary(text),
  query: list(field),
  headers: list(field),
  body: nullable(text),
});

/** What the page keeps while it is hidden, moved, and over a window reload. */
export const isKeptState = object({
  tab: oneOf(literal('course'), literal('requests'), literal('codes'), literal('choose')),
  chapter: nullable(text),
  draft: nullable(draft),
  /** The entry of the timeline that is shown; null shows the latest. */
  entry: nullable(number),
  /** How many hints are open, by exercise. */
  hints: dictionary(number),
  language,
  code: nullable(number),
  filter: text,
  /** The answers given on the way to a code: ids of nodes, the first question first. */
  way: list(text),
  /** How far each tab is scrolled. */
  scroll: dictionary(number),
  isSourceOpen: boolean,
});

export type HostMessage = Guarded<typeof isHostMessage>;
export type PageMessage = Guarded<typeof isPageMessage>;
export type PanelContent = Guarded<typeof content>;
export type PanelLive = Guarded<typeof live>;
export type PanelLevel = PanelLive['level'];
export type PanelChapter = PanelContent['chapters'][number];
export type PanelBlock = PanelChapter['beginner'][number];
export type PanelExercise = PanelChapter['exercises'][number];
export type PanelEndpoint = PanelContent['endpoints'][number];
export type PanelCode = PanelContent['codes'][number];
export type PanelDecision = PanelContent['decisions']['nodes'][number];
export type PanelEntry = PanelLive['timeline'][number];
export type PanelExchange = PanelEntry['exchange'];
export type PanelRequest = Guarded<typeof request>;
export type PanelMirror = NonNullable<PanelLive['mirror']>;
export type ServerState = PanelLive['server'];
export type Reveal = Guarded<typeof reveal>;
export type KeptState = Guarded<typeof isKeptState>;
export type Draft = Guarded<typeof draft>;
export type Tab = KeptState['tab'];
export type SourceLanguage = KeptState['language'];

/** For what is kept between sessions, which may come from an older version. */
export const isTimeline = list(entry);
export const isProgress = object({ solved: list(text), shown: list(text) });
export const isOpenExercise = object({ exercise: text, since: number });
