/** A 429 or 503 that does not say when to come back; it may, so this rule waits to be asked for. */

import { t } from '../../text';
import type { Rule } from '../rule';
import { usualPhrase } from '../statusCodes';
import { usesWithout } from './headers';

export const missingRetryAfter: Rule = {
  id: 'missing-retry-after',
  summary: 'A 429 or 503 says in Retry-After when to come back.',
  why: 'RFC 6585 §4 and RFC 9110 §15.6.4: a server MAY send Retry-After with 429 and 503. Without it, clients guess, and those that guess short make the overload worse.',
  severity: 'hint',
  theme: 'headers',
  offByDefault: true,
  example: {
    languageId: 'python',
    before: '@app.get("/report")\ndef report():\n    raise HTTPException(status_code=503, detail="try later")\n',
    after: null,
  },
  check(context) {
    return usesWithout('Retry-After', [429, 503], context).map(({ span, code }) => ({
      rule: this.id,
      span,
      message: t`A ${`${code} ${usualPhrase(code)}`} may say in Retry-After when to come back (RFC 9110 §10.2.3, MAY); clients without it guess.`,
      severity: this.severity,
      suggest: null,
      fixes: [],
    }));
  },
};
