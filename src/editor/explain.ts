/** Says of a status code what the panel shows about it. */

import type { Level } from '../core/model';
import { statusCode, usualPhrase } from '../core/statusCodes';

export function explain(code: number, level: Level) {
  const known = statusCode(code);
  if (!known) return undefined;
  const { beginner, advanced } = known.meaning;
  // The panel shows plain text.
  const meaning = level === 'beginner' ? beginner : `${beginner} ${advanced.replaceAll('`', '')}`;
  return { ...known, phrase: usualPhrase(code) ?? known.phrase, meaning };
}
