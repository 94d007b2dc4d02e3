/** Runs the rules over a scan, and leaves out what comments silence. */

import { sentences } from '../../text';
import type { Framework } from '../framework';
import type { Finding, Habit, Scan, Severity, Surroundings } from '../model';
import { holdsIn } from '../project/facts';
import type { Rule, RuleContext } from '../rule';
import { spell } from '../style';
import { answerFix, changeFix, documentFix, frameworkOf, locatedFix } from './answers';
import { renamingOf } from './renaming';
import { repairFix } from './repairs';
import { withoutSilenced } from './silencing';

/** How the user wants a rule to be marked; null where that is left to the rule, `off` where it is not to be. */
export type SeverityOf = (rule: Rule) => Severity | 'off' | null;

/** Findings in source order. A rule that throws is reported to `failed` and costs only its own findings. */
export function findings(
  scan: Scan,
  text: string,
  rules: readonly Rule[],
  frameworks: readonly Framework[],
  severityOf: SeverityOf,
  failed: (rule: Rule, error: unknown) => void,
  { project, habit }: Surroundings = { project: null, habit: null },
): Finding[] {
  const context: RuleContext = {
    scan,
    text,
    framework: (id) => frameworkOf(id, frameworks),
    spell: (code, framework) => spell(code, scan, framework),
    answerWith: (route, code) => answerFix(route, code, scan, text, frameworks),
    answerLocated: (route, code) => locatedFix(route, code, scan, text, frameworks),
    documentStatus: (route, code) => documentFix(route, code, scan, text, frameworks),
    holdsHere: (since) => holdsIn(project, since),
    repair: (use) => repairFix(use, text),
    changeAnswer: (route, answer, code) => changeFix(route, answer, code, scan, text, frameworks),
    renaming: (use) => renamingOf(use, scan, text, frameworks, project),
  };
  const found = rules.flatMap((rule) => {
    const severity = severityOf(rule);
    if (severity === 'off' || (severity === null && rule.offByDefault)) return [];
    try {
      const found = rule.check(context).map((finding) => inHabit(finding, rule, habit));
      return severity === null ? found : found.map((finding) => ({ ...finding, severity }));
    } catch (error) {
      failed(rule, error);
      return [];
    }
  });
  return withoutSilenced(found, scan, text).sort((a, b) => a.span.start - b.span.start);
}

/** A finding as it stands in a project with a habit: a warning that says so, where the habit is another. */
export function inHabit<F extends Pick<Finding, 'severity' | 'message'>>(
  finding: F,
  rule: Rule | undefined,
  habit: Habit | null,
): F {
  const sentence = habit ? rule?.oddIn?.(habit) : null;
  return sentence ? { ...finding, severity: 'warning', message: sentences(finding.message, sentence) } : finding;
}
