/** Runs the demo app without a socket, for places that have none to offer. */

import { createDemoApp } from './app';
import type { DemoConnection, DemoRequest } from './exchange';
import { DemoStore } from './store';

export function connectInProcess(store = new DemoStore()): DemoConnection {
  const app = createDemoApp(store);

  async function answer(request: DemoRequest): Promise<Response> {
    const headers = request.headers.map(([name, value]): [string, string] => [name, value]);
    const init = { method: request.method, headers, ...(request.body !== null && { body: request.body }) };
    return app.fetch(new Request('http://localhost/', init), { target: request.target });
  }

  return {
    url: null,
    async send(request) {
      const start = performance.now();
      const response = await answer(request);
      const body = await response.text();
      return {
        request,
        response: {
          httpVersion: null,
          status: response.status,
          reason: '',
          headers: [...response.headers],
          body,
          bodyBytes: new TextEncoder().encode(body).length,
        },
        milliseconds: performance.now() - start,
      };
    },
    reset: () => store.reset(),
    close: async () => {},
  };
}
