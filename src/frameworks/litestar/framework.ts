/** Litestar as a table. */

import type { Framework, StatusPosition } from '../../core/framework';
import type { MisplacedStatus } from '../../core/model';
import { httpStatus, litestarStatus } from '../constantFamilies';
import { at, plainAnswers, plainClasses, plainRouting } from '../defaults';
import { lowerVerbs } from '../verbs';
import { recipes } from './recipes';

const registrations = [...Object.keys(lowerVerbs), 'route'];

const positions: readonly StatusPosition[] = [
  ...registrations.map(
    (name): StatusPosition => ({ name, of: 'router', at: { keyword: 'status_code' }, role: 'success' }),
  ),
  { name: 'Response', of: 'framework', at: { keyword: 'status_code' }, role: 'returned' },
  { name: 'Redirect', of: 'framework', at: { keyword: 'status_code' }, role: 'returned' },
  { name: 'HTTPException', of: 'framework', at: { keyword: 'status_code' }, role: 'raised' },
];

/** litestar/exceptions/http_exceptions.py */
const exceptions = {
  ClientException: 400,
  ValidationException: 400,
  NotAuthorizedException: 401,
  PermissionDeniedException: 403,
  NotFoundException: 404,
  MethodNotAllowedException: 405,
  TooManyRequestsException: 429,
  InternalServerException: 500,
  ServiceUnavailableException: 503,
} as const;

/** litestar/exceptions/http_exceptions.py and response/base.py */
const misplaced: readonly MisplacedStatus[] = [
  {
    name: 'HTTPException',
    of: 'framework',
    index: 0,
    anyway: 500,
    effect: "The first argument of Litestar's HTTPException is the detail: the client gets 500.",
    repair: { by: 'swap', keyword: 'status_code' },
  },
  {
    name: 'Response',
    of: 'framework',
    index: 1,
    effect: 'Response takes the status by keyword only: this raises TypeError, and the client gets 500.',
    repair: { by: 'keyword', keyword: 'status_code' },
  },
];

export const litestar: Framework = {
  id: 'litestar',
  name: 'Litestar',
  language: 'python',
  modules: ['litestar'],
  rivals: [],
  queries: [],
  routing: {
    ...plainRouting,
    shapes: ['decorators'],
    registration: 'bare-decorator',
    verbs: lowerVerbs,
    generic: ['route', 'HTTPRouteHandler'],
    methodsKeyword: 'http_method',
    pathKeyword: 'path',
    statusKeyword: 'status_code',
    classes: { ...plainClasses, pathAttribute: 'path' },
    mounts: [
      { name: 'Router', of: 'framework', prefix: at(0, 'path'), mounted: at(null, 'route_handlers') },
      { name: 'Litestar', of: 'framework', prefix: at(null, 'path'), mounted: at(0, 'route_handlers') },
    ],
  },
  // litestar/handlers/http_handlers/_utils.py, get_default_status_code
  defaultStatus: (_, all) => (all.includes('POST') ? 201 : all.includes('DELETE') ? 204 : 200),
  automatic: [
    {
      code: 400,
      when: 'the request does not validate',
      scope: 'input',
      unchecked: /(?:^|\.)(?:Request|State|Scope|WebSocket)(?:\[.*\])?$/s,
    },
    { code: 500, when: 'the handler raises what nothing catches', scope: 'handler' },
    { code: 404, when: 'no path fits the address', scope: 'path' },
    { code: 405, when: 'the path has no handler for the method', scope: 'path' },
  ],
  positions,
  misplaced,
  answers: {
    ...plainAnswers,
    // A `Response` without a status takes the handler's.
    responseClasses: { Response: null, Redirect: 302 },
    statusProperty: 'status_code',
  },
  constants: [litestarStatus, httpStatus],
  exceptions,
  recipes,
  // litestar/handlers/http_handlers/base.py; of the bare response classes it takes those that say `Response[None]`.
  bodyless: {
    codes: [204, 304],
    modelKeyword: null,
    documentedKey: null,
    accepted: /^None$|Response\b|^(?:Redirect|File|Stream|Template)\b|^(?:\w+\.)?Annotated\b/,
    effect: 'Litestar stops with an ImproperlyConfiguredException when the route is registered.',
  },
  ownHeaders: [{ code: 405, calls: ['MethodNotAllowedException'] }],
};
