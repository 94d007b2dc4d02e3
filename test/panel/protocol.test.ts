/** The protocol's guards let every message through that its types allow, and nothing else. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeCards } from '../../src/core/features/codeCards';
import type { Exchange } from '../../src/demo/exchange';
import { panelContent } from '../../src/panel/content';
import {
  type HostMessage,
  isHostMessage,
  isKeptState,
  isPageMessage,
  type KeptState,
  type PageMessage,
  type PanelBlock,
  type PanelContent,
  type PanelDecision,
  type PanelEntry,
  type PanelLive,
  type PanelRequest,
  type ServerState,
} from '../../src/panel/protocol';

const text = fc.string();
const texts = fc.array(text);
const maybeText = fc.option(text);
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const names = fc.dictionary(text, text, { noNullPrototype: true });
const numbers = fc.dictionary(text, number, { noNullPrototype: true });
const headers = fc.array(fc.tuple(text, text));
const level = fc.constantFrom('beginner' as const, 'advanced' as const);
const language = fc.constantFrom('python' as const, 'typescript' as const);
const levels = fc.record({ beginner: text, advanced: text });

const request: fc.Arbitrary<PanelRequest> = fc.record({ method: text, target: text, headers, body: maybeText });

const exchange: fc.Arbitrary<Exchange> = fc.record({
  request,
  response: fc.record({ httpVersion: maybeText, status: number, reason: text, headers, body: text, bodyBytes: number }),
  milliseconds: number,
});

const entry: fc.Arbitrary<PanelEntry> = fc.record({
  id: number,
  endpoint: maybeText,
  exchange,
  origin: fc.record({ by: text, line: fc.option(number) }),
});

const block: fc.Arbitrary<PanelBlock> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('list' as const), items: texts }),
  fc.record({ kind: fc.constant('table' as const), head: texts, rows: fc.array(texts) }),
  fc.record({ kind: fc.constant('takeaway' as const), text }),
  fc.record({ kind: fc.constant('try' as const), request, status: number, look: text }),
  fc.record({ kind: fc.constant('code' as const), python: text, typescript: text }),
);

const decision: fc.Arbitrary<PanelDecision> = fc.oneof(
  fc.record({
    kind: fc.constant('question' as const),
    id: text,
    ask: text,
    answers: fc.array(fc.record({ text, detail: maybeText, to: text }), { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('code' as const), id: text, code: number, reason: text, note: maybeText }),
);

const few = { maxLength: 2 };

const content: fc.Arbitrary<PanelContent> = fc.record({
  chapters: fc.array(
    fc.record({
      id: text,
      title: text,
      goal: text,
      beginner: fc.array(block, few),
      advanced: fc.array(block, few),
      exercises: fc.array(fc.record({ id: text, level, task: text, hints: texts, lesson: text }), few),
    }),
    few,
  ),
  endpoints: fc.array(
    fc.record({
      id: text,
      method: text,
      path: text,
      title: text,
      teaches: levels,
      examples: fc.array(fc.record({ label: text, request, first: fc.array(request, few), status: number }), few),
      python: text,
      typescript: text,
    }),
    few,
  ),
  codes: fc.array(
    fc.record({
      code: number,
      phrase: text,
      meaning: levels,
      when: maybeText,
      confusedWith: fc.array(fc.record({ codes: fc.array(number), difference: text }), few),
      headers: fc.array(fc.record({ name: text, strength: text, purpose: text }), few),
      caching: text,
      retry: maybeText,
      standing: maybeText,
      words: fc.array(text),
      reference: fc.option(fc.record({ label: text, url: text })),
      mdn: maybeText,
      request: fc.option(request),
      chapter: maybeText,
    }),
    few,
  ),
  decisions: fc.record({ first: text, nodes: fc.array(decision, few) }),
});

const server: fc.Arbitrary<ServerState> = fc.oneof(
  fc.record({ kind: fc.constant('starting' as const) }),
  fc.record({ kind: fc.constant('socket' as const), url: text }),
  fc.record({ kind: fc.constant('in-process' as const), why: text }),
);

const live: fc.Arbitrary<PanelLive> = fc.record({
  server,
  level,
  progress: fc.record({ solved: texts, shown: texts }),
  exercise: maybeText,
  timeline: fc.array(entry, few),
  mirror: fc.option(
    fc.record({
      name: text,
      routes: fc.array(fc.record({ method: text, path: text, statuses: fc.array(number), from: text }), few),
    }),
  ),
});

const hostMessage: fc.Arbitrary<HostMessage> = fc.oneof(
  fc.record({ type: fc.constant('content' as const), content }),
  fc.record({ type: fc.constant('live' as const), live }),
  fc.record({ type: fc.constant('done' as const), id: number, entry: fc.option(number), message: maybeText }),
  fc.record({ type: fc.constant('failed' as const), id: number, message: text }),
  fc.record({
    type: fc.constant('reveal' as const),
    reveal: fc.record({ code: number, chapter: maybeText, request: fc.option(request) }),
  }),
);

const pageMessage: fc.Arbitrary<PageMessage> = fc.oneof(
  fc.record({ type: fc.constantFrom('ready' as const, 'open-app' as const) }),
  fc.record({ type: fc.constant('send' as const), id: number, request }),
  fc.record({
    type: fc.constantFrom('reset-data' as const, 'clear-timeline' as const, 'reset-progress' as const),
    id: number,
  }),
  fc.record({ type: fc.constant('open-exercise' as const), exercise: maybeText }),
  fc.record({ type: fc.constant('show-solution' as const), id: number, exercise: text }),
  fc.record({ type: fc.constant('set-level' as const), level }),
  fc.record({ type: fc.constant('copy' as const), id: number, text, what: text }),
  fc.record({ type: fc.constant('insert' as const), id: number, endpoint: text, language }),
  fc.record({ type: fc.constant('find-code' as const), code: number }),
  fc.record({ type: fc.constant('mirror' as const), id: number, isWanted: fc.boolean() }),
);

const keptState: fc.Arbitrary<KeptState> = fc.record({
  tab: fc.constantFrom('course' as const, 'requests' as const, 'codes' as const, 'choose' as const),
  chapter: maybeText,
  draft: fc.option(
    fc.record({ method: text, path: text, parameters: names, query: headers, headers, body: maybeText }),
  ),
  entry: fc.option(number),
  hints: numbers,
  language,
  code: fc.option(number),
  filter: text,
  way: texts,
  scroll: numbers,
  isSourceOpen: fc.boolean(),
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

  it('lets the real content through', () => {
    assert.ok(isHostMessage({ type: 'content', content: panelContent(codeCards()) }));
  });

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
  return ['parameters', 'hints', 'scroll'].includes(spot.at(-1) ?? '');
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
