/** A 401 that does not say how to authenticate; most JSON APIs do without, so this rule waits to be asked for. */

import { t } from '../../text';
import type { Rule } from '../rule';
import { usesWithout } from './headers';

export const missingChallenge: Rule = {
  id: 'missing-challenge',
  summary: 'A 401 says in WWW-Authenticate how to authenticate.',
  why: 'RFC 9110 §15.5.2: a server that sends 401 MUST send WWW-Authenticate with at least one challenge. Most JSON APIs do without it, and their clients know what to do.',
  severity: 'information',
  theme: 'headers',
  offByDefault: true,
  example: {
    languageId: 'python',
    before: '@app.get("/me")\ndef read_me():\n    raise HTTPException(status_code=401, detail="log in first")\n',
    after: null,
  },
  check(context) {
    return usesWithout('WWW-Authenticate', [401], context).map(({ span }) => ({
      rule: this.id,
      span,
      message: t('A 401 MUST have WWW-Authenticate, which says how to authenticate (RFC 9110 §15.5.2).'),
      severity: this.severity,
      suggest: null,
      fixes: [],
    }));
  },
};
