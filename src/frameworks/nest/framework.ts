/** NestJS as a table. */

import type { Framework, StatusPosition, StatusValidity } from '../../core/framework';
import type { MisplacedStatus } from '../../core/model';
import { httpStatusCodes, nestStatus } from '../constantFamilies';

import { plainAnswers, plainClasses, plainRouting } from '../defaults';
import { expressSends, expressWithoutContent } from '../expressSends';

import { capitalVerbs } from '../verbs';
import query from './query.scm';
import { recipes } from './recipes';

const positions: readonly StatusPosition[] = [
  { name: 'HttpCode', of: 'framework', at: { index: 0 }, role: 'success' },
  { name: 'Redirect', of: 'framework', at: { index: 1 }, role: 'success' },
  // The body comes first, unlike in most frameworks (nestjs/common exceptions/http.exception.ts).
  { name: 'HttpException', of: 'framework', at: { index: 1 }, role: 'raised' },
  { name: 'status', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'code', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'sendStatus', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'ApiResponse', of: 'framework', at: { index: 0, property: 'status' }, role: 'documented' },
];

/** @nestjs/common exceptions; there is none for 429. */
const exceptions = {
  BadRequestException: 400,
  UnauthorizedException: 401,
  ForbiddenException: 403,
  NotFoundException: 404,
  MethodNotAllowedException: 405,
  NotAcceptableException: 406,
  RequestTimeoutException: 408,
  ConflictException: 409,
  GoneException: 410,
  PreconditionFailedException: 412,
  PayloadTooLargeException: 413,
  UnsupportedMediaTypeException: 415,
  ImATeapotException: 418,
  MisdirectedException: 421,
  UnprocessableEntityException: 422,
  InternalServerErrorException: 500,
  NotImplementedException: 501,
  BadGatewayException: 502,
  ServiceUnavailableException: 503,
  GatewayTimeoutException: 504,
  HttpVersionNotSupportedException: 505,
} as const;

/** @nestjs/swagger decorators/api-response.decorator.ts makes one of each member of HttpStatus. */
const documents = Object.fromEntries(
  Object.entries(nestStatus.members).map(([member, code]) => [
    `Api${member.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Response`,
    code,
  ]),
);

const misplaced: readonly MisplacedStatus[] = [
  {
    name: 'HttpException',
    of: 'framework',
    index: 0,
    statusAt: 1,
    effect: 'HttpException takes the body first, then the status: in this order the client gets 500.',
    repair: { by: 'swap' },
  },
];

/** Node's range, for Express sends all of it. */
const validity: readonly StatusValidity[] = [
  {
    takes: [[100, 999]],
    otherwise: 'Node sends 100 to 999 only: the client gets 500.',
    string: null,
  },
];

export const nest: Framework = {
  id: 'nest',
  name: 'NestJS',
  language: 'ecmascript',
  modules: ['@nestjs'],
  rivals: [],
  queries: [query],
  routing: {
    ...plainRouting,
    registration: 'bare-decorator',
    verbs: { ...capitalVerbs, All: 'ANY' },
    generic: ['RequestMapping'],
    redirectDecorator: { name: 'Redirect', index: 1, defaultStatus: 302 },
    classes: { ...plainClasses, decorator: 'Controller' },
    statusDecorators: ['HttpCode'],
    // What `@Res()` injects is the response of Express or Fastify.
    handlerParameters: { request: null, response: /^_?(?:res|response|reply)$/ },
  },
  // nestjs/core router/router-response-controller.ts, getStatusByMethod; a POST through @All is 200.
  defaultStatus: (method) => (method === 'POST' ? 201 : 200),
  automatic: [
    { code: 500, when: 'the handler throws anything but an `HttpException`', scope: 'handler' },
    { code: 404, when: 'no route takes the address and the method', scope: 'path' },
    { code: 400, when: 'a `ValidationPipe` or `ParseIntPipe` refuses what it is given', scope: 'option' },
  ],
  positions,
  misplaced,
  validity,
  answers: {
    ...plainAnswers,
    sends: expressSends,
    statusSetters: ['status', 'code'],
    statusProperty: 'statusCode',
    withoutContent: [
      {
        codes: [204, 304],
        calls: ['return'],
        counts: 'not empty',
        severity: 'warning',
        effect: 'NestJS drops what is returned, and clients never see it.',
      },
      ...expressWithoutContent,
    ],
  },
  constants: [nestStatus, httpStatusCodes],
  exceptions,
  documents,
  recipes,
  raisedSuccess: 'NestJS answers it, but interceptors, filters and transactions take it for a failure: return it.',
};
