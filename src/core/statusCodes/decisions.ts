/** The way to a status code by questions: a graph of plain data, from the method and what happened to the code and why. */

import type { Method } from '../model';

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
  /** Why this code, and what goes with it, in one or two sentences. */
  readonly reason: string;
}

/** An answer as it is written below: it leads to another question, or to a code for a reason. */
type Written =
  | { readonly text: string; readonly detail?: string; readonly to: string; readonly methods?: readonly Method[] }
  | { readonly text: string; readonly code: number; readonly reason: string };

const worked = 'It worked';
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
const did = 'What did the request do?';

const tooMany = {
  text: 'Too many requests',
  code: 429,
  reason:
    'This client asks too often. Retry-After can say when to come back. When everyone together is too much, send 503.',
};
const later = {
  text: 'It started work that goes on',
  code: 202,
  reason: 'The request is taken on, but the work is not done. Say where the client can ask how far it is.',
};
const asker = { text: 'Who is asking', detail: 'Not signed in, not permitted, not paid.', to: 'asker' };
const subject = { text: 'What it is about', detail: 'It is missing, gone for good, or banned by law.', to: 'subject' };
const wrongMethod = {
  text: 'This address does not take this method',
  code: 405,
  reason: 'The address exists, but only for other methods. Allow must name them.',
};
const wrongFormatWanted = {
  text: 'The client accepts no format that the server has',
  code: 406,
  reason:
    'Accept or Accept-Language asks for something the server cannot give. Sending what there is with 200 is allowed too.',
};
const unreadable = {
  text: 'It cannot be understood',
  code: 400,
  reason:
    'Its syntax is broken, or something in it is missing or of the wrong kind. Also the code for any mistake that no other fits.',
};
const unusable = {
  text: 'It can be read, but the values do not work',
  code: 422,
  reason:
    'The syntax is fine and a value breaks a rule, such as an end before its start. Many APIs send 400 here; stay with one.',
};

const written: Readonly<Record<string, readonly [ask: string, ...Written[]]>> = {
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
    { text: worked, to: 'get-worked' },
    { ...elsewhere, to: 'get-elsewhere' },
    { ...client, to: 'get-wrong' },
    server,
  ],
  post: [
    how,
    { text: worked, to: 'post-worked' },
    { ...elsewhere, to: 'elsewhere' },
    { ...client, to: 'wrong' },
    server,
  ],
  put: [how, { text: worked, to: 'put-worked' }, { ...elsewhere, to: 'elsewhere' }, { ...client, to: 'wrong' }, server],
  patch: [
    how,
    { text: worked, to: 'patch-worked' },
    { ...elsewhere, to: 'elsewhere' },
    { ...client, to: 'wrong' },
    server,
  ],
  delete: [
    how,
    { text: worked, to: 'delete-worked' },
    { ...elsewhere, to: 'elsewhere' },
    { ...client, to: 'wrong' },
    server,
  ],
  other: [
    how,
    { text: worked, to: 'other-worked' },
    { ...elsewhere, to: 'elsewhere' },
    { ...client, to: 'wrong' },
    server,
  ],

  'get-worked': [
    'What does the client get?',
    {
      text: 'What it asked for',
      code: 200,
      reason: 'The request worked, and the result is in the body. A list without entries is a result too.',
    },
    {
      text: 'The part of it that it asked for',
      code: 206,
      reason: 'The client sent Range, and only that part follows. Content-Range must say which part it is.',
    },
    {
      text: 'Nothing, because its own copy is still good',
      code: 304,
      reason: 'The client sent If-None-Match or If-Modified-Since, and nothing has changed since. No body may follow.',
    },
    {
      text: 'Nothing, because there is nothing to show',
      code: 204,
      reason: 'It worked, and there is no content on purpose. For an empty list, send 200 with the list.',
    },
  ],
  'post-worked': [
    did,
    {
      text: 'It made something new',
      code: 201,
      reason: 'Something new exists. Location should say where, and the body usually shows it.',
    },
    later,
    {
      text: 'It did something, and made nothing new',
      detail: 'A login, a search, a calculation, an action.',
      to: 'body',
    },
    {
      text: 'It took a form, and the browser should show a page next',
      code: 303,
      reason: 'The browser fetches the page in Location with GET, so that reloading it does not send the form again.',
    },
  ],
  'put-worked': [
    did,
    {
      text: 'It made what was not there before',
      code: 201,
      reason: 'A PUT that creates must say so with 201, so that the client knows that nothing was overwritten.',
    },
    { text: 'It replaced what was there', to: 'body' },
    later,
  ],
  'patch-worked': [did, { text: 'It changed what was there', to: 'body' }, later],
  'delete-worked': [
    did,
    { text: 'It removed the thing', to: 'body' },
    {
      text: 'It will be removed later',
      code: 202,
      reason: 'The request is taken on, but the thing is still there. Say where the client can ask how far it is.',
    },
    { text: 'It was gone before', to: 'gone-before' },
  ],
  'other-worked': [
    did,
    { text: 'It did something, and made nothing new', to: 'body' },
    { text: 'It made something new', code: 201, reason: 'Something new exists. Location should say where it is.' },
    later,
    {
      text: 'It asked what is allowed here',
      code: 204,
      reason: 'The answer to OPTIONS stands in the headers, such as Allow or those of CORS, so no body is needed.',
    },
  ],
  body: [
    'Does the client get a body?',
    {
      text: 'Yes, the result or the new state',
      code: 200,
      reason: 'The request worked, and the body shows what came of it.',
    },
    {
      text: 'No',
      code: 204,
      reason: 'The request worked, and there is nothing to add. No body may follow, not even an empty object.',
    },
  ],
  'gone-before': [
    'What should the client learn?',
    {
      text: 'That it is gone, which is what it wanted',
      code: 204,
      reason: 'A second DELETE ends in the same state as the first, so it may be answered alike.',
    },
    {
      text: 'That there was nothing to remove',
      code: 404,
      reason: 'It tells a client that it has the wrong address. The state is the same either way.',
    },
  ],

  'get-elsewhere': [
    'What holds for the other address?',
    {
      text: 'It is the right one from now on',
      code: 301,
      reason: 'Links, search engines and caches take over the new address in Location, and remember it for long.',
    },
    {
      text: 'It is the right one from now on, for POST and the like too',
      code: 308,
      reason: 'Like 301, but the method always stays: a POST to the old address arrives at the new one as a POST.',
    },
    {
      text: 'It is the right one only this time',
      code: 302,
      reason: 'The old address stays the one to use. A client may turn a POST into a GET when it follows.',
    },
    {
      text: 'It is the right one only this time, for POST and the like too',
      code: 307,
      reason: 'Like 302, but the method always stays: a POST arrives at the other address as a POST.',
    },
    {
      text: 'It has something else that answers the question',
      code: 303,
      reason: 'For example the result of a job whose state was asked for. The client fetches it with GET.',
    },
  ],
  elsewhere: [
    'What should the client do there?',
    {
      text: 'Fetch the result with GET',
      code: 303,
      reason: 'The work is done here, and Location says where its result is. Reloading that page repeats nothing.',
    },
    {
      text: 'Send the same request again, only this time',
      code: 307,
      reason: 'The method and the body stay, so a POST arrives as a POST. The old address stays the one to use.',
    },
    {
      text: 'Send the same request again, from now on',
      code: 308,
      reason: 'The method and the body stay, and the new address in Location replaces the old one for good.',
    },
  ],

  'get-wrong': [
    'What is in the way?',
    asker,
    subject,
    { text: 'How it is asked', detail: 'Parameters, values, formats, the method.', to: 'query' },
    tooMany,
  ],
  wrong: [
    'What is in the way?',
    asker,
    subject,
    { text: 'What was sent', detail: 'Its format, its size, its values.', to: 'content' },
    {
      text: 'What is there already',
      detail: 'A duplicate, a change by somebody else, a state that does not allow it.',
      to: 'state',
    },
    { text: 'How it is asked', detail: 'The method, the format of the answer.', to: 'manner' },
    tooMany,
  ],
  asker: [
    'What is it about the one who asks?',
    {
      text: 'The server does not know who it is',
      code: 401,
      reason: 'Credentials are missing, wrong or expired. WWW-Authenticate must say how to sign in.',
    },
    {
      text: 'The server knows, and does not permit it',
      code: 403,
      reason: 'Signing in again would not help: this user, or this address, may not do it.',
    },
    {
      text: 'It may not even learn that the thing exists',
      code: 404,
      reason: 'Where the existence itself is a secret, 404 may take the place of 403.',
    },
    {
      text: 'It has to pay first',
      code: 402,
      reason: 'The code is reserved and has no fixed meaning, so describe in the body what is to be paid and how.',
    },
  ],
  subject: [
    'What is it about the thing?',
    {
      text: 'It is not there',
      code: 404,
      reason:
        'There is nothing at this address, and nobody says for how long. A search without matches is 200 with an empty list.',
    },
    {
      text: 'It was there, and is gone for good',
      code: 410,
      reason: 'It was removed on purpose, and links to it should go. Where that is not certain, send 404.',
    },
    {
      text: 'The law forbids showing it',
      code: 451,
      reason: 'Somebody has demanded by law that it is not shown. The body should say who and why.',
    },
  ],
  query: [
    'What is it about the way it is asked?',
    unreadable,
    unusable,
    wrongFormatWanted,
    {
      text: 'The part it asks for lies outside',
      code: 416,
      reason: 'Range begins behind the end. Content-Range should say how long the whole is.',
    },
    wrongMethod,
  ],
  content: [
    'What is it about what was sent?',
    unreadable,
    unusable,
    {
      text: 'It is in a format that the server does not take',
      code: 415,
      reason: 'Content-Type names a format that this address does not read. A known format with broken syntax is 400.',
    },
    { text: 'It is too large', code: 413, reason: 'The body is larger than the server takes. Say where the limit is.' },
  ],
  state: [
    'What is it about what is there?',
    {
      text: 'It clashes with the request',
      code: 409,
      reason:
        'A name in use, a duplicate key, a state that does not allow the step: the client can resolve it and try again.',
    },
    {
      text: 'It has changed since the client looked',
      code: 412,
      reason: 'The client sent If-Match or If-Unmodified-Since, and the condition fails, so nothing was overwritten.',
    },
    {
      text: 'The client does not say which version it has seen',
      code: 428,
      reason: 'The server demands If-Match, so that nobody overwrites a change they have not seen. Say so in the body.',
    },
    {
      text: 'Somebody has locked it',
      code: 423,
      reason: 'It holds a lock, as WebDAV and some editors set. Without real locks, 409 is the plainer choice.',
    },
  ],
  manner: ['What is it about the way it is asked?', wrongMethod, wrongFormatWanted],

  server: [
    'What is it on the side of the server?',
    {
      text: 'Its own code broke',
      code: 500,
      reason: 'Something happened that nobody foresaw; frameworks send it for an exception that nobody handles.',
    },
    {
      text: 'It is too busy, or closed for maintenance',
      code: 503,
      reason: 'It will pass, and Retry-After can say when. When one client alone asks too much, send 429.',
    },
    {
      text: 'A service that it asked gave an answer it cannot use',
      code: 502,
      reason: 'The fault lies with the service behind this one: it failed, or its answer makes no sense.',
    },
    {
      text: 'A service that it asked did not answer in time',
      code: 504,
      reason: 'The service behind this one may still finish the work, so repeating a POST can do it twice.',
    },
    {
      text: 'It cannot do this for anything',
      code: 501,
      reason: 'Nothing on this server supports the method. Where only this address lacks it, send 405.',
    },
  ],
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
      ? [{ kind: 'code' as const, id: outcomeId(id, answer.code), code: answer.code, reason: answer.reason }]
      : [],
  ),
]);

function outcomeId(question: string, code: number): string {
  return `${question}:${code}`;
}
