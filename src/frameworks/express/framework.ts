/** Express 4 and 5 as a table. */

import type { Framework, StatusPosition, StatusValidity } from '../../core/framework';
import type { MisplacedStatus, Repair } from '../../core/model';
import { axiosStatus, httpStatusCodes, httpStatusCodesLegacy, npmHttpStatus } from '../constantFamilies';
import { plainAnswers, plainRouting } from '../defaults';
import { expressSends, expressWithoutContent } from '../expressSends';
import ecmascriptCalls from '../queries/ecmascriptCalls.scm';
import { unreadEcmascriptRivals } from '../rivals';
import { recipes } from './recipes';

const positions: readonly StatusPosition[] = [
  { name: 'status', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'sendStatus', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'writeHead', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'redirect', of: 'response', at: { index: 0, arity: 2 }, role: 'returned' },
  { name: 'statusCode', of: 'response', at: { assigned: true }, role: 'returned' },
  { name: 'next', of: 'any', at: { index: 0, property: 'status' }, role: 'raised' },
  { name: 'next', of: 'any', at: { index: 0, property: 'statusCode' }, role: 'raised' },
];

const express5 = { package: 'express', version: '5.0.0' };
const byStatus: Repair = { by: 'setter', setter: '.status' };

/** The signatures that Express 4 took and 5 dropped, all seen with Express 5.3. */
const misplaced: readonly MisplacedStatus[] = [
  ...['json', 'jsonp', 'send'].flatMap((name): MisplacedStatus[] => [
    {
      name,
      of: 'response',
      index: 0,
      arity: 2,
      effect: `Express 5 sends the number as the body and drops what follows. Express 4 took it for the status; both take res.status(...).${name}(...).`,
      since: express5,
      repair: byStatus,
    },
    {
      name,
      of: 'response',
      index: 1,
      arity: 2,
      anyway: 200,
      effect: `Express 5 ignores this argument: the client gets 200, or what was set before. Express 4 took it for the status; both take res.status(...).${name}(...).`,
      since: express5,
      repair: byStatus,
    },
  ]),
  {
    name: 'send',
    of: 'response',
    index: 0,
    arity: 1,
    unset: true,
    anyway: 200,
    effect:
      'Express 5 answers 200 with the number as the body. Express 4 took it for the status; both take res.sendStatus(...).',
    since: express5,
    repair: { by: 'rename', name: 'sendStatus' },
  },
  {
    name: 'redirect',
    of: 'response',
    index: 1,
    arity: 2,
    effect: 'Express 5 takes the status first: in this order it answers 500. Express 4 took both orders.',
    since: express5,
    repair: { by: 'swap' },
  },
];

const validity: readonly StatusValidity[] = [
  {
    names: ['status', 'sendStatus'],
    takes: [[100, 999]],
    otherwise: 'Node sends 100 to 999 only: Express raises RangeError and answers 500.',
    string: 'Express 5 takes a number only: with a string it answers 500. Express 4 took both.',
    stringSince: express5,
  },
  {
    names: ['writeHead', 'redirect', 'statusCode'],
    takes: [[100, 999]],
    otherwise: 'Node sends 100 to 999 only: this raises RangeError, and the client gets 500.',
    string: null,
  },
];

export const express: Framework = {
  id: 'express',
  name: 'Express',
  language: 'ecmascript',
  modules: ['express'],
  rivals: ['fastify', 'koa', '@koa/router', 'koa-router', 'hono', 'next', 'polka', ...unreadEcmascriptRivals],
  queries: [ecmascriptCalls],
  routing: {
    ...plainRouting,
    registration: 'call',
    mountNames: ['use'],
    routers: ['express', 'Router', 'Express', 'Application', 'IRouter'],
    verbs: {
      get: 'GET',
      head: 'HEAD',
      post: 'POST',
      put: 'PUT',
      patch: 'PATCH',
      delete: 'DELETE',
      options: 'OPTIONS',
      all: 'ANY',
    },
    chainOpener: 'route',
    routerNames: /^(?:app|api|server|router|routes|\w*(?:App|Api|Router|Routes))$/,
    handlerParameters: { request: /^_?(?:req|request)$/, response: /^_?(?:res|response)$/ },
    responseTypes: ['Response'],
  },
  defaultStatus: () => 200,
  automatic: [
    { code: 500, when: 'the handler throws an error without a status', scope: 'handler' },
    { code: 404, when: 'no route takes the address and the method', scope: 'path' },
    { code: 400, when: '`express.json()` cannot parse the body', scope: 'option' },
  ],
  positions,
  misplaced,
  validity,
  answers: {
    ...plainAnswers,
    returnsBody: false,
    sends: expressSends,
    statusSetters: ['status', 'writeHead'],
    statusProperty: 'statusCode',
    raises: ['next'],
    withoutContent: expressWithoutContent,
    emptySend: '.end()',
  },
  constants: [httpStatusCodes, httpStatusCodesLegacy, npmHttpStatus, axiosStatus],
  exceptions: {},
  recipes,
  raisedSuccess: "Express's own error handler answers 500 for it, and others take it for a failure: send it.",
};
