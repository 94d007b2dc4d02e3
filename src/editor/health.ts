/** What becomes of errors: each is logged once, none breaks typing, and people are told only of what they can mend. */

import * as vscode from 'vscode';
import { t } from '../text';
import { MissingPart, messageOf, traceOf } from './problems';

export interface Health {
  /** The channel, for everybody: what is logged as an error appears once in it, however often it happens. */
  readonly log: vscode.LogOutputChannel;
  /**
   * A provider that answers with nothing where it would fail. VS Code asks providers with every keystroke, so that the
   * same error would come again and again.
   */
  guarded<Provider extends object>(name: string, provider: Provider): Provider;
  /** Logs that something did not work, unless that is known; `what` begins the sentence. */
  failed(what: string, error: unknown): void;
  /** The same home, where nothing fails that cannot be stored, as on a disk that is full or can only be read. */
  forgiving(home: Home): Home;
}

/** Where the extension lies, and where it keeps what outlives a window. */
export interface Home {
  readonly extensionUri: vscode.Uri;
  readonly globalState: vscode.Memento;
  readonly workspaceState: vscode.Memento;
}

/** Errors that are remembered as logged: more kinds of them are no help to anybody. */
const mostKnown = 500;

export function createHealth(channel: vscode.LogOutputChannel): Health {
  const known = new Set<string>();

  function isNew(key: string): boolean {
    if (known.has(key) || known.size >= mostKnown) return false;
    known.add(key);
    return true;
  }

  function failed(what: string, error: unknown) {
    if (error instanceof vscode.CancellationError || !isNew(`${what}\n${messageOf(error)}`)) return;
    channel.error(`${what}: ${traceOf(error)}`);
    if (error instanceof MissingPart && isNew(error.message)) void tell(error.message);
  }

  /** As a channel's own, where the first line tells errors apart. */
  function logError(what: string | Error, ...[error]: unknown[]) {
    if (error !== undefined) failed(String(what), error);
    else if (isNew(String(what).split('\n', 1)[0] ?? '')) channel.error(what);
  }

  async function tell(message: string) {
    const showLog = t('Show Log');
    if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) channel.show();
  }

  function forgiving(memory: vscode.Memento): vscode.Memento {
    return {
      keys: () => memory.keys(),
      get: <T>(key: string, otherwise?: T) => memory.get(key, otherwise) as T,
      update: (key, value) =>
        memory
          .update(key, value)
          .then(undefined, (error: unknown) => failed('What you chose is forgotten when this window closes', error)),
    };
  }

  return {
    log: Object.create(channel, { error: { value: logError } }),
    failed,

    guarded(name, provider) {
      return new Proxy(provider, {
        get(target, key) {
          const value: unknown = Reflect.get(target, key);
          if (typeof value !== 'function') return value;
          return (...given: unknown[]) => {
            const fail = (error: unknown) => failed(`${name} failed`, error);
            try {
              const answer: unknown = value.apply(target, given);
              return answer instanceof Promise ? answer.catch(fail) : answer;
            } catch (error) {
              return fail(error);
            }
          };
        },
      });
    },

    forgiving: ({ extensionUri, globalState, workspaceState }) => ({
      extensionUri,
      globalState: forgiving(globalState),
      workspaceState: forgiving(workspaceState),
    }),
  };
}
