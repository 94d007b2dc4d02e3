/** The endpoints on processes: accepted now, done later. */

import { type Endpoint, python, typescript } from '../endpoint';

const started = 'POST /process';
const asked = 'GET /process/1';

export const processEndpoints: readonly Endpoint[] = [
  {
    id: 'start-process',
    method: 'POST',
    path: '/process',
    title: 'Start a process',
    teaches: {
      beginner:
        '202 Accepted says: I have understood, and I will do it, but it is not done yet. The answer says where to ask.',
      advanced:
        '202 promises nothing about the outcome. It should point to something that can be asked later; here Location and the body name it.',
    },
    examples: [{ label: 'Start it', status: 202 }],
    python: python('Process', 'start_process'),
    typescript: typescript('POST /process'),
  },
  {
    id: 'read-process',
    method: 'GET',
    path: '/process/{process_id}',
    title: 'Ask how far it is',
    teaches: {
      beginner:
        'While it goes on, asking answers 200 OK. When it is done, 303 See Other sends you to the result. This one is done after two questions.',
      advanced:
        'A 200 is right while the process runs: the question was answered. 303 makes any client go on with GET, whatever it had sent, which is why it fits here better than 302.',
    },
    examples: [
      { label: 'Still going on', path: { process_id: '1' }, after: [started], status: 200 },
      { label: 'Done', path: { process_id: '1' }, after: [started, asked, asked], status: 303 },
      { label: 'Never started', path: { process_id: '99' }, status: 404 },
    ],
    python: python('CALLS_UNTIL_DONE', 'read_process'),
    typescript: typescript('callsUntilDone', 'GET /process/{process_id}'),
  },
  {
    id: 'read-result',
    method: 'GET',
    path: '/process/{process_id}/result',
    title: 'Fetch the result',
    teaches: {
      beginner: 'The result is a resource of its own: 200 OK when it is there, 404 Not Found as long as it is not.',
      advanced:
        'Giving the result its own address keeps the codes honest: the process says 200 about itself even when what it worked on failed.',
    },
    examples: [
      { label: 'Done', path: { process_id: '1' }, after: [started, asked, asked, asked], status: 200 },
      { label: 'Too early', path: { process_id: '1' }, after: [started], status: 404 },
    ],
    python: python('Result', 'read_result'),
    typescript: typescript('GET /process/{process_id}/result'),
  },
];
