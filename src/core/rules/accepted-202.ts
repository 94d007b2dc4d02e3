/** A handler that leaves all of its work to a queue is told that 202 says so. */

import { t } from '../../text';
import type { Rule } from '../rule';
import { headFinding, leftAtDefault, nameOf } from './routes';

export const accepted202: Rule = {
  id: 'accepted-202',
  summary: 'A request that is queued to be worked on later answers 202 Accepted.',
  why: 'RFC 9110 §15.3.3: 202 says that a request has been accepted and is not done yet, and may still fail.',
  severity: 'hint',
  theme: 'method',
  example: {
    languageId: 'python',
    before:
      '@app.post("/reports/{report_id}/render")\ndef render_report(report_id: int):\n    task = render.delay(report_id)\n    return {"task_id": task.id}\n',
    after:
      '@app.post("/reports/{report_id}/render", status_code=202)\ndef render_report(report_id: int):\n    task = render.delay(report_id)\n    return {"task_id": task.id}\n',
  },
  check({ scan, answerWith }) {
    return scan.routes.flatMap((route) => {
      const left = [200, 201].find((code) => leftAtDefault(route, code));
      if (!route.queues || left === undefined) return [];
      const message = t`${nameOf(route)} leaves its work for later (${route.queues.what}) and answers ${left} as if it were done. 202 Accepted tells the client to expect the result later (RFC 9110 §15.3.3).`;
      return headFinding(this, route, message, 202, answerWith(route, 202));
    });
  },
};
