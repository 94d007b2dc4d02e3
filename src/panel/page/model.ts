/** What the page shows and how it changes, without any rendering. */

import type {
  Draft,
  KeptState,
  PanelChapter,
  PanelCode,
  PanelContent,
  PanelEntry,
  PanelExercise,
  PanelLevel,
  PanelLive,
  PanelRequest,
  Reveal,
  Tab,
} from '../protocol';
import { draftOf } from './request';
import { statusClass } from './status';
import { strings } from './strings';

export interface PageModel {
  /** Null until the extension host has sent them. */
  readonly content: PanelContent | null;
  readonly live: PanelLive | null;
  readonly kept: KeptState;
  /** Is there room for two columns. */
  readonly isWide: boolean;
  /** Id of the request that has no answer yet. */
  readonly pending: number | null;
  /** Something went wrong, or is done: one sentence to show. */
  readonly notice: { readonly kind: 'error' | 'done'; readonly text: string } | null;
  /** What a screen reader is told; empty while something is under way, so that the same words twice are said twice. */
  readonly announcement: string;
  /** The exercise that the last request has solved. */
  readonly justSolved: string | null;
  /** What has to be sent before the example that was chosen. */
  readonly first: readonly PanelRequest[];
  /** Which block of a chapter was sent last, and the entry of its answer. */
  readonly tried: { readonly block: string; readonly entry: number } | null;
}

const nothingKept: KeptState = {
  tab: 'course',
  chapter: null,
  draft: null,
  entry: null,
  hints: {},
  language: 'python',
  code: null,
  filter: '',
  way: [],
  scroll: {},
  isSourceOpen: true,
};

export function initialModel(kept: KeptState | null, isWide: boolean): PageModel {
  return {
    content: null,
    live: null,
    kept: kept ?? nothingKept,
    isWide,
    pending: null,
    notice: null,
    announcement: '',
    justSolved: null,
    first: [],
    tried: null,
  };
}

export function withKept(model: PageModel, change: Partial<KeptState>): PageModel {
  return { ...model, kept: { ...model.kept, ...change } };
}

/** Drops what is kept of things that are no more. */
export function withContent(model: PageModel, content: PanelContent): PageModel {
  const { kept } = model;
  const nodes = new Set(content.decisions.nodes.map(({ id }) => id));
  const known = (ids: readonly { readonly id: string }[], id: string | null) =>
    ids.some((each) => each.id === id) ? id : null;
  return {
    ...withKept(model, {
      chapter: known(content.chapters, kept.chapter),
      code: content.codes.some(({ code }) => code === kept.code) ? kept.code : null,
      way: kept.way.every((id) => nodes.has(id)) ? kept.way : [],
    }),
    content,
  };
}

/** What the host says is complete, so it takes the place of all that was said before. */
export function withLive(model: PageModel, live: PanelLive): PageModel {
  const { entry } = model.kept;
  const isThere = live.timeline.some(({ id }) => id === entry);
  const before = model.live?.progress.solved;
  const solved = before && live.progress.solved.find((id) => !before.includes(id));
  return { ...withKept(model, { entry: isThere ? entry : null }), live, justSolved: solved ?? model.justSolved };
}

/** Shows what a hover asked for: the request, and beside it or a click away the chapter. */
export function withReveal(model: PageModel, { code, chapter, request }: Reveal): PageModel {
  const shown = withKept(model, { chapter: chapter ?? model.kept.chapter, code });
  return request ? withRequest(shown, request) : withKept(shown, { tab: 'codes', filter: '' });
}

/** The composer filled in with a request, and in front. */
export function withRequest(model: PageModel, request: PanelRequest): PageModel {
  const shown = withKept(model, { tab: 'requests', draft: draftOf(request, model.content?.endpoints ?? []) });
  return { ...shown, first: [], notice: null };
}

/** Headers that are sent along with every request: composed as well, they would go out twice, and be refused. */
const sentAlong: readonly string[] = ['host', 'connection', 'content-length'];

/** An earlier exchange, shown again, with its request ready to be sent again. */
export function withEntry(model: PageModel, entry: PanelEntry): PageModel {
  const { request } = entry.exchange;
  const headers = request.headers.filter(([name]) => !sentAlong.includes(name.toLowerCase()));
  return withKept(withRequest(model, { ...request, headers }), { entry: entry.id });
}

/** The left of two columns has no requests; they are on the right. */
export function leftTab({ kept, isWide }: PageModel): Tab {
  return isWide && kept.tab === 'requests' ? 'course' : kept.tab;
}

export function chosenChapter({ content, kept }: PageModel): PanelChapter | undefined {
  return content?.chapters.find(({ id }) => id === kept.chapter);
}

export function nextChapter({ content, kept }: PageModel): PanelChapter | undefined {
  const index = content?.chapters.findIndex(({ id }) => id === kept.chapter) ?? -1;
  return index === -1 ? undefined : content?.chapters[index + 1];
}

/** Exercises of the level: beginners are spared the advanced ones. */
export function exercisesFor(chapter: PanelChapter, level: PanelLevel): readonly PanelExercise[] {
  return level === 'advanced' ? chapter.exercises : chapter.exercises.filter((exercise) => exercise.level === level);
}

/** The exercise that requests count for, and the chapter it is in. */
export function openExercise({
  content,
  live,
}: PageModel): { readonly chapter: PanelChapter; readonly exercise: PanelExercise } | undefined {
  for (const chapter of content?.chapters ?? []) {
    const exercise = chapter.exercises.find(({ id }) => id === live?.exercise);
    if (exercise) return { chapter, exercise };
  }
  return undefined;
}

export function entryCalled({ live }: PageModel, id: number | null): PanelEntry | undefined {
  return live?.timeline.find((entry) => entry.id === id);
}

/** An answer has come: it is shown, and said. */
export function withAnswer(model: PageModel, entry: number | null, block: string | null): PageModel {
  const seen = entryCalled(model, entry);
  const solved = chaptersExercise(model, model.justSolved);
  const words = [
    ...(seen ? [answerInWords(model, seen)] : []),
    ...(solved ? [strings.exercise.announceSolved(solved.lesson)] : []),
  ];
  return {
    ...withKept(model, { entry: null }),
    pending: null,
    notice: null,
    justSolved: null,
    announcement: words.join('. '),
    tried: block !== null && entry !== null ? { block, entry } : model.tried,
  };
}

export function answerInWords(model: PageModel, { exchange }: PanelEntry): string {
  const { status, reason } = exchange.response;
  return `${status} ${phraseOf(model, status, reason)}, ${statusClass(status).name}`;
}

function chaptersExercise({ content }: PageModel, id: string | null): PanelExercise | undefined {
  return content?.chapters.flatMap(({ exercises }) => exercises).find((exercise) => exercise.id === id);
}

/** The exchange that is shown: the chosen one, else the latest. */
export function shownEntry(model: PageModel): PanelEntry | undefined {
  return entryCalled(model, model.kept.entry) ?? model.live?.timeline.at(-1);
}

/** What stands in the composer: at first an example of the first endpoint. */
export function draftIn({ content, kept }: PageModel): Draft | null {
  if (kept.draft) return kept.draft;
  const request = content?.endpoints[0]?.examples[0]?.request;
  return request && content ? draftOf(request, content.endpoints) : null;
}

export function codeCalled({ content }: PageModel, code: number | null): PanelCode | undefined {
  return content?.codes.find((each) => each.code === code);
}

/** The phrase of a status: as it came, else as it is known. */
export function phraseOf(model: PageModel, status: number, reason = ''): string {
  return reason || (codeCalled(model, status)?.phrase ?? '');
}

/** Codes that have every word of the filter somewhere: in the number, the phrase or the meaning. */
export function filteredCodes({ content, kept }: PageModel): readonly PanelCode[] {
  const typed = kept.filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (content?.codes ?? []).filter(({ code, phrase, meaning, standing, words }) => {
    const texts = [`${code} ${Math.floor(code / 100)}xx`, phrase, meaning.beginner, standing ?? '', ...words];
    const text = texts.join(' ').toLowerCase();
    return typed.every((word) => text.includes(word));
  });
}

/** Where other programs reach the demo, or would reach the FastAPI app that is its twin. */
export function baseUrl({ live }: PageModel): string {
  return live?.server.kind === 'socket' ? live.server.url : 'http://127.0.0.1:8000';
}
