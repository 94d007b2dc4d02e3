/** Says in a sentence what went wrong with a file or a part of ours, for the log and for people. Knows no VS Code. */

import { t } from '../text';

/** A part of the extension is not there: until it is, nothing can be said about some files. */
export class MissingPart extends Error {}

/** Codes of VS Code's file systems and of the system below, which stand in the message where a file system passes them on. */
const reasons: readonly (readonly [RegExp, () => string])[] = [
  [/ENOSPC|EDQUOT|no space left|quota/i, () => t('the disk is full')],
  [/EROFS|read-?only/i, () => t('it can only be read')],
  [/EACCES|EPERM|NoPermissions/i, () => t('permission was denied')],
  [/ENOENT|FileNotFound|EntryNotFound/i, () => t('it is not there')],
  [/Unavailable|ENOPRO/i, () => t('its file system is not available')],
];

/** Why a file could not be read or written, to stand behind a colon. */
export function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const message = messageOf(error);
  const known = reasons.find(([pattern]) => pattern.test(message)) ?? reasons.find(([pattern]) => pattern.test(code));
  return known ? known[1]() : message;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** All there is to find out where an error came from. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\nCaused by: ${traceOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
