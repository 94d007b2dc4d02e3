/** Holds findings back whose weight depends on how the whole project answers, until every file is read. */

import { inHabit } from '../core/features/findings';
import { addHabits, habitOf, noHabit } from '../core/habit';
import type { Habit } from '../core/model';
import type { Rule } from '../core/rule';
import { rules } from '../core/rules/registry';
import type { Severities } from './options';
import type { FileReport } from './report';

export interface FileResult {
  readonly path: string;
  readonly report: FileReport;
}

export interface Settling {
  /** Takes one more file; returns what can be told already, in the files' order. */
  add(result: FileResult): readonly FileResult[];
  /** The rest, when every file is read. */
  end(): readonly FileResult[];
}

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));

/**
 * Files go straight through until one has a finding that depends on the habit. From then on they wait; `keepsAll` says
 * whether the output shows more of a file than its findings, which is then kept too. What the user has set for a rule
 * wins over the habit.
 */
export function settling(keepsAll: boolean, severities: Severities): Settling {
  let habit: Habit = noHabit;
  const held: FileResult[] = [];
  return {
    add(result) {
      const { report } = result;
      habit = addHabits(habit, habitOf([report]));
      const waits = report.findings.some(({ rule }) => byId.get(rule)?.oddIn !== undefined);
      if (held.length === 0 && !waits) return [result];
      if (keepsAll) held.push(result);
      else if (report.findings.length > 0) held.push({ ...result, report: { ...report, routes: [], uses: [] } });
      return [];
    },
    end() {
      return held.map(({ path, report }) => {
        const findings = report.findings.map((finding) => {
          const settled = inHabit(finding, byId.get(finding.rule), habit);
          return finding.rule in severities ? { ...settled, severity: finding.severity } : settled;
        });
        return { path, report: { ...report, findings } };
      });
    },
  };
}
