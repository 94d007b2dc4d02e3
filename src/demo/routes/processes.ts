/** The path operations on processes: accepted now, done later. */

import { type FastApi, HTTPException, parse, redirect, respond } from '../fastapi';
import type { DemoStore } from '../store';
import { integer } from '../validation';

const callsUntilDone = 2;

export function addProcesses(app: FastApi, store: DemoStore): void {
  app.post('/process', () => {
    const url = `/process/${store.processes.start()}`;
    return respond({ status: 'processing', status_url: url }, 202, { Location: url });
  });

  app.get('/process/:process_id', (c) => {
    const { path } = parse(c, { path: { process_id: integer() } });
    const { questions } = store.processes;
    const asked = questions.get(path.process_id);
    if (asked === undefined) throw new HTTPException(404, 'Process not found');
    questions.set(path.process_id, asked + 1);
    const url = `/process/${path.process_id}`;
    if (asked + 1 > callsUntilDone) return redirect(`${url}/result`, 303);
    return respond({ status: 'processing', status_url: url });
  });

  app.get('/process/:process_id/result', (c) => {
    const { path } = parse(c, { path: { process_id: integer() } });
    const asked = store.processes.questions.get(path.process_id) ?? 0;
    if (asked <= callsUntilDone) throw new HTTPException(404, 'There is no result yet');
    return respond({ status: 'done', process: path.process_id });
  });
}
