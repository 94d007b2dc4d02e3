/** Keeps at most one demo server, whoever asks for it, and answers in this process while there is none. */

import type { DemoConnection, DemoRequest, Exchange } from './exchange';
import type { MirrorRoute } from './mirror';
import { DemoStore } from './store';

/** What demo/demo.ts exports, loaded on first use. */
export type DemoModule = Pick<typeof import('./demo'), 'connectInProcess' | 'connectOverSocket'>;

export type DemoState =
  /** `why` is a sentence for people, null before anybody asked for a server. */
  | { readonly kind: 'stopped'; readonly why: string | null }
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly url: string };

type Served = DemoConnection & { readonly url: string };

export class DemoHost {
  /** Outlives every server, so that a restart keeps the data. */
  readonly #store = new DemoStore();
  readonly #load: () => Promise<DemoModule>;
  readonly #port: () => number;
  readonly #listeners = new Set<() => void>();
  readonly #answerListeners = new Set<() => void>();
  #state: DemoState = { kind: 'stopped', why: null };
  #served: Served | null = null;
  #inProcess: DemoConnection | null = null;
  /** Whether somebody started it by name; it then outlives all that only hold it. */
  #wanted = false;
  readonly #holders = new Set<symbol>();
  /** Starts and stops wait for each other. */
  #last: Promise<unknown> = Promise.resolve();

  /** `port` is asked at each start; 0 takes any that is free. */
  constructor(load: () => Promise<DemoModule>, port: () => number) {
    this.#load = load;
    this.#port = port;
  }

  get state(): DemoState {
    return this.#state;
  }

  /** Calls back after each change of the state; returns what ends that. */
  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back after each answer to a request that was sent from here; returns what ends that. */
  onDidAnswer(listener: () => void): () => void {
    this.#answerListeners.add(listener);
    return () => this.#answerListeners.delete(listener);
  }

  /** Starts a server unless one runs. Rejects with a DemoServerError, whose message is a sentence for people. */
  start(): Promise<void> {
    this.#wanted = true;
    return this.#next(() => this.#start());
  }

  /** Ends the server and all its connections; requests are then answered in this process. */
  stop(why: string | null = null): Promise<void> {
    this.#wanted = false;
    return this.#next(() => this.#stop(why));
  }

  restart(): Promise<void> {
    this.#wanted = true;
    return this.#next(async () => {
      await this.#stop(null);
      await this.#start();
    });
  }

  /** Wants a server as long as it is not released; where none can start, the state says why. */
  hold(): () => void {
    const holder = Symbol('holder');
    this.#holders.add(holder);
    this.#next(() => this.#start()).catch(() => undefined);
    return () => {
      this.#holders.delete(holder);
      void this.#next(async () => {
        if (!this.#wanted && this.#holders.size === 0) await this.#stop(null);
      });
    };
  }

  /** Rejects with a sentence for people when no answer came. */
  async send(request: DemoRequest): Promise<Exchange> {
    await this.#last;
    const exchange = await (this.#served ?? (await this.#connectedInProcess())).send(request);
    for (const listener of [...this.#answerListeners]) listener();
    return exchange;
  }

  /** Puts the data back to what it was at the start. */
  reset(): void {
    this.#store.reset();
  }

  /** Answers for these routes too, below the path of the mirror; null ends that. */
  setMirror(routes: readonly MirrorRoute[] | null): void {
    this.#store.mirror = routes;
    for (const listener of [...this.#listeners]) listener();
  }

  async #connectedInProcess(): Promise<DemoConnection> {
    this.#inProcess ??= (await this.#load()).connectInProcess(this.#store);
    return this.#inProcess;
  }

  async #start(): Promise<void> {
    if (this.#served) return;
    this.#become({ kind: 'starting' });
    try {
      const { connectOverSocket } = await this.#load();
      this.#served = await connectOverSocket({ port: this.#port(), store: this.#store });
    } catch (error) {
      this.#become({ kind: 'stopped', why: error instanceof Error ? error.message : String(error) });
      throw error;
    }
    this.#become({ kind: 'running', url: this.#served.url });
  }

  async #stop(why: string | null): Promise<void> {
    const served = this.#served;
    this.#served = null;
    await served?.close();
    this.#become({ kind: 'stopped', why });
  }

  #become(state: DemoState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }

  #next(step: () => Promise<void>): Promise<void> {
    const result = this.#last.then(step);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
