/** Loads files of ours where the host has no loader for them: the extension host of a browser. */

import * as vscode from 'vscode';

interface Module {
  exports: unknown;
}

/**
 * Loads a file of a folder, once, as the CommonJS module that it is. `needs` names files beside it that it requires:
 * they are fetched with it, because a `require` cannot wait.
 */
export function createLoader(folder: vscode.Uri) {
  const texts = new Map<string, Promise<string>>();
  const fetched = new Map<string, string>();
  const modules = new Map<string, Module>();

  function fetchText(name: string): Promise<string> {
    const known = texts.get(name);
    if (known) return known;
    const text = readText(name);
    texts.set(name, text);
    // A failure is forgotten, so that the next one who asks tries again.
    text.then(
      (own) => fetched.set(name, own),
      () => texts.delete(name),
    );
    return text;
  }

  async function readText(name: string): Promise<string> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
    return new TextDecoder().decode(bytes);
  }

  function required(id: string): unknown {
    if (id === 'vscode') return vscode;
    const name = id.replace(/^\.\//, '');
    const known = modules.get(name);
    if (known) return known.exports;
    const text = fetched.get(name);
    if (text === undefined) throw new Error(`${id} is not loaded.`);
    const module: Module = { exports: {} };
    modules.set(name, module);
    // As VS Code itself evaluates the file that it loads. What is evaluated is a file of this extension, never anything else.
    const source = `${text}\n//# sourceURL=${vscode.Uri.joinPath(folder, name)}`;
    new Function('module', 'exports', 'require', source)(module, module.exports, required);
    return module.exports;
  }

  return async <Exports>(name: string, needs: readonly string[] = []): Promise<Exports> => {
    await Promise.all([name, ...needs].map(fetchText));
    return required(name) as Exports;
  };
}
