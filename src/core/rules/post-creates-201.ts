/** A POST that creates a resource and answers 200 is told that 201 says more. */

import { t } from '../../text';
import type { Rule } from '../rule';
import { answersPage, headFinding, isHabit, leftAtDefault, nameOf } from './routes';

export const postCreates201: Rule = {
  id: 'post-creates-201',
  summary: 'A POST that creates a resource answers 201 Created.',
  why: 'RFC 9110 §9.3.3: when a POST has created a resource, the server SHOULD answer 201 Created and name it in Location.',
  severity: 'hint',
  theme: 'method',
  example: {
    languageId: 'python',
    before: '@app.post("/items")\ndef create_item(item: Item):\n    return item\n',
    after: '@app.post("/items", status_code=201)\ndef create_item(item: Item):\n    return item\n',
  },
  check({ scan, text, answerWith, answerLocated }) {
    return scan.routes.flatMap((route) => {
      if (route.method !== 'POST' || !route.creates || route.queues || !leftAtDefault(route)) return [];
      if (answersPage(route, text)) return [];
      const { by, what } = route.creates;
      const message =
        by === 'body'
          ? t`${nameOf(route)} creates a resource, as ${what} shows, and answers 200. 201 Created tells the client so (RFC 9110 §9.3.3, SHOULD).`
          : t`${nameOf(route)} creates a resource, as its name, ${what}, says, and answers 200. 201 Created tells the client so (RFC 9110 §9.3.3, SHOULD).`;
      const located = answerLocated(route, 201);
      return headFinding(this, route, message, 201, answerWith(route, 201)).map((finding) =>
        located ? { ...finding, fixes: [...finding.fixes, located] } : finding,
      );
    });
  },
  oddIn({ creating, answering201 }) {
    return isHabit(answering201, creating)
      ? t`${answering201} of ${creating} creating handlers here answer 201.`
      : null;
  },
};
