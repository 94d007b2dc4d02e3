/** A status in an argument where the framework looks for something else, so that clients get another. */

import { t } from '../../text';
import type { Finding } from '../model';
import type { Rule } from '../rule';

export const wrongArgument: Rule = {
  id: 'wrong-argument',
  theme: 'framework',
  summary: 'A status stands in the argument where the framework looks for it.',
  why: 'Frameworks and their versions differ in where they take the status; what stands elsewhere becomes the body, a header or an error, often without a word.',
  severity: 'error',
  example: {
    languageId: 'python',
    before: '@app.get("/items")\ndef read_items():\n    raise HTTPException("No such item", 404)\n',
    after: '@app.get("/items")\ndef read_items():\n    raise HTTPException(404, "No such item")\n',
  },
  check({ scan, holdsHere, repair }) {
    return scan.misplaced.flatMap((use): Finding[] => {
      const { since, effect } = use.place;
      const holds = since ? holdsHere(since) : true;
      if (holds === false) return [];
      const severity = holds ? this.severity : 'warning';
      const fix = repair(use);
      const fixes = fix ? [{ ...fix, preferred: holds === true }] : [];
      return [{ rule: this.id, span: use.span, message: t(effect), severity, suggest: use.code, fixes }];
    });
  },
};
