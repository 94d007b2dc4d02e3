/** What differs between Node and a browser: the little that the extension is handed by whichever starts it. */

import type { StartThread } from '../background/thread';
import type { SnippetLibrary } from '../core/snippets/library';
import type { DemoModule } from '../demo/host';
import type { PanelModule } from '../panel/view';

export interface Platform {
  /** Reads a file of the extension's `dist`, by its path there. */
  readOwn(name: string): PromiseLike<Uint8Array>;
  /** Starts a thread that reads routes; null where there are no threads. */
  readonly startReadingThread: StartThread | null;
  /** Parts of the extension that are loaded when they are first needed. */
  loadDemo(): Promise<DemoModule>;
  loadPanel(): Promise<PanelModule>;
  loadSnippets(): Promise<{ readonly library: SnippetLibrary }>;
  /** Why no demo server can run here, as a sentence for people; null where one can. */
  readonly whyNoServer: string | null;
  /** The system that the extension runs on, in words. */
  readonly system: string;
}
