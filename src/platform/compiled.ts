/** Compiles files of ours in Node with what V8 has kept of them, which halves the time that they take to start. */

import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { Program } from './loader';

/**
 * When code is kept, in milliseconds after it was loaded: what ran until then will run the next time, too. No later, for
 * V8 forgets code that has not run during a few garbage collections, and of those a starting host has several.
 */
const settled = 1_000;

const hashLength = 32;

/**
 * Fetches the files of a folder for a loader, and keeps their compiled code in another folder. V8 itself refuses code of
 * another version of it. That the code is whole and of the same text, the hash says that is kept before it.
 */
export function compiledFiles(folder: string, keptIn: string) {
  const unkept = new Map<string, { readonly script: Script; readonly source: Buffer }>();
  let timer: NodeJS.Timeout | undefined;

  async function fetchProgram(name: string): Promise<() => Program> {
    const file = join(folder, name);
    // At once, as `require` does: step by step, each file would wait for whatever else the host has to do.
    const source = readFileSync(file);
    const kept = readKept(name);
    const code = kept?.subarray(hashLength);
    const isSound = kept && code && hashOf(source, code).equals(kept.subarray(0, hashLength));
    return () => {
      const script = new Script(`(function(module,exports,require){${source}\n})`, {
        filename: file,
        ...(isSound && { cachedData: code }),
      });
      if (!isSound || script.cachedDataRejected) {
        unkept.set(name, { script, source });
        clearTimeout(timer);
        timer = setTimeout(() => void keep().catch(() => undefined), settled);
      }
      return script.runInThisContext();
    };
  }

  function readKept(name: string): Buffer | null {
    try {
      return readFileSync(keptFile(name));
    } catch {
      return null;
    }
  }

  function keptFile(name: string): string {
    return join(keptIn, `${name}.bin`);
  }

  /** Keeps what was compiled without it. Where that fails, the next start takes as long as this one. */
  async function keep() {
    if (unkept.size === 0) return;
    await mkdir(keptIn, { recursive: true });
    for (const [name, { script, source }] of unkept) {
      const code = script.createCachedData();
      // Another window may read it meanwhile.
      const partial = `${keptFile(name)}.${randomUUID()}`;
      await writeFile(partial, Buffer.concat([hashOf(source, code), code]));
      await rename(partial, keptFile(name));
    }
    unkept.clear();
  }

  return { fetchProgram, keep, dispose: () => clearTimeout(timer) };
}

function hashOf(source: Buffer, code: Buffer): Buffer {
  return createHash('sha256').update(source).update(code).digest();
}
