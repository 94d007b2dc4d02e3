/** What completions are made from: the text, the place, and what is known of the rest of the file. */

import type { Framework } from '../../framework';
import type { Language, Project, Scan, StatusPlace } from '../../model';
import type { Cursor, Filled } from './cursor';

export interface CompletionRequest {
  readonly text: string;
  readonly cursor: Cursor;
  readonly filled: Filled;
  readonly place: StatusPlace;
  readonly language: Language;
  readonly frameworks: readonly Framework[];
  readonly project: Project | null;
  /** A scan of this text or of one shortly before it, with that text. */
  readonly known: { readonly scan: Scan; readonly text: string };
}
