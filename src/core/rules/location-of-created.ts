/** A 201 that does not say where the new resource is, though the same file has the route that reads it. */

import { t } from '../../text';
import { readerOf } from '../answers';
import type { Finding, Route } from '../model';
import type { Rule } from '../rule';
import { mentions, setsHeaders } from './headers';
import { nameOf } from './routes';

export const locationOfCreated: Rule = {
  id: 'location-of-created',
  summary: 'A POST that answers 201 says in Location where the new resource is.',
  why: 'RFC 9110 §9.3.3: when a POST has created resources, the server SHOULD answer 201 with a Location that names the first of them. Without it, a 201 is about the address that was posted to (§15.3.2).',
  severity: 'hint',
  theme: 'headers',
  offByDefault: true,
  example: {
    languageId: 'python',
    before:
      '@app.post("/items", status_code=201)\ndef create_item(item: Item):\n    items[item.id] = item\n    return item\n\n\n@app.get("/items/{item_id}")\ndef read_item(item_id: int):\n    return items[item_id]\n',
    after:
      '@app.post("/items", status_code=201)\ndef create_item(request: Request, response: Response, item: Item):\n    items[item.id] = item\n    response.headers["Location"] = str(request.url_for("read_item", item_id=item.id))\n    return item\n\n\n@app.get("/items/{item_id}")\ndef read_item(item_id: int):\n    return items[item_id]\n',
  },
  check({ scan, text, answerLocated }) {
    if (mentions('Location', text)) return [];
    return scan.routes.flatMap((route): Finding[] => {
      const reader = creates(route) && !setsHeaders(route, text) ? readerOf(route, scan) : undefined;
      if (!reader) return [];
      const message = t`Clients learn that something was created, but not where. A 201 SHOULD have Location, here the address of ${nameOf(reader)} (RFC 9110 §9.3.3).`;
      const fix = answerLocated(route, 201);
      const fixes = fix ? [{ ...fix, preferred: true }] : [];
      return [{ rule: this.id, span: route.head, message, severity: this.severity, suggest: null, fixes }];
    });
  },
};

function creates(route: Route): boolean {
  return (
    route.method === 'POST' && !route.decidedElsewhere && route.effective.length === 1 && route.effective[0] === 201
  );
}
