/** A folder of its own for each test, and the built command line run in it. */

import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const cli = resolve('dist/cli.js');

export interface Project {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  write(name: string, content: string | Buffer): void;
  read(name: string): string;
  run(...args: readonly string[]): SpawnSyncReturns<string>;
  runWith(input: string, ...args: readonly string[]): SpawnSyncReturns<string>;
  /** In a folder of the project. */
  runIn(name: string, ...args: readonly string[]): SpawnSyncReturns<string>;
}

/** Called within `describe`: the project is new in each of its tests, in a folder below `home`. */
export function useProject(home = tmpdir()): Project {
  let folder = '';
  // Beside the project, so that no test finds what another has cached.
  let cacheHome = '';
  beforeEach(() => {
    const parent = realpathSync(mkdtempSync(join(home, 'status-coach-')));
    folder = join(parent, 'project');
    cacheHome = join(parent, 'cache');
    mkdirSync(folder);
  });
  afterEach(() => rmSync(dirname(folder), { recursive: true, force: true }));

  const project: Project = {
    get folder() {
      return folder;
    },
    get environment() {
      return { ...process.env, XDG_CACHE_HOME: cacheHome, NO_COLOR: '' };
    },
    write(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    run: (...args) => start(folder, '', args),
    runWith: (input, ...args) => start(folder, input, args),
    runIn: (name, ...args) => start(join(folder, name), '', args),
  };

  function start(cwd: string, input: string, args: readonly string[]) {
    const env = project.environment;
    return spawnSync(process.execPath, [cli, ...args], { cwd, input, env, encoding: 'utf8', maxBuffer: 1e8 });
  }
  return project;
}

/** A FastAPI module with one finding, `post-creates-201`, on line 6. */
export const creating = `from fastapi import FastAPI

app = FastAPI()


@app.post("/items")
def create_item(item: Item) -> Item:
    return item
`;
