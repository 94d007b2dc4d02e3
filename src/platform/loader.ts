/** Loads files of ours as the CommonJS modules that they are, where the host has no loader for them or a slower one. */

interface Module {
  exports: unknown;
}

export type Require = (id: string) => unknown;

/** A file as a function of what a CommonJS module has. */
export type Program = (module: Module, exports: unknown, require: Require) => void;

/**
 * Loads a file, once. `needs` names files beside it that it requires: they are fetched with it, because a `require`
 * cannot wait. `hosts` is the `require` for everything that is not ours.
 */
export function createLoader(fetchProgram: (name: string) => Promise<() => Program>, hosts: Require) {
  const fetching = new Map<string, Promise<void>>();
  const fetched = new Map<string, () => Program>();
  const modules = new Map<string, Module>();

  function fetchOnce(name: string): Promise<void> {
    const known = fetching.get(name);
    if (known) return known;
    const attempt = fetchProgram(name).then((program) => void fetched.set(name, program));
    fetching.set(name, attempt);
    // A failure is forgotten, so that the next one who asks tries again.
    attempt.catch(() => fetching.delete(name));
    return attempt;
  }

  function required(id: string): unknown {
    if (!id.startsWith('./')) return hosts(id);
    const name = id.slice(2);
    const known = modules.get(name);
    if (known) return known.exports;
    const program = fetched.get(name);
    if (!program) throw new Error(`${name} is not loaded.`);
    const module: Module = { exports: {} };
    modules.set(name, module);
    // With its text, which nobody needs again.
    fetched.delete(name);
    program()(module, module.exports, required);
    return module.exports;
  }

  return async <Exports>(name: string, needs: readonly string[] = []): Promise<Exports> => {
    await Promise.all([name, ...needs].map(fetchOnce));
    return required(`./${name}`) as Exports;
  };
}
