/** What goes on in the panel, whether it is shown or not: requests, the timeline, exercises and progress. Nothing is drawn here. */

import type { DemoRequest, Exchange } from '../demo/exchange';
import type { Exercise, SeenExchange } from '../lesson/chapter';
import { chapters } from '../lesson/course';
import { originOf } from '../lesson/origin';
import { complete, endpointOf } from '../lesson/requests';
import { isOpenExercise, isProgress, isTimeline, type PanelEntry, type PanelLive } from './protocol';

/** What is there to be asked. */
export interface Demo {
  /** Rejects with a sentence for people when no answer came. */
  send(request: DemoRequest): Promise<Exchange>;
  /** Puts the data back to what it was at the start. */
  reset(): void;
}

/** Where things are kept from one window to the next. */
export interface Keeper {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** How much the timeline keeps: entries, and characters of all bodies together. */
const maxEntries = 50;
const maxCharacters = 400_000;

const progressKey = 'panel.progress';
const timelineKey = 'panel.timeline';
const exerciseKey = 'panel.exercise';

type Progress = PanelLive['progress'];

export class PanelSession {
  readonly #demo: Demo;
  /** Progress goes with the user, the timeline with the workspace. */
  readonly #user: Keeper;
  readonly #workspace: Keeper;
  readonly #changed: () => void;
  #progress: Progress;
  #timeline: readonly PanelEntry[];
  #lastId: number;
  #exercise: Exercise | null = null;
  /** The exercise is graded by what has a higher id than this. */
  #since = 0;

  constructor(demo: Demo, user: Keeper, workspace: Keeper, changed: () => void) {
    this.#demo = demo;
    this.#user = user;
    this.#workspace = workspace;
    this.#changed = changed;
    const progress = user.get(progressKey);
    this.#progress = isProgress(progress) ? progress : { solved: [], shown: [] };
    const timeline = workspace.get(timelineKey);
    this.#timeline = isTimeline(timeline) ? timeline : [];
    this.#lastId = Math.max(0, ...this.#timeline.map(({ id }) => id));
    const open = workspace.get(exerciseKey);
    if (isOpenExercise(open)) {
      this.#exercise = exerciseCalled(open.exercise);
      this.#since = Math.min(open.since, this.#lastId);
    }
  }

  get state(): Pick<PanelLive, 'progress' | 'timeline' | 'exercise'> {
    return { progress: this.#progress, timeline: this.#timeline, exercise: this.#exercise?.id ?? null };
  }

  /** Sends a request, adds the exchange to the timeline and grades the open exercise; returns the id of the entry. */
  async send(request: DemoRequest): Promise<number> {
    const exercise = this.#exercise;
    const entry = await this.#exchange(request);
    if (exercise && exercise === this.#exercise) this.#grade(exercise);
    this.#changed();
    return entry.id;
  }

  /** From here on requests are graded for this exercise; null, or an unknown id, puts the open one away. */
  openExercise(id: string | null): void {
    this.#exercise = exerciseCalled(id);
    this.#gradeFromHere();
    this.#changed();
  }

  /**
   * Plays the solution of an exercise on fresh data, for the user to look at; returns the id of its last entry. It does
   * not count as solved, and what is sent afterwards is graded anew.
   */
  async showSolution(id: string): Promise<number | null> {
    const exercise = exerciseCalled(id);
    if (!exercise) return null;
    this.#demo.reset();
    for (const request of exercise.solution) {
      await this.#exchange(complete(request));
      this.#changed();
    }
    this.#remember({ ...this.#progress, shown: [...new Set([...this.#progress.shown, id])] });
    this.#demo.reset();
    this.openExercise(id);
    return this.#lastId;
  }

  resetData(): void {
    this.#demo.reset();
  }

  resetProgress(): void {
    this.#remember({ solved: [], shown: [] });
    this.#gradeFromHere();
    this.#changed();
  }

  clearTimeline(): void {
    this.#keep([]);
    this.#changed();
  }

  #gradeFromHere(): void {
    this.#since = this.#lastId;
    const open = this.#exercise && { exercise: this.#exercise.id, since: this.#since };
    this.#workspace.set(exerciseKey, open);
  }

  async #exchange(request: DemoRequest): Promise<PanelEntry> {
    const exchange = await this.#demo.send(request);
    this.#lastId += 1;
    const seen: SeenExchange = { request, response: exchange.response };
    const entry = { id: this.#lastId, endpoint: endpointOf(request)?.id ?? null, exchange, origin: originOf(seen) };
    this.#keep(bounded([...this.#timeline, entry]));
    return entry;
  }

  #grade(exercise: Exercise): void {
    const since = this.#timeline.filter(({ id }) => id > this.#since).map(({ exchange }) => exchange);
    if (this.#progress.solved.includes(exercise.id) || !exercise.isSolved(since)) return;
    this.#remember({ ...this.#progress, solved: [...this.#progress.solved, exercise.id] });
  }

  #remember(progress: Progress): void {
    this.#progress = progress;
    this.#user.set(progressKey, progress);
  }

  #keep(timeline: readonly PanelEntry[]): void {
    this.#timeline = timeline;
    this.#workspace.set(timelineKey, timeline);
  }
}

const exercises = new Map(chapters.flatMap((chapter) => chapter.exercises).map((exercise) => [exercise.id, exercise]));

function exerciseCalled(id: string | null): Exercise | null {
  return exercises.get(id ?? '') ?? null;
}

/** The latest of them that are not too many and not too long; always the very latest. */
function bounded(timeline: readonly PanelEntry[]): readonly PanelEntry[] {
  const kept: PanelEntry[] = [];
  let characters = 0;
  for (const entry of timeline.slice(-maxEntries).reverse()) {
    const { request, response } = entry.exchange;
    characters += (request.body ?? '').length + response.body.length;
    if (kept.length > 0 && characters > maxCharacters) break;
    kept.unshift(entry);
  }
  return kept;
}
