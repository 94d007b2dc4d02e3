/** The templates and all that writes them out, as one bundle that is loaded when somebody first asks for a handler. */

import { handlerInsertion } from '../core/snippets/insertion';
import type { SnippetLibrary } from '../core/snippets/library';
import { resourceWords } from '../core/snippets/naming';
import { offersAt } from '../core/snippets/offers';
import { operationTitle } from '../core/snippets/operations';
import { templatesFor } from './templates';

export const library: SnippetLibrary = { templatesFor, offersAt, handlerInsertion, operationTitle, resourceWords };
