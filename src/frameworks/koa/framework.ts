/** Koa with @koa/router as a table. */

import type { Framework, StatusPosition, StatusValidity } from '../../core/framework';
import type { MisplacedStatus } from '../../core/model';
import { httpStatusCodes, httpStatusCodesLegacy, npmHttpStatus } from '../constantFamilies';
import { plainAnswers, plainRouting } from '../defaults';
import ecmascriptCalls from '../queries/ecmascriptCalls.scm';
import { unreadEcmascriptRivals } from '../rivals';
import { lowerVerbs } from '../verbs';
import query from './query.scm';
import { recipes } from './recipes';

const positions: readonly StatusPosition[] = [
  { name: 'status', of: 'response', at: { assigned: true }, role: 'returned' },
  { name: 'throw', of: 'response', at: { index: 0 }, role: 'raised' },
  { name: 'assert', of: 'response', at: { index: 1 }, role: 'raised' },
];

const misplaced: readonly MisplacedStatus[] = [
  {
    name: 'throw',
    of: 'response',
    index: 1,
    statusAt: 0,
    anyway: 500,
    effect: 'Koa 3 takes the status first: in this order the client gets 500. Koa 2 took both orders.',
    since: { package: 'koa', version: '3.0.0' },
    repair: { by: 'swap' },
  },
];

/** koa/lib/response.js; what ctx.throw is given goes through http-errors, which has a way with other numbers. */
const validity: readonly StatusValidity[] = [
  {
    names: ['status'],
    takes: [[100, 999]],
    otherwise: 'Koa takes 100 to 999 only: it answers 500 (invalid status code).',
    string: 'Koa takes a number only: with a string it answers 500 (status code must be a number).',
  },
];

export const koa: Framework = {
  id: 'koa',
  name: 'Koa',
  language: 'ecmascript',
  modules: ['koa', '@koa/router', 'koa-router', 'koa-swagger-decorator'],
  rivals: ['express', 'fastify', 'hono', ...unreadEcmascriptRivals],
  queries: [ecmascriptCalls, query],
  routing: {
    ...plainRouting,
    registration: 'call',
    mountNames: ['use'],
    prefixCalls: ['prefix'],
    prefixKeyword: 'prefix',
    routers: ['koa', 'Koa', 'Router', '@koa/router', 'koa-router', 'SwaggerRouter'],
    mountsOnly: ['koa', 'Koa'],
    verbs: { ...lowerVerbs, del: 'DELETE', all: 'ANY' },
    routerNames: /^(?:router|\w*Router)$/,
    handlerParameters: { request: null, response: /^_?ctx$/ },
    responseTypes: ['Context', 'ParameterizedContext', 'RouterContext'],
  },
  // Once a body is set; until then it is 404 (koa/lib/application.js).
  defaultStatus: () => 200,
  automatic: [
    { code: 500, when: 'the handler throws an error without a status', scope: 'handler' },
    { code: 404, when: 'nothing sets a body or a status', scope: 'path' },
    { code: 405, when: '`router.allowedMethods()` is in use and the path does not take the method', scope: 'option' },
    {
      code: 501,
      when: '`router.allowedMethods()` is in use and the router does not know the method at all',
      scope: 'option',
    },
  ],
  positions,
  misplaced,
  validity,
  answers: {
    ...plainAnswers,
    returnsBody: false,
    bodyProperty: 'body',
    selfProperties: ['response'],
    raises: ['throw'],
    unanswered: {
      status: 404,
      reads:
        /^(?:params|query|querystring|request|state|session|cookies|header|headers|host|hostname|ip|ips|method|path|url|href|get|set|app|log|throw|assert|is|accepts)$/,
    },
    sends: { redirect: { defaultStatus: 302, fixed: true } },
    withoutContent: [
      {
        codes: [204, 205, 304],
        counts: 'not empty',
        severity: 'warning',
        effect: 'Koa drops it, and clients never see it.',
      },
      {
        codes: ['1xx'],
        counts: 'not empty',
        severity: 'error',
        effect: 'Koa sends a head that announces another answer, and clients wait for it in vain.',
      },
    ],
  },
  constants: [httpStatusCodes, httpStatusCodesLegacy, npmHttpStatus],
  exceptions: {},
  recipes,
  raisedSuccess: 'Koa answers it, but middleware and error handlers take it for a failure: set `ctx.status`.',
};
