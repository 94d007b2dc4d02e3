/** The way to a status code by questions: a graph of plain data, from the method and what happened to the code and why. */

import type { Method } from '../model';
import { failed } from './decisions/failed';
import { worked } from './decisions/worked';
import type { WrittenQuestions } from './decisions/written';

export type DecisionNode = Question | Outcome;

export interface Question {
  readonly kind: 'question';
  readonly id: string;
  readonly ask: string;
  readonly answers: readonly Choice[];
}

/** One answer to a question, and the identifier of the node it leads to. */
export interface Choice {
  readonly text: string;
  /** What it stands for, where the text alone leaves that open. */
  readonly detail: string | null;
  readonly to: string;
  /** Methods of a route that give this answer without being asked. */
  readonly methods: readonly Method[];
}

export interface Outcome {
  readonly kind: 'code';
  readonly id: string;
  readonly code: number;
  /** Why this code, in a sentence that fits a line. */
  readonly reason: string;
  /** What goes with it, or when another code is better. */
  readonly note: string | null;
}

const success = { text: 'It worked', detail: 'A success, with or without a body.' };
const client = {
  text: 'The client has to change something',
  detail: 'Sign in, send other values, ask for another thing, wait.',
};
const server = {
  text: 'The server cannot do it',
  detail: 'A bug, too much to do, another service that fails.',
  to: 'server',
};
const elsewhere = { text: 'It goes on at another address', detail: 'A redirect.' };
const how = 'How did it go?';

const written: WrittenQuestions = {
  method: [
    'Which method does the route answer?',
    { text: 'GET', detail: 'Reads something. HEAD is the same without the body.', to: 'get', methods: ['GET', 'HEAD'] },
    { text: 'POST', detail: 'Makes something new, or sets something in motion.', to: 'post', methods: ['POST'] },
    { text: 'PUT', detail: 'Puts a whole thing where the address says.', to: 'put', methods: ['PUT'] },
    { text: 'PATCH', detail: 'Changes a part of a thing.', to: 'patch', methods: ['PATCH'] },
    { text: 'DELETE', detail: 'Removes a thing.', to: 'delete', methods: ['DELETE'] },
    {
      text: 'Another one, or several',
      detail: 'OPTIONS, for example, or one handler for all methods.',
      to: 'other',
      methods: ['OPTIONS', 'TRACE', 'QUERY'],
    },
  ],

  get: [
    how,
    { ...success, to: 'get-worked' },
    { ...elsewhere, to: 'get-elsewhere' },
    { ...client, to: 'get-wrong' },
    server,
  ],
  post: [how, { ...success, to: 'post-worked' }, { ...elsewhere, to: 'elsewhere' }, { ...client, to: 'wrong' }, server],
  put: [how, { ...success, to: 'put-worked' }, { ...elsewhere, to: 'elsewhere' }, { ...client, to: 'wrong' }, server],
  patch: [
    how,
    { ...success, to: 'patch-worked' },
    { ...elsewhere, to: 'elsewhere' },
    { ...client, to: 'wrong' },
    server,
  ],
  delete: [
    how,
    { ...success, to: 'delete-worked' },
    { ...elsewhere, to: 'elsewhere' },
    { ...client, to: 'wrong' },
    server,
  ],
  other: [
    how,
    { ...success, to: 'other-worked' },
    { ...elsewhere, to: 'elsewhere' },
    { ...client, to: 'wrong' },
    server,
  ],

  ...worked,
  ...failed,
};

/** Where the way begins. */
export const firstQuestion = 'method';

/** Every question and every code it can lead to. An outcome belongs to the question that its identifier begins with. */
export const decisions: readonly DecisionNode[] = Object.entries(written).flatMap(([id, [ask, ...answers]]) => [
  {
    kind: 'question' as const,
    id,
    ask,
    answers: answers.map((answer) =>
      'to' in answer
        ? { text: answer.text, detail: answer.detail ?? null, to: answer.to, methods: answer.methods ?? [] }
        : { text: answer.text, detail: null, to: outcomeId(id, answer.code), methods: [] },
    ),
  },
  ...answers.flatMap((answer) =>
    'code' in answer
      ? [
          {
            kind: 'code' as const,
            id: outcomeId(id, answer.code),
            code: answer.code,
            reason: answer.reason,
            note: answer.note ?? null,
          },
        ]
      : [],
  ),
]);

function outcomeId(question: string, code: number): string {
  return `${question}:${code}`;
}
