/** What is asked where the client has to change something, or the server cannot do it. */

import type { WrittenQuestions } from './written';

const tooMany = {
  text: 'Too many requests',
  code: 429,
  reason: 'This client asks too often, and Retry-After can say when to come back.',
  note: 'When everyone together is too much, send 503.',
};
const asker = { text: 'Who is asking', detail: 'Not signed in, not permitted, not paid.', to: 'asker' };
const subject = { text: 'What it is about', detail: 'It is missing, gone for good, or banned by law.', to: 'subject' };
const wrongMethod = {
  text: 'This address does not take this method',
  code: 405,
  reason: 'The address exists, but only for other methods.',
  note: 'Allow must name them.',
};
const wrongFormatWanted = {
  text: 'The client accepts no format that the server has',
  code: 406,
  reason: 'Accept or Accept-Language asks for something the server cannot give.',
  note: 'Sending what there is with 200 is allowed too.',
};
const unreadable = {
  text: 'It cannot be understood',
  code: 400,
  reason: 'Its syntax is broken, or something in it is missing or of the wrong kind.',
  note: 'Also the code for any mistake that no other fits.',
};
const unusable = {
  text: 'It can be read, but the values do not work',
  code: 422,
  reason: 'The syntax is fine and a value breaks a rule, such as an end before its start.',
  note: 'Many APIs send 400 here; stay with one.',
};

export const failed: WrittenQuestions = {
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
    'Why may this client not do it?',
    {
      text: 'The server does not know who it is',
      code: 401,
      reason: 'Credentials are missing, wrong or expired.',
      note: 'WWW-Authenticate must say how to sign in.',
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
      reason: 'The body should say what is to be paid, and how.',
      note: 'The code itself is reserved and has no fixed meaning.',
    },
  ],
  subject: [
    'What has become of the thing?',
    {
      text: 'It is not there',
      code: 404,
      reason: 'There is nothing at this address, and nobody says for how long.',
      note: 'A search without matches is 200 with an empty list.',
    },
    {
      text: 'It was there, and is gone for good',
      code: 410,
      reason: 'It was removed on purpose, and links to it should go.',
      note: 'Where that is not certain, send 404.',
    },
    {
      text: 'The law forbids showing it',
      code: 451,
      reason: 'Somebody has demanded by law that it is not shown.',
      note: 'The body should say who and why.',
    },
  ],
  query: [
    'What is wrong with the way it is asked?',
    unreadable,
    unusable,
    wrongFormatWanted,
    {
      text: 'The part it asks for lies outside',
      code: 416,
      reason: 'Range begins behind the end.',
      note: 'Content-Range should say how long the whole is.',
    },
    wrongMethod,
  ],
  content: [
    'What is wrong with what was sent?',
    unreadable,
    unusable,
    {
      text: 'It is in a format that the server does not take',
      code: 415,
      reason: 'Content-Type names a format that this address does not read.',
      note: 'A known format with broken syntax is 400.',
    },
    {
      text: 'It is too large',
      code: 413,
      reason: 'The body is larger than the server takes.',
      note: 'Say where the limit is.',
    },
  ],
  state: [
    'How does what is there stand in the way?',
    {
      text: 'It clashes with the request',
      code: 409,
      reason: 'A name in use, a duplicate key, a state that does not allow the step.',
      note: 'The client can resolve it and try again.',
    },
    {
      text: 'It has changed since the client looked',
      code: 412,
      reason: 'The client sent If-Match or If-Unmodified-Since, and that does not hold.',
      note: 'So nothing was overwritten.',
    },
    {
      text: 'The client does not say which version it has seen',
      code: 428,
      reason: 'The server demands If-Match, so that nobody overwrites a change they have not seen.',
      note: 'Say so in the body.',
    },
    {
      text: 'Somebody has locked it',
      code: 423,
      reason: 'It holds a lock, as WebDAV and some editors set.',
      note: 'Without real locks, 409 is the plainer choice.',
    },
  ],
  manner: ['What is wrong with the way it is asked?', wrongMethod, wrongFormatWanted],

  server: [
    'What keeps the server from doing it?',
    {
      text: 'Its own code broke',
      code: 500,
      reason: 'Something happened that nobody foresaw.',
      note: 'Frameworks send it for an exception that nobody handles.',
    },
    {
      text: 'It is too busy, or closed for maintenance',
      code: 503,
      reason: 'It will pass, and Retry-After can say when.',
      note: 'When one client alone asks too much, send 429.',
    },
    {
      text: 'A service that it asked gave an answer it cannot use',
      code: 502,
      reason: 'The fault lies with the service behind this one.',
      note: 'It failed, or its answer makes no sense.',
    },
    {
      text: 'A service that it asked did not answer in time',
      code: 504,
      reason: 'The service behind this one may still be at work.',
      note: 'So repeating a POST can do it twice.',
    },
    {
      text: 'It cannot do this for anything',
      code: 501,
      reason: 'Nothing on this server supports the method.',
      note: 'Where only this address lacks it, send 405.',
    },
  ],
};
