/** Runs the rules over a scan, and leaves out what comments silence. */

import type { Finding, Framework, Rule, RuleContext, Scan, Severity } from '../model';
import { spell } from '../style';
import { answerFix, changeFix, documentFix, frameworkOf } from './answers';
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
): Finding[] {
  const context: RuleContext = {
    scan,
    text,
    framework: (id) => frameworkOf(id, frameworks),
    spell: (code, framework) => spell(code, scan, framework),
    answerWith: (route, code) => answerFix(route, code, scan, text, frameworks),
    documentStatus: (route, code) => documentFix(route, code, scan, text, frameworks),
    changeAnswer: (route, answer, code) => changeFix(route, answer, code, scan, text, frameworks),
  };
  const found = rules.flatMap((rule) => {
    const severity = severityOf(rule);
    if (severity === 'off') return [];
    try {
      const found = rule.check(context);
      return severity === null ? found : found.map((finding) => ({ ...finding, severity }));
    } catch (error) {
      failed(rule, error);
      return [];
    }
  });
  return withoutSilenced(found, scan, text).sort((a, b) => a.span.start - b.span.start);
}
