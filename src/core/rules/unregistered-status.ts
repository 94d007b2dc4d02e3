/** A code that no registry knows is told apart from its neighbours by nobody but its inventor. */

import { sentences, t } from '../../text';
import type { Finding, StatusUse } from '../model';
import type { Rule } from '../rule';
import { statusClass, statusCode } from '../statusCodes';

export const unregisteredStatus: Rule = {
  id: 'unregistered-status',
  summary: 'An answer carries a registered status code.',
  why: 'RFC 9205 §4.6: applications MUST use only registered status codes. RFC 9110 §15: a client treats a code it does not know as the x00 of its class.',
  severity: 'warning',
  theme: 'names',
  example: {
    languageId: 'python',
    before: '@app.get("/report")\ndef report():\n    raise HTTPException(status_code=420)\n',
    after: null,
  },
  check({ scan }) {
    // A code that is not even sent is told so by another rule.
    const unsent = new Set(scan.invalid.map(({ span }) => span.start));
    return scan.uses.filter(isSent).flatMap((use): Finding[] => {
      if (unsent.has(use.span.start)) return [];
      const known = statusCode(use.code);
      const ofClass = statusClass(use.code);
      if (ofClass === undefined || (known && known.standing !== 'unregistered')) return [];
      const message = sentences(
        known?.owner
          ? t`${use.code} is not a registered status code (${t(known.owner)}: "${known.phrase}").`
          : t`${use.code} is not a registered status code.`,
        t`Clients treat it as ${100 * ofClass} (RFC 9110 §15); applications must use registered codes (RFC 9205 §4.6, MUST).`,
      );
      return [{ rule: this.id, span: use.span, message, severity: this.severity, suggest: null, fixes: [] }];
    });
  },
};

/** Codes that are compared or documented may be somebody else's. */
function isSent({ role, form }: StatusUse): boolean {
  const sent = role === 'success' || role === 'returned' || role === 'raised';
  return sent && (form === 'number' || form === 'constant');
}
