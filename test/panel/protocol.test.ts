/** The protocol's guards let every message through that its types allow, and nothing else. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Exchange } from '../../src/demo/exchange';
import {
  type HostMessage,
  isHostMessage,
  isKeptState,
  isPageMessage,
  type KeptState,
  type Meaning,
  type PageMessage,
  type PanelEndpoint,
  type PanelRequest,
  type PanelResult,
  type PanelState,
  type ServerState,
} from '../../src/panel/protocol';

const text = fc.string();
const maybeText = fc.option(text);
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const names = fc.dictionary(text, text, { noNullPrototype: true });
const headers = fc.array(fc.tuple(text, text));

const request: fc.Arbitrary<PanelRequest> = fc.record({ method: text, target: text, headers, body: maybeText });

const exchange: fc.Arbitrary<Exchange> = fc.record({
  request,
  response: fc.record({ httpVersion: maybeText, status: number, reason: text, headers, body: text, bodyBytes: number }),
  milliseconds: number,
});

const meaning: fc.Arbitrary<Meaning> = fc.record({
  phrase: text,
  meaning: text,
  reference: fc.option(fc.record({ label: text, url: text })),
  mdn: maybeText,
});

const result: fc.Arbitrary<PanelResult> = fc.record({ endpoint: text, exchange, meaning: fc.option(meaning) });

const composed = { path: names, query: text, headers, body: maybeText };

const endpoint: fc.Arbitrary<PanelEndpoint> = fc.record({
  id: text,
  method: text,
  path: text,
  title: text,
  teaches: text,
  examples: fc.array(fc.record({ label: text, ...composed })),
  python: text,
  typescript: text,
});

const server: fc.Arbitrary<ServerState> = fc.oneof(
  fc.record({ kind: fc.constant('starting' as const) }),
  fc.record({ kind: fc.constant('socket' as const), url: text }),
  fc.record({ kind: fc.constant('in-process' as const), why: text }),
);

const state: fc.Arbitrary<PanelState> = fc.record({ server, endpoints: fc.array(endpoint), last: fc.option(result) });

const hostMessage: fc.Arbitrary<HostMessage> = fc.oneof(
  fc.record({ type: fc.constant('state' as const), state }),
  fc.record({ type: fc.constant('exchange' as const), id: number, result }),
  fc.record({ type: fc.constant('reset-done' as const), id: number }),
  fc.record({ type: fc.constant('failed' as const), id: number, message: text }),
);

const pageMessage: fc.Arbitrary<PageMessage> = fc.oneof(
  fc.record({ type: fc.constant('ready' as const) }),
  fc.record({ type: fc.constant('send' as const), id: number, endpoint: text, request }),
  fc.record({ type: fc.constant('reset' as const), id: number }),
  fc.record({ type: fc.constant('copy-url' as const) }),
);

const keptState: fc.Arbitrary<KeptState> = fc.record({
  endpoint: text,
  drafts: fc.dictionary(text, fc.record(composed), { noNullPrototype: true }),
  result: fc.option(result),
});

const protocols: readonly [string, fc.Arbitrary<object>, (value: unknown) => boolean][] = [
  ['from the extension host', hostMessage, isHostMessage],
  ['from the page', pageMessage, isPageMessage],
  ['kept by the page', keptState, isKeptState],
];

describe('panel protocol', () => {
  for (const [name, arbitrary, guard] of protocols) {
    it(`${name}: accepts what the types allow, also after a trip as JSON`, () => {
      fc.assert(fc.property(arbitrary, (message) => guard(message) && guard(JSON.parse(JSON.stringify(message)))));
    });

    it(`${name}: rejects a message with any part replaced`, () => {
      fc.assert(
        fc.property(
          arbitrary,
          fc.nat(),
          fc.constantFrom(undefined, Number.NaN, { wrong: true }, [null]),
          (message, pick, wrong) => {
            const spots = spotsIn(message);
            const spot = spots[pick % spots.length];
            assert.ok(spot);
            assert.equal(guard(changed(message, spot, () => wrong)), false, `${spot.join('.')} replaced`);
          },
        ),
      );
    });

    it(`${name}: rejects a message with a member missing or too many`, () => {
      fc.assert(
        fc.property(arbitrary, fc.nat(), (message, pick) => {
          const objects = spotsIn(message, isRecord).filter((spot) => !isDictionary(spot));
          const spot = pick % (objects.length + 1) === 0 ? [] : (objects[(pick % (objects.length + 1)) - 1] ?? []);
          assert.equal(guard(changed(message, spot, (value) => ({ ...(value as object), extra: 1 }))), false);
          for (const name of Object.keys(at(message, spot) as object)) {
            const without = changed(message, spot, (value) => {
              const { [name]: _, ...rest } = value as Record<string, unknown>;
              return rest;
            });
            assert.equal(guard(without), false, `${[...spot, name].join('.')} missing`);
          }
        }),
      );
    });

    it(`${name}: rejects what is no message at all`, () => {
      fc.assert(fc.property(fc.anything(), (value) => !guard(value)));
    });
  }

  it('keeps the two directions apart', () => {
    fc.assert(fc.property(hostMessage, (message) => !isPageMessage(message)));
    fc.assert(fc.property(pageMessage, (message) => !isHostMessage(message)));
  });
});

type Spot = readonly string[];

/** The places of all values inside a message that satisfy a condition. */
function spotsIn(value: unknown, wanted: (value: unknown) => boolean = () => true, here: Spot = []): Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const spot = [...here, name];
    return [...(wanted(member) ? [spot] : []), ...spotsIn(member, wanted, spot)];
  });
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where members are names that people chose, one more or less is no mistake. */
function isDictionary(spot: Spot): boolean {
  return ['drafts', 'path'].includes(spot.at(-1) ?? '');
}

function at(value: unknown, [name, ...rest]: Spot): unknown {
  return name === undefined ? value : at((value as Record<string, unknown>)[name], rest);
}

/** A copy of a message with one place changed. */
function changed(value: unknown, [name, ...rest]: Spot, change: (value: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  const member = changed((value as Record<string, unknown>)[name], rest, change);
  if (Array.isArray(value)) return value.map((element, index) => (String(index) === name ? member : element));
  return { ...(value as object), [name]: member };
}
