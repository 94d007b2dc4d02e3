/** A 201 that does not say where the new resource is, though the same file has the route that reads it. */

import type { Finding, Route, Rule, Scan } from '../model';
import { mentions, setsHeaders } from './headers';

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
      '@app.post("/items", status_code=201)\ndef create_item(item: Item):\n    return items.add(item)\n\n\n@app.get("/items/{item_id}")\ndef read_item(item_id: int):\n    return items[item_id]\n',
    after: null,
  },
  check({ scan, text }) {
    if (mentions('Location', text)) return [];
    return scan.routes.flatMap((route): Finding[] => {
      const reader = creates(route) && !setsHeaders(route, text) ? readerOf(route, scan) : undefined;
      if (!reader) return [];
      const message = `Clients learn that something was created, but not where. A 201 SHOULD have Location, here the address of GET ${reader.path} (RFC 9110 §9.3.3).`;
      return [{ rule: this.id, span: route.head, message, severity: this.severity, suggest: null, fixes: [] }];
    });
  },
};

function creates(route: Route): boolean {
  return (
    route.method === 'POST' && !route.decidedElsewhere && route.effective.length === 1 && route.effective[0] === 201
  );
}

/** The route that reads one resource of the collection: its path is the collection's with one parameter behind it. */
function readerOf({ path, framework }: Route, scan: Scan): Route | undefined {
  const collection = path?.replace(/\/$/, '');
  if (!collection) return undefined;
  return scan.routes.find((other) => {
    const rest = other.path?.startsWith(`${collection}/`) ? other.path.slice(collection.length + 1) : '';
    return other.method === 'GET' && other.framework === framework && /^(?:\{[^{}/]+\}|:\w+|<[^<>/]+>)\/?$/.test(rest);
  });
}
