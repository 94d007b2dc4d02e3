/** Fastify as a table. */

import type { Framework, StatusPosition, StatusValidity } from '../../core/framework';
import type { MisplacedStatus } from '../../core/model';
import { httpStatusCodes, httpStatusCodesLegacy } from '../constantFamilies';
import { plainAnswers, plainRouting } from '../defaults';
import ecmascriptCalls from '../queries/ecmascriptCalls.scm';
import { unreadEcmascriptRivals } from '../rivals';
import { lowerVerbs } from '../verbs';
import { recipes } from './recipes';

const positions: readonly StatusPosition[] = [
  { name: 'code', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'status', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'statusCode', of: 'response', at: { assigned: true }, role: 'returned' },
  // Fastify 5 takes the address first, Fastify 4 took it last.
  { name: 'redirect', of: 'response', at: { index: 1 }, role: 'returned' },
];

/** @fastify/sensible lib/httpErrors.js: what makes an error by name, and a reply of that name sends it. */
const namedErrors = {
  badRequest: 400,
  unauthorized: 401,
  paymentRequired: 402,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  proxyAuthenticationRequired: 407,
  requestTimeout: 408,
  conflict: 409,
  gone: 410,
  lengthRequired: 411,
  preconditionFailed: 412,
  payloadTooLarge: 413,
  uriTooLong: 414,
  unsupportedMediaType: 415,
  rangeNotSatisfiable: 416,
  expectationFailed: 417,
  imateapot: 418,
  misdirectedRequest: 421,
  unprocessableEntity: 422,
  locked: 423,
  failedDependency: 424,
  tooEarly: 425,
  upgradeRequired: 426,
  preconditionRequired: 428,
  tooManyRequests: 429,
  requestHeaderFieldsTooLarge: 431,
  unavailableForLegalReasons: 451,
  internalServerError: 500,
  notImplemented: 501,
  badGateway: 502,
  serviceUnavailable: 503,
  gatewayTimeout: 504,
  httpVersionNotSupported: 505,
  variantAlsoNegotiates: 506,
  insufficientStorage: 507,
  loopDetected: 508,
  bandwidthLimitExceeded: 509,
  notExtended: 510,
  networkAuthenticationRequired: 511,
} as const;

const misplaced: readonly MisplacedStatus[] = [
  {
    name: 'redirect',
    of: 'response',
    index: 0,
    arity: 2,
    effect: 'Fastify 5 takes the address first: in this order it answers 500. Fastify 4 took the status first.',
    since: { package: 'fastify', version: '5.0.0' },
    repair: { by: 'swap' },
  },
];

const validity: readonly StatusValidity[] = [
  {
    takes: [[100, 599]],
    otherwise: 'Fastify takes 100 to 599 only: it answers 500 (FST_ERR_BAD_STATUS_CODE).',
    string: null,
  },
];

export const fastify: Framework = {
  id: 'fastify',
  name: 'Fastify',
  language: 'ecmascript',
  modules: ['fastify', '@fastify'],
  rivals: ['express', 'koa', '@koa/router', 'koa-router', 'hono', ...unreadEcmascriptRivals],
  queries: [ecmascriptCalls],
  routing: {
    ...plainRouting,
    registration: 'call',
    mountNames: ['register'],
    prefixKeyword: 'prefix',
    routers: ['fastify', 'Fastify', 'FastifyInstance'],
    verbs: { ...lowerVerbs, all: 'ANY' },
    generic: ['route'],
    routerNames: /^(?:fastify|server|app|instance|router|scope)$/,
    handlerParameters: { request: /^_?(?:req|request)$/, response: /^_?(?:reply|res|rep)$/ },
    responseTypes: ['FastifyReply'],
  },
  defaultStatus: () => 200,
  automatic: [
    { code: 500, when: 'the handler throws an error without a status', scope: 'handler' },
    { code: 404, when: 'no route takes the address and the method', scope: 'path' },
    {
      code: 400,
      when: 'the request does not fit the schema of its route, or its JSON cannot be parsed',
      scope: 'option',
    },
  ],
  positions,
  misplaced,
  validity,
  answers: {
    ...plainAnswers,
    sends: {
      send: { body: 0 },
      redirect: { status: 1, defaultStatus: 302, fixed: true },
      ...Object.fromEntries(
        Object.entries(namedErrors).map(([name, status]) => [name, { defaultStatus: status, fixed: true as const }]),
      ),
    },
    statusSetters: ['code', 'status'],
    statusProperty: 'statusCode',
    withoutContent: [
      {
        codes: [204, 304],
        counts: 'not empty',
        severity: 'warning',
        effect: 'Fastify drops it, and clients never see it.',
      },
      { codes: [205], counts: 'not empty', severity: 'warning', effect: 'Fastify sends it all the same.' },
      {
        codes: ['1xx'],
        counts: 'not empty',
        severity: 'error',
        effect: 'Fastify drops it and sends nothing else, and clients wait in vain.',
      },
    ],
  },
  constants: [httpStatusCodes, httpStatusCodesLegacy],
  exceptions: {},
  errorMaker: { object: 'httpErrors', codes: namedErrors },
  recipes,
  raisedSuccess: 'Fastify answers 500 instead: send it.',
};
