/** Applies preferred fixes to files, each replaced whole or left as it was. */

import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Change, fixText } from '../core/features/fixAll';
import { type Engine, withoutMark } from './engine';

/** Fixes a file in one go: it is replaced whole, or stays as it was. Throws when it cannot be read or written. */
export async function fixFile(path: string, engine: Engine): Promise<readonly Change[]> {
  const target = realpathSync(path);
  const bytes = readFileSync(target);
  const { text, markLength } = withoutMark(bytes.toString('utf8'));
  const mark = '\uFEFF'.repeat(markLength);
  if (!Buffer.from(mark + text).equals(bytes)) throw new Error('it is not in UTF-8');
  const { text: fixed, changes } = await fixText(text, (draft) => engine.look(path, draft));
  if (fixed !== text) replaceFile(target, mark + fixed);
  return changes;
}

function replaceFile(path: string, text: string): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    writeFileSync(draft, text, { mode: statSync(path).mode });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
