/** The handlers that people write again and again, by what they answer. */

/** What each does, as a line of a list. */
const titles: Readonly<Record<string, string>> = {
  list200: 'list resources',
  get200: 'read one resource, 404 without it',
  post201: 'create a resource, 201 with its Location',
  put200: 'replace a resource',
  patch200: 'change a resource',
  delete204: 'delete a resource, 204',
  accepted202: 'queue work, 202 with a status URL',
  conflict409: 'refuse what exists already, 409',
  invalid400: 'refuse what is not valid, 400',
  invalid422: 'refuse what is not valid, 422',
  auth401: 'ask for a token, 401 with WWW-Authenticate',
  etag304: 'answer 304 to who has it already',
  range206: 'send a part of the content, 206',
  error: 'own error and its handler',
  job202: 'background job, 202 and 303 to its result',
};

/** What a handler does, and its test: `test-get200` is the test of `get200`; undefined for what is neither. */
export function operationTitle(operation: string): string | undefined {
  return titles[operation.replace(/^test-/, '')];
}
