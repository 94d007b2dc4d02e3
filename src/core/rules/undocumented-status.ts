/** An error that a route raises and leaves out of the responses that it documents. */

import { t } from '../../text';
import type { Finding, StatusUse } from '../model';
import type { Rule, RuleContext } from '../rule';
import { usualPhrase } from '../statusCodes';

export const undocumentedStatus: Rule = {
  id: 'undocumented-status',
  summary: 'A route that documents its errors documents all that it raises.',
  why: 'Clients are generated from the OpenAPI document; an error that is missing there is one they do not expect.',
  severity: 'information',
  theme: 'errors',
  example: {
    languageId: 'python',
    before:
      '@app.post("/items", responses={404: {"description": "Not Found"}})\ndef create_item(item: Item):\n    if item.id in items:\n        raise HTTPException(409)\n    raise HTTPException(404)\n',
    after:
      '@app.post("/items", responses={404: {"description": "Not Found"}, 409: {"description": "Conflict"}})\ndef create_item(item: Item):\n    if item.id in items:\n        raise HTTPException(409)\n    raise HTTPException(404)\n',
  },
  check(context) {
    return context.scan.routes.flatMap((route, index) => {
      const own = context.scan.uses.filter((use) => use.route === index);
      const documented = own.filter(({ role }) => role === 'documented');
      // Only where somebody has begun to document errors is one that is missing an oversight.
      if (!documented.some(({ code }) => code >= 400)) return [];
      const known = new Set([...documented, ...sharedBy(context)].map(({ code }) => code));
      const missing = own.filter(({ role, code }) => role === 'raised' && code >= 400 && !known.has(code));
      return firstOfEach(missing).map((use): Finding => {
        const fix = context.documentStatus(route, use.code);
        const message = t`This route documents its errors, but not ${`${use.code} ${usualPhrase(use.code) ?? ''}`}, which is raised here.`;
        const fixes = fix ? [{ ...fix, preferred: true }] : [];
        return { rule: this.id, span: use.span, message, severity: this.severity, suggest: use.code, fixes };
      });
    });
  },
};

/** What routers and the application document for every route. */
function sharedBy({ scan }: RuleContext): StatusUse[] {
  return scan.uses.filter(({ role, route }) => role === 'documented' && route === null);
}

function firstOfEach(uses: readonly StatusUse[]): StatusUse[] {
  return uses.filter((use, index) => uses.findIndex(({ code }) => code === use.code) === index);
}
