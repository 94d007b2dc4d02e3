/** A status that is set and never sent leaves the client waiting. */

import { t } from '../../text';
import type { Finding } from '../model';
import type { Rule } from '../rule';

export const unsentStatus: Rule = {
  id: 'unsent-status',
  summary: 'A status that is set is also sent.',
  why: 'Express sends nothing by itself: `res.status()` only notes the code, and a client that gets no answer waits until it gives up (RFC 9110 §15: a server answers a request with a final status).',
  severity: 'error',
  theme: 'framework',
  example: {
    languageId: 'typescript',
    before: "app.delete('/items/:id', (req, res) => {\n  items.delete(req.params.id);\n  res.status(204);\n});\n",
    after: "app.delete('/items/:id', (req, res) => {\n  items.delete(req.params.id);\n  res.status(204).end();\n});\n",
  },
  check({ scan, framework, text }) {
    const seen = new Set<number>();
    return scan.routes.flatMap((route) => {
      const { name, answers } = framework(route.framework);
      return route.anatomy.statusWrites.flatMap((write): Finding[] => {
        // A handler may serve several routes.
        if (!write.unsent || answers.emptySend === null || seen.has(write.span.start)) return [];
        seen.add(write.span.start);
        const [code, ...others] = write.codes;
        const message =
          code !== undefined && others.length === 0
            ? t`The status ${code} is set here and nothing is sent: ${name} leaves the client waiting.`
            : t`The status is set here and nothing is sent: ${name} leaves the client waiting.`;
        const end = write.span.end;
        const calls = text[end - 1] === ')';
        const fix = { title: t('Send it without a body'), preferred: true };
        const fixes = calls ? [{ ...fix, edits: [{ span: { start: end, end }, text: answers.emptySend }] }] : [];
        return [{ rule: this.id, span: write.span, message, severity: this.severity, suggest: null, fixes }];
      });
    });
  },
};
