/** What people can do on the page; main.ts does it. */

import type { Draft, KeptState, PanelEntry, PanelLevel, PanelRequest, SourceLanguage } from '../protocol';

export interface Actions {
  /** Changes something that only the page knows. */
  keep(change: Partial<KeptState>): void;
  openChapter(chapter: string | null): void;
  /** Fills in the composer and brings it to the front; `first` has to be sent before it. */
  compose(request: PanelRequest, first?: readonly PanelRequest[]): void;
  edit(draft: Draft): void;
  /** `block` is the block of a chapter that it is sent from. */
  send(request: PanelRequest, block?: string): void;
  /** Sends several, one after the other. */
  sendFirst(requests: readonly PanelRequest[]): void;
  showEntry(entry: PanelEntry): void;
  resetData(): void;
  clearTimeline(): void;
  setLevel(level: PanelLevel): void;
  startExercise(exercise: string | null): void;
  openHint(exercise: string): void;
  showSolution(exercise: string): void;
  resetProgress(): void;
  copy(text: string, what: string): void;
  insert(endpoint: string, language: SourceLanguage): void;
  openApp(): void;
  /** Shows a code in the map of codes; null closes its card. */
  showCode(code: number | null): void;
  findInCode(code: number): void;
  /** Answers for the user's own routes, or no more. */
  mirror(isWanted: boolean): void;
}
