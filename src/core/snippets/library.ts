/** What the editor asks of the templates, which are a bundle of their own. */

import type { Framework } from '../framework';
import type { handlerInsertion } from './insertion';
import type { resourceWords } from './naming';
import type { offersAt } from './offers';
import type { operationTitle } from './operations';
import type { Template } from './template';

export interface SnippetLibrary {
  /** The templates of those frameworks that have one, for files of a language. */
  templatesFor(languageId: string, frameworks: readonly Framework[]): readonly Template[];
  readonly offersAt: typeof offersAt;
  readonly handlerInsertion: typeof handlerInsertion;
  readonly operationTitle: typeof operationTitle;
  readonly resourceWords: typeof resourceWords;
}
