/** A code that is sent or raised by hand without the header that tells what it means. */

import { t } from '../../text';
import type { Finding, StatusUse } from '../model';
import type { Rule, RuleContext } from '../rule';
import { usesWithout } from './headers';

interface Duty {
  readonly codes: readonly number[];
  readonly header: string;
  readonly strength: 'MUST' | 'SHOULD';
  message(code: number): string;
}

const duties: readonly Duty[] = [
  {
    codes: [405],
    header: 'Allow',
    strength: 'MUST',
    message: () => t('A 405 MUST have Allow, which says the methods that the path takes (RFC 9110 §15.5.6).'),
  },
  {
    codes: [426],
    header: 'Upgrade',
    strength: 'MUST',
    message: () => t('A 426 MUST have Upgrade, which says the protocol to change to (RFC 9110 §15.5.22).'),
  },
  {
    codes: [206],
    header: 'Content-Range',
    strength: 'MUST',
    message: () =>
      t('A 206 MUST have Content-Range, which says which part of the whole it sends (RFC 9110 §15.3.7.1).'),
  },
  {
    codes: [416],
    header: 'Content-Range',
    strength: 'SHOULD',
    message: () => t('A 416 SHOULD have Content-Range, which says how long the whole is (RFC 9110 §15.5.17).'),
  },
  {
    codes: [301, 302, 303, 307, 308],
    header: 'Location',
    strength: 'SHOULD',
    message: (code) => t`A ${code} SHOULD have Location, which says where to go (RFC 9110 §15.4).`,
  },
];

export const missingHeader: Rule = {
  id: 'missing-header',
  summary: 'A 405, 426, 206, 416 or redirect carries the header that it is about.',
  why: 'RFC 9110: a 405 MUST have Allow (§15.5.6), a 426 MUST have Upgrade (§15.5.22), a 206 with one part MUST have Content-Range (§15.3.7.1); a 416 SHOULD have Content-Range (§15.5.17) and a redirect SHOULD have Location (§15.4).',
  severity: 'warning',
  theme: 'headers',
  example: {
    languageId: 'python',
    before:
      '@app.post("/files/{name}")\ndef write_file(name: str):\n    raise HTTPException(status_code=405, detail="read only")\n',
    after: null,
  },
  check(context) {
    const unsent = new Set(context.scan.invalid.map(({ span }) => span.start));
    return duties.flatMap((duty) =>
      usesWithout(duty.header, duty.codes, context)
        .filter(({ span }) => !unsent.has(span.start))
        .filter((use) => !redirects(use, context) && !hasSeveralParts(use, context))
        .map((use) => tell(this, use, duty)),
    );
  },
};

function tell(rule: Rule, { code, span }: StatusUse, { strength, message }: Duty): Finding {
  const severity = strength === 'MUST' ? rule.severity : 'information';
  return { rule: rule.id, span, message: message(code), severity, suggest: null, fixes: [] };
}

/** Calls that redirect take the address and write Location. */
function redirects({ code, call, route }: StatusUse & { route: number }, { scan, text }: RuleContext): boolean {
  if (code < 300 || code > 399) return false;
  const { start, end } = scan.routes[route]?.span ?? { start: 0, end: 0 };
  return /redirect/i.test(call?.name ?? '') || /redirect\w*\s*\(/i.test(text.slice(start, end));
}

/** Several parts tell their ranges in the body. */
function hasSeveralParts({ code }: StatusUse, { text }: RuleContext): boolean {
  return code === 206 && /byteranges/i.test(text);
}
