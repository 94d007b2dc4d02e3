/** Applies the preferred fixes of a text, and keeps only what the engine, asked again, finds to be right. */

import { applyEdits, composeEdits } from '../edits';
import type { Edit, Finding, Fix, Scan } from '../model';
import { positionsOf } from '../positions';
import { unusedSince } from './lastUses';

/** What the engine sees in a text. */
export interface Looked {
  readonly scan: Scan;
  readonly findings: readonly Finding[];
}

interface Fixable {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** A fix that was applied; the line is the one its finding stood on then. */
export interface Change {
  readonly line: number;
  readonly title: string;
}

/** A fix may bring a finding of another rule to light; more rounds than this would be two rules in dispute. */
const mostRounds = 5;

export interface FixedText {
  readonly text: string;
  readonly changes: readonly Change[];
  /** From the text as it was to the text as it is, as one set; empty where nothing was changed. */
  readonly edits: readonly Edit[];
}

/**
 * Fixes what can be fixed without asking, in a few rounds: of fixes that meet, the first is taken, and the others as they
 * stand in the next round. `look` is asked about every draft; `isWanted` says which findings are to be fixed. Imports that
 * all fixes together leave unused are taken out at the end where `modules` are given; for those see `removeNames`.
 */
export async function fixText(
  text: string,
  look: (text: string) => Promise<Looked>,
  isWanted: (finding: Finding) => boolean = () => true,
  modules: readonly string[] | null = null,
): Promise<FixedText> {
  const changes: Change[] = [];
  const rounds: Edit[][] = [];
  const refused = new Set<string>();
  let current = text;
  let looked = await look(current);
  for (let round = 0; round < mostRounds; round++) {
    const wanted = apart(
      fixables(looked.findings).filter(({ finding }) => isWanted(finding) && !refused.has(kind(finding))),
    );
    if (wanted.length === 0) break;
    const before = { text: current, looked };
    let good = wanted;
    let next = await attempt(before, good, look);
    if (!next) {
      good = [];
      for (const each of wanted) {
        if (await attempt(before, [each], look)) good.push(each);
        else refused.add(kind(each.finding));
      }
      // Each alone does good and all together do not: one now, and the rest as they stand afterwards.
      next = await attempt(before, good, look);
      if (!next) {
        good = good.slice(0, 1);
        next = await attempt(before, good, look);
      }
    }
    // All were refused: what met one of them gets its turn.
    if (!next || good.length === 0) continue;
    const position = positionsOf(current);
    changes.push(...good.map(({ finding, fix }) => ({ line: position(finding.span.start).line, title: fix.title })));
    rounds.push(good.flatMap(({ fix }) => fix.edits));
    current = next.text;
    looked = next.looked;
  }
  const unused = modules && changes.length > 0 ? unusedSince(text, looked.scan, current, modules) : [];
  const tidy = applyEdits(current, unused);
  if (unused.length > 0 && losesNothing(looked, await look(tidy))) {
    rounds.push(unused);
    current = tidy;
  }
  return { text: current, changes, edits: composeEdits(text, rounds) };
}

/** Findings that have a fix to take without asking. */
export function fixables(findings: readonly Finding[]): Fixable[] {
  return findings.flatMap((finding) => {
    const fix = finding.fixes.find(({ preferred }) => preferred);
    return fix && fix.edits.length > 0 ? [{ finding, fix }] : [];
  });
}

/** Fixes that do not meet: two that write at one place, an import perhaps, were not made for each other. */
function apart(candidates: readonly Fixable[]): Fixable[] {
  const taken: Edit[] = [];
  return candidates.filter(({ fix }) => {
    const meets = fix.edits.some((edit) =>
      taken.some(({ span }) => edit.span.start <= span.end && span.start <= edit.span.end),
    );
    if (!meets) taken.push(...fix.edits);
    return !meets;
  });
}

/** The text with fixes applied; null when a finding outlives its fix or a route is no longer recognised. */
async function attempt(
  before: { readonly text: string; readonly looked: Looked },
  fixes: readonly Fixable[],
  look: (text: string) => Promise<Looked>,
): Promise<{ readonly text: string; readonly looked: Looked } | null> {
  const text = applyEdits(
    before.text,
    fixes.flatMap(({ fix }) => fix.edits),
  );
  const looked = await look(text);
  if (looked.scan.routes.length !== before.looked.scan.routes.length) return null;
  const kinds = new Set(fixes.map(({ finding }) => kind(finding)));
  const outlived = [...kinds].some((each) => {
    const count = ({ findings }: Looked) => findings.filter((finding) => kind(finding) === each).length;
    const fixed = fixes.filter(({ finding }) => kind(finding) === each).length;
    return count(looked) > count(before.looked) - fixed;
  });
  return outlived ? null : { text, looked };
}

function losesNothing(before: Looked, after: Looked): boolean {
  return after.scan.routes.length === before.scan.routes.length && after.findings.length <= before.findings.length;
}

/** Findings of a kind are told apart by nothing that stays the same when lines move. */
function kind({ rule, message }: Finding): string {
  return `${rule} ${message}`;
}
