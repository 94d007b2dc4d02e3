/** A PUT that creates what it does not find is told that the client has to learn of it. */

import { t } from '../../text';
import type { Finding } from '../model';
import type { Rule } from '../rule';
import { nameOf, successes } from './routes';

export const putCreates201: Rule = {
  id: 'put-creates-201',
  summary: 'A PUT that creates what was missing answers 201 Created then.',
  why: 'RFC 9110 §9.3.4: when a PUT has created the resource, the server MUST answer 201 Created; when it has changed it, 200 or 204.',
  severity: 'information',
  theme: 'method',
  example: {
    languageId: 'python',
    before:
      '@app.put("/items/{item_id}")\ndef put_item(item_id: int, item: Item):\n    return repository.upsert_item(item_id, item)\n',
    after: null,
  },
  check({ scan }) {
    return scan.routes.flatMap((route): Finding[] => {
      const [code, ...others] = route.effective;
      const decided = !route.decidedElsewhere && others.length === 0 && code !== undefined && code >= 200 && code < 300;
      if (!route.mayCreate || !decided || code === 201) return [];
      // A status that is computed may be right for both.
      if (successes(route).some(({ status, kind }) => status === 'dynamic' || (kind === 'response' && code >= 300)))
        return [];
      const message = t`${nameOf(route)} creates what it does not find (${route.mayCreate.what}) and always answers ${code}. When it has created, it MUST answer 201 Created (RFC 9110 §9.3.4).`;
      return [{ rule: this.id, span: route.head, message, severity: this.severity, suggest: 201, fixes: [] }];
    });
  },
};
