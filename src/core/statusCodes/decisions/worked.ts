/** What is asked where a request worked, or goes on at another address. */

import type { WrittenQuestions } from './written';

const did = 'What did the request do?';
const later = {
  text: 'It started work that goes on',
  code: 202,
  reason: 'The request is taken on, but the work is not done.',
  note: 'The body should say where the client can ask how far it is.',
};

export const worked: WrittenQuestions = {
  'get-worked': [
    'What does the client get?',
    {
      text: 'What it asked for',
      code: 200,
      reason: 'The request worked, and the result is in the body.',
      note: 'A list without entries is a result too.',
    },
    {
      text: 'The part of it that it asked for',
      code: 206,
      reason: 'The client sent Range, and only that part follows.',
      note: 'Content-Range must say which part it is.',
    },
    {
      text: 'Nothing, because its own copy is still good',
      code: 304,
      reason: 'The client sent If-None-Match or If-Modified-Since, and nothing has changed since.',
      note: 'No body may follow.',
    },
    {
      text: 'Nothing, because there is nothing to show',
      code: 204,
      reason: 'It worked, and there is no content on purpose.',
      note: 'For an empty list, send 200 with the list.',
    },
  ],
  'post-worked': [
    did,
    {
      text: 'It made something new',
      code: 201,
      reason: 'Something new exists, and Location should say where.',
      note: 'The body usually shows it too.',
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
      reason: 'The browser fetches the page in Location with GET.',
      note: 'Reloading that page does not send the form again.',
    },
  ],
  'put-worked': [
    did,
    {
      text: 'It made what was not there before',
      code: 201,
      reason: 'A PUT that creates must answer 201.',
      note: 'So the client learns that nothing was overwritten.',
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
      reason: 'The request is taken on, but the thing is still there.',
      note: 'The body should say where the client can ask how far it is.',
    },
    { text: 'It was gone before', to: 'gone-before' },
  ],
  'other-worked': [
    did,
    { text: 'It did something, and made nothing new', to: 'body' },
    { text: 'It made something new', code: 201, reason: 'Something new exists, and Location should say where.' },
    later,
    {
      text: 'It asked what is allowed here',
      code: 204,
      reason: 'The answer to OPTIONS stands in the headers.',
      note: 'They are Allow, for example, or those of CORS, so no body is needed.',
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
      reason: 'The request worked, and there is nothing to add.',
      note: 'No body may follow, not even an empty object.',
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
      reason: 'It tells a client that it has the wrong address.',
      note: 'The state is the same either way.',
    },
  ],

  'get-elsewhere': [
    'What holds for the other address?',
    {
      text: 'It is the right one from now on',
      code: 301,
      reason: 'Links and search engines take over the address in Location.',
      note: 'Caches remember it for long, so be sure.',
    },
    {
      text: 'It is the right one from now on, for POST and the like too',
      code: 308,
      reason: 'Like 301, but the method always stays.',
      note: 'A POST to the old address arrives at the new one as a POST.',
    },
    {
      text: 'It is the right one only this time',
      code: 302,
      reason: 'The old address stays the one to use.',
      note: 'A client may turn a POST into a GET when it follows.',
    },
    {
      text: 'It is the right one only this time, for POST and the like too',
      code: 307,
      reason: 'Like 302, but the method always stays.',
      note: 'A POST arrives at the other address as a POST.',
    },
    {
      text: 'It has something else that answers the question',
      code: 303,
      reason: 'The client fetches it with GET.',
      note: 'For example the result of a job whose state was asked for.',
    },
  ],
  elsewhere: [
    'What should the client do there?',
    {
      text: 'Fetch the result with GET',
      code: 303,
      reason: 'The work is done here, and Location says where its result is.',
      note: 'Reloading that page repeats nothing.',
    },
    {
      text: 'Send the same request again, only this time',
      code: 307,
      reason: 'The method and the body stay, so a POST arrives as a POST.',
      note: 'The old address stays the one to use.',
    },
    {
      text: 'Send the same request again, from now on',
      code: 308,
      reason: 'The method and the body stay, so a POST arrives as a POST.',
      note: 'The address in Location replaces the old one for good.',
    },
  ],
};
