/** What the page shows and how it changes, without any rendering. */

import type { Draft, KeptState, PanelEndpoint, PanelRequest, PanelResult, PanelState } from '../protocol';

export interface PageModel {
  /** Null until the extension host has sent it. */
  readonly panel: PanelState | null;
  /** Id of the chosen endpoint; null until there are endpoints to choose from. */
  readonly endpoint: string | null;
  readonly drafts: KeptState['drafts'];
  readonly result: PanelResult | null;
  /** Id of the request that has no answer yet. */
  readonly pending: number | null;
  /** Something went wrong, or is done: one sentence to show and announce. */
  readonly notice: { readonly kind: 'error' | 'done'; readonly text: string } | null;
}

type Example = PanelEndpoint['examples'][number];

export function initialModel(kept: KeptState | null): PageModel {
  return {
    panel: null,
    endpoint: kept?.endpoint ?? null,
    drafts: kept?.drafts ?? {},
    result: kept?.result ?? null,
    pending: null,
    notice: null,
  };
}

/** What survives hiding and reloading; null while there is nothing to keep. */
export function keptState({ endpoint, drafts, result }: PageModel): KeptState | null {
  return endpoint === null ? null : { endpoint, drafts, result };
}

/** The host's word about the last exchange is newer than anything kept. */
export function withPanel(model: PageModel, panel: PanelState): PageModel {
  const known = panel.endpoints.some(({ id }) => id === model.endpoint);
  return {
    ...model,
    panel,
    endpoint: known ? model.endpoint : (panel.endpoints[0]?.id ?? null),
    result: panel.last ?? model.result,
  };
}

export function chosenEndpoint(model: PageModel): PanelEndpoint | undefined {
  return model.panel?.endpoints.find(({ id }) => id === model.endpoint);
}

/** What stands in the fields of an endpoint: the first example until something else was typed. */
export function draftOf(model: PageModel, endpoint: PanelEndpoint): Draft {
  const [first] = endpoint.examples;
  return model.drafts[endpoint.id] ?? (first ? draftFrom(first) : { path: {}, query: '', headers: [], body: null });
}

export function withDraft(model: PageModel, endpoint: PanelEndpoint, draft: Draft): PageModel {
  return { ...model, drafts: { ...model.drafts, [endpoint.id]: draft } };
}

export function draftFrom({ path, query, headers, body }: Example): Draft {
  return { path, query, headers, body };
}

/** Whether the fields say exactly what an example says. */
export function isExample(draft: Draft, example: Example): boolean {
  return JSON.stringify(draft) === JSON.stringify(draftFrom(example));
}

/** The names in the braces of a path template. */
export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** The path with its parameters filled in, each encoded so that it stays one segment, and the query. */
export function targetOf(endpoint: PanelEndpoint, draft: Draft): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(draft.path[name] ?? ''));
  return draft.query === '' ? path : `${path}?${draft.query}`;
}

export function requestOf(endpoint: PanelEndpoint, draft: Draft): PanelRequest {
  return {
    method: endpoint.method,
    target: targetOf(endpoint, draft),
    headers: [
      ['Accept', 'application/json'],
      ...(draft.body === null ? [] : [['Content-Type', 'application/json'] as const]),
      ...draft.headers,
    ],
    body: draft.body,
  };
}

/** The class of a status code, in words (RFC 9110 §15). */
export function statusClass(status: number): { readonly name: string; readonly digit: string } {
  const names = ['Informational', 'Success', 'Redirection', 'Client error', 'Server error'];
  const digit = Math.floor(status / 100);
  return { name: names[digit - 1] ?? 'Unknown class', digit: String(digit) };
}
