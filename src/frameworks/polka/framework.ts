/** Polka, whose handlers are given the plain request and response of Node, as a table. */

import type { Framework, StatusPosition } from '../../core/framework';
import { httpStatusCodes, httpStatusCodesLegacy, npmHttpStatus } from '../constantFamilies';
import { plainAnswers, plainRouting } from '../defaults';
import ecmascriptCalls from '../queries/ecmascriptCalls.scm';
import { unreadEcmascriptRivals } from '../rivals';
import { recipes } from './recipes';

const positions: readonly StatusPosition[] = [
  { name: 'writeHead', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'statusCode', of: 'response', at: { assigned: true }, role: 'returned' },
  { name: 'next', of: 'any', at: { index: 0, property: 'status' }, role: 'raised' },
];

export const polka: Framework = {
  id: 'polka',
  name: 'Polka',
  language: 'ecmascript',
  modules: ['polka', '@polka'],
  rivals: ['express', 'fastify', 'koa', 'hono', 'next', ...unreadEcmascriptRivals],
  queries: [ecmascriptCalls],
  routing: {
    ...plainRouting,
    registration: 'call',
    mountNames: ['use'],
    routers: ['polka', 'Polka'],
    verbs: {
      get: 'GET',
      head: 'HEAD',
      post: 'POST',
      put: 'PUT',
      patch: 'PATCH',
      delete: 'DELETE',
      options: 'OPTIONS',
      trace: 'TRACE',
      all: 'ANY',
    },
    routerNames: /^(?:app|api|server|router|\w*(?:App|Api|Router))$/,
    handlerParameters: { request: /^_?(?:req|request)$/, response: /^_?(?:res|response)$/ },
    responseTypes: ['ServerResponse'],
  },
  // node/lib/_http_server.js: statusCode is 200 until something sets it.
  defaultStatus: () => 200,
  automatic: [
    { code: 500, when: 'the handler throws an error without a status', scope: 'handler' },
    { code: 404, when: 'no route takes the address and the method', scope: 'path' },
  ],
  positions,
  answers: {
    ...plainAnswers,
    returnsBody: false,
    sends: { end: { body: 0 } },
    statusSetters: ['writeHead'],
    statusProperty: 'statusCode',
    raises: ['next'],
    withoutContent: [
      {
        codes: [204, 304],
        counts: 'not empty',
        severity: 'warning',
        effect: 'Node.js drops it, and clients never see it.',
      },
      { codes: [205], counts: 'not empty', severity: 'warning', effect: 'Node.js sends it all the same.' },
      {
        codes: ['1xx'],
        counts: 'not empty',
        severity: 'error',
        effect: 'Node.js sends a head that announces another answer, and clients wait for it in vain.',
      },
    ],
  },
  constants: [httpStatusCodes, httpStatusCodesLegacy, npmHttpStatus],
  exceptions: {},
  recipes,
};
