/** Hono as a table. */

import type { Framework, StatusPosition, StatusValidity } from '../../core/framework';
import type { MisplacedStatus } from '../../core/model';
import { httpStatusCodes, httpStatusCodesLegacy } from '../constantFamilies';
import { plainAnswers, plainRouting } from '../defaults';
import ecmascriptCalls from '../queries/ecmascriptCalls.scm';
import { unreadEcmascriptRivals } from '../rivals';
import { lowerVerbs } from '../verbs';
import { webPositions, webRange, webResponses } from '../webResponses';
import query from './query.scm';
import { recipes } from './recipes';

const senders = ['json', 'text', 'html', 'body', 'newResponse'];

const positions: readonly StatusPosition[] = [
  ...senders.map((name): StatusPosition => ({ name, of: 'response', at: { index: 1 }, role: 'returned' })),
  { name: 'status', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'redirect', of: 'response', at: { index: 1 }, role: 'returned' },
  ...webPositions,
  { name: 'HTTPException', of: 'framework', at: { index: 0 }, role: 'raised' },
];

const misplaced: readonly MisplacedStatus[] = [
  ...['json', 'text', 'html', 'body'].map(
    (name): MisplacedStatus => ({
      name,
      of: 'response',
      index: 0,
      statusAt: 1,
      effect: `c.${name} takes the body first, then the status: the client gets 200, with the number as the body.`,
      repair: { by: 'swap' },
    }),
  ),
  {
    name: 'redirect',
    of: 'response',
    index: 0,
    statusAt: 1,
    effect: 'c.redirect takes the address first, then the status: the client gets 200 and is not redirected.',
    repair: { by: 'swap' },
  },
];

/** A string is dropped without a word (hono/context.ts, newResponse); c.status hands it on, and it passes. */
const validity: readonly StatusValidity[] = [
  {
    names: ['status', 'HTTPException'],
    takes: [
      [101, 101],
      [200, 599],
    ],
    otherwise: webRange,
    string: null,
  },
  {
    takes: [
      [101, 101],
      [200, 599],
    ],
    otherwise: webRange,
    string: 'Hono ignores a status that is a string: the client gets 200.',
  },
];

export const hono: Framework = {
  id: 'hono',
  name: 'Hono',
  language: 'ecmascript',
  modules: ['hono', '@hono'],
  rivals: ['express', 'koa', '@koa/router', 'koa-router', 'fastify', ...unreadEcmascriptRivals],
  queries: [ecmascriptCalls, query],
  routing: {
    ...plainRouting,
    registration: 'call',
    mountNames: ['route'],
    prefixCalls: ['basePath'],
    methodFirst: ['on'],
    describedHandler: 'openapi',
    routers: ['Hono', 'OpenAPIHono'],
    generic: ['createRoute'],
    verbs: { ...lowerVerbs, query: 'QUERY', all: 'ANY' },
    routerNames: /^(?:app|api|router|hono|\w*(?:App|Api|Router|Routes))$/,
    handlerParameters: { request: null, response: /^_?c$/ },
    responseTypes: ['Context', 'AppContext'],
  },
  defaultStatus: () => 200,
  automatic: [
    { code: 500, when: 'the handler throws anything but an `HTTPException`', scope: 'handler' },
    { code: 404, when: 'no route takes the address and the method', scope: 'path' },
    { code: 400, when: 'the request does not pass a validator of its route', scope: 'option' },
  ],
  positions,
  misplaced,
  validity,
  answers: {
    ...plainAnswers,
    responseClasses: webResponses,
    returnsBody: false,
    sends: {
      ...Object.fromEntries(senders.map((name) => [name, { body: 0, status: 1 }])),
      json: { body: 0, status: 1, serialises: true },
      notFound: { defaultStatus: 404, fixed: true },
      redirect: { status: 1, defaultStatus: 302, fixed: true },
    },
    statusSetters: ['status'],
    withoutContent: [
      // `c.text('', 204)` too: an empty string is a body to the constructor of Response.
      {
        codes: [204, 205, 304],
        calls: senders,
        counts: 'anything',
        severity: 'error',
        effect:
          'The Response constructor throws, and clients get 500; on Node.js the answer goes out with a wrong length.',
      },
    ],
  },
  constants: [httpStatusCodes, httpStatusCodesLegacy],
  exceptions: {},
  recipes,
  raisedSuccess: 'Hono answers it, but middleware and `onError` take it for a failure: return it.',
};
