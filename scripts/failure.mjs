/** Turns what can go wrong on a user's machine into one clear sentence instead of a stack trace. */

/** An expected failure: its message is a whole sentence for the user, and no stack trace is shown. */
export class Failure extends Error {}

/**
 * What a system error code means to the person at the keyboard. The codes are those of Node's file system and sockets;
 * npm reports the very same ones.
 * @param {string | undefined} code
 * @returns {string | undefined}
 */
export function reasonFor(code) {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EACCES':
    case 'EPERM':
      return 'permission was denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file stands where a folder is needed';
    default:
      return undefined;
  }
}

/**
 * The sentence for any error: as it stands for a `Failure`, made from the code and path of a system error, and the
 * stack for everything else, which is a bug of ours that somebody has to find.
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
  if (error instanceof Failure) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, path, dest } = /** @type {NodeJS.ErrnoException & { dest?: string }} */ (error);
  // What Node's recursive mkdir says on a read-only file system.
  const unmade = code === 'ENOENT' && syscall === 'mkdir' ? 'the folder cannot be created here' : undefined;
  const reason = reasonFor(code) ?? unmade;
  if (reason) return `Could not write to ${dest ?? path ?? 'the disk'}: ${reason}.`;
  return error.stack ?? error.message;
}
