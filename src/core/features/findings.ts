/** Runs the rules over a scan. */

import type { Finding, Framework, Rule, RuleContext, Scan, Severity } from '../model';
import { answerFix } from './answers';

/** How a rule is to be marked; `off` where it is not. */
export type SeverityOf = (rule: Rule) => Severity | 'off';

/** Findings in source order. A rule that throws is reported to `failed` and costs only its own findings. */
export function findings(
  scan: Scan,
  text: string,
  rules: readonly Rule[],
  frameworks: readonly Framework[],
  severityOf: SeverityOf,
  failed: (rule: Rule, error: unknown) => void,
): Finding[] {
  const context: RuleContext = {
    scan,
    text,
    answerWith: (route, code) => answerFix(route, code, scan, text, frameworks),
  };
  const found = rules.flatMap((rule) => {
    const severity = severityOf(rule);
    if (severity === 'off') return [];
    try {
      return rule.check(context).map((finding) => ({ ...finding, severity }));
    } catch (error) {
      failed(rule, error);
      return [];
    }
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}
