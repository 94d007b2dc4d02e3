/** Asks a worker thread that answers every message with one of its own, in the order in which they came. */

import type { Worker } from 'node:worker_threads';

/** What is asked is rejected when the worker fails or ends before its answer. */
export function askOf<Question, Answer>(worker: Worker): (question: Question) => Promise<Answer> {
  const asked: { resolve(answer: Answer): void; reject(error: unknown): void }[] = [];
  const fail = (error: unknown) => {
    for (const { reject } of asked.splice(0)) reject(error);
  };
  worker.on('message', (answer: Answer) => asked.shift()?.resolve(answer));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The worker thread has ended.')));
  return (question) =>
    new Promise((resolve, reject) => {
      asked.push({ resolve, reject });
      worker.postMessage(question);
    });
}
