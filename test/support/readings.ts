/** Reads a text in every way that an editor may, and checks what must hold of any text at all. */

import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits';
import type { Fix, Source, Span } from '../../src/core/model';
import { hastyEngine as engine, logged, source } from './engine';
import { fuzzRuns, longestReading } from './properties';
import { quickest } from './time';

/** What was done in all, for the summary of `npm run fuzz`; times in milliseconds. */
export const tally = { texts: 0, fixes: 0, edits: 0, guesses: 0, slowest: { time: 0, name: '' }, repeated: 0 };

/** Of a damaged text's fixes, most of which are those of the text before; which ones changes from text to text. */
const fixesOfDamaged = fuzzRuns > 0 ? 20 : 3;

/**
 * Nothing throws, every span lies inside the text, and the fixes of findings and the answers that a light bulb offers
 * can be applied and read again: all of them, or as many as are asked for. `offsets` are where somebody points; `name`
 * is for messages.
 */
export async function readInEveryWay(
  languageId: string,
  text: string,
  offsets: readonly number[],
  name: string,
  mostFixes = fixesOfDamaged,
): Promise<void> {
  const document = source(languageId, text);
  await readInTime(document, name);
  const fixes = await lookAround(document, offsets);
  const first = fixes.length > mostFixes ? tally.texts % fixes.length : 0;
  const tried = [...fixes.slice(first), ...fixes.slice(0, first)].slice(0, mostFixes);
  for (const [index, fix] of tried.entries()) {
    const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    for (const [at, { span }] of edits.entries()) {
      assert.ok(span.start >= (edits[at - 1]?.span.end ?? 0), `${fix.title}: its edits overlap`);
    }
    const fixed = { ...document, version: index + 2, text: applyEdits(text, fix.edits) };
    const scan = await engine.scan(fixed);
    const found = await engine.findings(fixed);
    for (const span of [...scan.uses, ...scan.routes, ...found].map((each) => each.span)) inside(span, fixed.text);
    tally.fixes++;
  }
  engine.forget(document.uri);
  const complaint = logged.find((line) => line.includes(`failed on ${document.uri}`));
  assert.equal(complaint, undefined);
}

/** Scan and findings, timed. */
async function readInTime(document: Source, name: string): Promise<void> {
  let attempts = 0;
  const time = await quickest(Math.min(longestReading, 200), async () => {
    if (attempts++ > 0) {
      tally.repeated++;
      engine.forget(document.uri);
    }
    await engine.scan(document);
    await engine.findings(document);
  });
  tally.texts++;
  if (time > tally.slowest.time) {
    tally.slowest = { time, name: `${name}, ${document.text.length} units` };
  }
  assert.ok(time < longestReading, `${Math.round(time)} ms for ${document.text.length} units`);
}

/** Spans and hovers; returns every fix there is. */
async function lookAround(document: Source, offsets: readonly number[]): Promise<readonly Fix[]> {
  const { text } = document;
  const scan = await engine.scan(document);
  const findings = await engine.findings(document);
  for (const use of scan.uses) {
    inside(use.span, text);
    assert.equal(text.slice(use.span.start, use.span.end), use.text);
  }
  for (const route of scan.routes) for (const span of [route.span, route.head]) inside(span, text);
  for (const finding of findings) inside(finding.span, text);
  const pointed = [
    ...offsets,
    ...scan.uses.map((use) => use.span.start),
    ...scan.routes.map((route) => route.head.end),
  ];
  const answers: Fix[] = [];
  for (const offset of pointed) {
    for (const level of ['beginner', 'advanced'] as const) {
      const hover = await engine.hover(document, offset, level);
      if (!hover) continue;
      inside(hover.span, text);
      assert.ok(hover.span.start <= offset && offset <= hover.span.end);
      assert.notEqual(hover.markdown.trim(), '');
    }
    answers.push(...(await engine.answers(document, { start: offset, end: Math.min(text.length, offset + 3) })));
  }
  const fixes = [...findings.flatMap((finding) => finding.fixes), ...answers];
  for (const fix of fixes) for (const edit of fix.edits) inside(edit.span, text);
  return [...new Map(fixes.map((fix) => [JSON.stringify(fix), fix])).values()];
}

function inside({ start, end }: Span, text: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
}
