/** Runs the demo app without a socket, for places that have none to offer. */

import { createDemoApp } from './app';
import type { DemoConnection, DemoRequest } from './exchange';
import { requestLike } from './starlette';
import { DemoStore } from './store';

export function connectInProcess(store = new DemoStore()): DemoConnection {
  const app = createDemoApp(store);

  async function answer({ method, target, headers, body }: DemoRequest): Promise<Response> {
    return app.fetch(requestLike(method), {
      target,
      headers: (wanted) => headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value),
      body: async () => new TextEncoder().encode(body ?? ''),
    });
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
