/** A number, string or constant that the framework cannot send as a status. */

import { t } from '../../text';
import type { Finding } from '../model';
import type { Rule } from '../rule';

export const invalidStatus: Rule = {
  id: 'invalid-status',
  theme: 'framework',
  summary: 'A status is a number that the framework and its server send.',
  why: 'RFC 9110 §15: a status code is a three-digit integer, 100 to 599. Frameworks refuse others, each in its own way: with a 500, a closed connection or a 200.',
  severity: 'error',
  example: {
    languageId: 'python',
    before: '@app.post("/items", status_code="201")\ndef create_item(item: Item):\n    return item\n',
    after: '@app.post("/items", status_code=201)\ndef create_item(item: Item):\n    return item\n',
  },
  check({ scan, holdsHere }) {
    return scan.invalid.flatMap(({ kind, span, effect, since, meant, instead }): Finding[] => {
      const holds = since ? holdsHere(since) : true;
      // Most projects that require a moved constant have the version that it was moved in still to come.
      if (holds === false || (holds === null && kind === 'moved')) return [];
      const severity = holds ? this.severity : 'warning';
      const fixes = instead ? [{ title: t`Write ${instead}`, preferred: true, edits: [{ span, text: instead }] }] : [];
      return [{ rule: this.id, span, message: effect, severity, suggest: meant, fixes }];
    });
  },
};
