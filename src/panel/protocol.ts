/** What the panel's page and the extension host say to each other: every message, as a type and as a run-time guard. */

import { dictionary, type Guarded, list, literal, nullable, number, object, oneOf, pair, text } from './guards';

const headers = list(pair(text, text));

const request = object({ method: text, target: text, headers, body: nullable(text) });

/** The same shape as the demo's Exchange. */
const exchange = object({
  request,
  response: object({
    httpVersion: nullable(text),
    status: number,
    reason: text,
    headers,
    body: text,
    bodyBytes: number,
  }),
  milliseconds: number,
});

/** What a status code says, for people. */
const meaning = object({
  phrase: text,
  meaning: text,
  reference: nullable(object({ label: text, url: text })),
  mdn: nullable(text),
});

/** An exchange with what its status means; null for a code nobody has given a meaning. */
const result = object({ endpoint: text, exchange, meaning: nullable(meaning) });

/** What a person composes; the rest of a request follows from it. */
const composed = {
  /** A value for each parameter, not encoded. */
  path: dictionary(text),
  /** Without its question mark, encoded. */
  query: text,
  /** Beyond those that every request has. */
  headers,
  body: nullable(text),
};

const endpoint = object({
  id: text,
  method: text,
  /** With parameters in braces: `/items/{item_id}`. */
  path: text,
  title: text,
  teaches: text,
  examples: list(object({ label: text, ...composed })),
  python: text,
  typescript: text,
});

const server = oneOf(
  object({ kind: literal('starting') }),
  object({ kind: literal('socket'), url: text }),
  /** No port could be opened; requests are answered inside the extension host. */
  object({ kind: literal('in-process'), why: text }),
);

const state = object({ server, endpoints: list(endpoint), last: nullable(result) });

/** From the extension host to the page. `id` repeats that of the message it answers. */
export const isHostMessage = oneOf(
  object({ type: literal('state'), state }),
  object({ type: literal('exchange'), id: number, result }),
  object({ type: literal('reset-done'), id: number }),
  object({ type: literal('failed'), id: number, message: text }),
);

/** From the page to the extension host. */
export const isPageMessage = oneOf(
  /** The page listens now and wants the full state. */
  object({ type: literal('ready') }),
  object({ type: literal('send'), id: number, endpoint: text, request }),
  object({ type: literal('reset'), id: number }),
  object({ type: literal('copy-url') }),
);

/** What the page keeps while it is hidden and over a window reload. */
export const isKeptState = object({
  /** Id of the chosen endpoint. */
  endpoint: text,
  /** Per endpoint, what stands in its fields. */
  drafts: dictionary(object(composed)),
  result: nullable(result),
});

export type HostMessage = Guarded<typeof isHostMessage>;
export type PageMessage = Guarded<typeof isPageMessage>;
export type PanelState = Guarded<typeof state>;
export type ServerState = Guarded<typeof server>;
export type PanelEndpoint = Guarded<typeof endpoint>;
export type PanelRequest = Guarded<typeof request>;
export type PanelResult = Guarded<typeof result>;
export type Meaning = Guarded<typeof meaning>;
export type KeptState = Guarded<typeof isKeptState>;
export type Draft = KeptState['drafts'][string];
