/** A Response that stays plain data until somebody asks for more: making a real one costs more than all the rest of an answer. */

export type HeaderPairs = readonly (readonly [name: string, value: string])[];

class PlainResponse {
  readonly status: number;
  readonly pairs: HeaderPairs;
  /** Null for an answer without a body, which then has no length either. */
  readonly content: string | null;
  #real: Response | undefined;

  constructor(status: number, pairs: HeaderPairs, content: string | null) {
    this.status = status;
    this.pairs = pairs;
    this.content = content;
  }

  get #response(): Response {
    // A 204, 205 or 304 may not even have an empty one.
    this.#real ??= new Response(this.content || null, {
      status: this.status,
      headers: this.pairs.map(([name, value]): [string, string] => [name, value]),
    });
    return this.#real;
  }

  get headers(): Headers {
    return this.#response.headers;
  }

  get body(): ReadableStream<Uint8Array> | null {
    return this.#response.body;
  }

  get ok(): boolean {
    return this.#response.ok;
  }

  text(): Promise<string> {
    return this.#response.text();
  }

  json(): Promise<unknown> {
    return this.#response.json();
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#response.arrayBuffer();
  }

  clone(): Response {
    return this.#response.clone();
  }
}

// Hono asks `instanceof Response` of what a handler returns.
Object.setPrototypeOf(PlainResponse.prototype, Response.prototype);

/** What web-standard code takes for a Response. */
export function plainResponse(status: number, pairs: HeaderPairs, content: string | null): Response {
  return new PlainResponse(status, pairs, content) as unknown as Response;
}

/** The plain parts of a response made here; undefined for any other. */
export function plainParts(response: Response): Pick<PlainResponse, 'status' | 'pairs' | 'content'> | undefined {
  return response instanceof PlainResponse ? response : undefined;
}
