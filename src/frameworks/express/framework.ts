/** Express 4 and 5 as a table. */

import type { Framework, StatusPosition } from '../../core/model';
import { axiosStatus, httpStatusCodes, httpStatusCodesLegacy, npmHttpStatus } from '../constantFamilies';
import { plainAnswers, plainRouting } from '../defaults';
import { expressSends, expressWithoutContent } from '../expressSends';
import ecmascriptCalls from '../queries/ecmascriptCalls.scm';
import { unreadEcmascriptRivals } from '../rivals';
import { sendRecipes } from '../sendRecipes';

const positions: readonly StatusPosition[] = [
  { name: 'status', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'sendStatus', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'writeHead', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'redirect', of: 'response', at: { index: 0, arity: 2 }, role: 'returned' },
  { name: 'statusCode', of: 'response', at: { assigned: true }, role: 'returned' },
  { name: 'next', of: 'any', at: { index: 0, property: 'status' }, role: 'raised' },
  { name: 'next', of: 'any', at: { index: 0, property: 'statusCode' }, role: 'raised' },
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
  positions,
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
  recipes: sendRecipes({ setter: '.status', empty: '.end()' }),
  raisedSuccess: "Express's own error handler answers 500 for it, and others take it for a failure: send it.",
};
