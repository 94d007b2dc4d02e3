/** The API of the lesson in TypeScript: the twin of lesson/app.py, from web-standard Request to Response. */

import { asBindings, createFastApi, type FastApi, respondJson } from './fastapi';
import { mirrorAnswer } from './mirror';
import description from './openapi.json';
import { addAccess } from './routes/access';
import { addFiles } from './routes/files';
import { addItems } from './routes/items';
import { addProcesses } from './routes/processes';
import { addStatuses } from './routes/statuses';
import { addUsers } from './routes/users';
import { DemoStore } from './store';

const descriptionText = JSON.stringify(description);

/** The demo app over a store; it opens no socket and keeps no other state. */
export function createDemoApp(store = new DemoStore()): FastApi {
  const app = createFastApi();
  addItems(app, store);
  addUsers(app, store);
  addProcesses(app, store);
  addFiles(app);
  addAccess(app);
  addStatuses(app, store);
  // FastAPI's own words about lesson/app.py, recorded with its answers.
  app.get('/openapi.json', () => respondJson(descriptionText));
  // Before anything of the lesson, so that the lesson stays as FastAPI has it.
  const { fetch } = app;
  app.fetch = (request, env, context) =>
    (store.mirror && mirrorAnswer(store.mirror, request.method, asBindings(env) ?? {})) ?? fetch(request, env, context);
  return app;
}
