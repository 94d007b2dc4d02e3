/** A request to the demo and what came back, as plain data that the panel can show and keep. */

export type HeaderLine = readonly [name: string, value: string];

export interface DemoRequest {
  readonly method: string;
  /** Path and query as they go over the wire, percent-encoded. */
  readonly target: string;
  readonly headers: readonly HeaderLine[];
  /** Null where none is sent. */
  readonly body: string | null;
}

export interface DemoResponse {
  /** For example `1.1`; null when the answer did not travel over a socket and so had no status line. */
  readonly httpVersion: string | null;
  readonly status: number;
  /** The reason phrase as it came; empty without a status line. */
  readonly reason: string;
  /** In the order and spelling in which they came. */
  readonly headers: readonly HeaderLine[];
  readonly body: string;
  readonly bodyBytes: number;
}

export interface Exchange {
  readonly request: DemoRequest;
  readonly response: DemoResponse;
  /** From sending the request to the end of the answer. */
  readonly milliseconds: number;
}

/** A running demo, behind a socket or in this process. */
export interface DemoConnection {
  /** Where other programs reach it; null without a socket. */
  readonly url: string | null;
  /** Rejects with a sentence for people when no answer came. */
  send(request: DemoRequest): Promise<Exchange>;
  /** Puts the data back to what it was at the start. */
  reset(): void;
  close(): Promise<void>;
}
