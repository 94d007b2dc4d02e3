/** Flask, with the resource classes of Flask-RESTful and Flask-RESTX, as a table. */

import type { Framework, StatusPosition, StatusValidity } from '../../core/framework';
import type { MisplacedStatus } from '../../core/model';
import { httpStatus } from '../constantFamilies';
import { at, plainAnswers, plainClasses, plainRouting } from '../defaults';
import { unreadPythonRivals } from '../rivals';
import { lowerVerbs } from '../verbs';
import { recipes } from './recipes';

const positions: readonly StatusPosition[] = [
  { name: 'abort', of: 'any', at: { index: 0, keyword: 'code' }, role: 'raised' },
  { name: 'make_response', of: 'any', at: { index: 1 }, role: 'returned' },
  { name: 'Response', of: 'framework', at: { index: 1, keyword: 'status' }, role: 'returned' },
  { name: 'redirect', of: 'framework', at: { index: 1, keyword: 'code' }, role: 'returned' },
  { name: 'return', of: 'any', at: { returned: 1 }, role: 'returned' },
  { name: 'status_code', of: 'response', at: { assigned: true }, role: 'returned' },
  // Flask-RESTX, flask-smorest and APIFlask say in decorators what is answered.
  { name: 'response', of: 'router', at: { index: 0, keyword: 'status_code' }, role: 'documented' },
  { name: 'alt_response', of: 'router', at: { index: 0, keyword: 'status_code' }, role: 'documented' },
  { name: 'output', of: 'router', at: { index: 1, keyword: 'status_code' }, role: 'documented' },
  { name: 'marshal_with', of: 'router', at: { keyword: 'code' }, role: 'documented' },
  { name: 'response', of: 'framework', at: { index: 1, keyword: 'status_code' }, role: 'documented' },
  { name: 'errorhandler', of: 'router', at: { index: 0 }, role: 'compared' },
  { name: 'app_errorhandler', of: 'router', at: { index: 0 }, role: 'compared' },
  { name: 'register_error_handler', of: 'router', at: { index: 0 }, role: 'compared' },
];

/** werkzeug/exceptions.py */
const exceptions = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  RequestTimeout: 408,
  Conflict: 409,
  Gone: 410,
  LengthRequired: 411,
  PreconditionFailed: 412,
  RequestEntityTooLarge: 413,
  RequestURITooLarge: 414,
  UnsupportedMediaType: 415,
  RequestedRangeNotSatisfiable: 416,
  ExpectationFailed: 417,
  ImATeapot: 418,
  MisdirectedRequest: 421,
  UnprocessableEntity: 422,
  Locked: 423,
  FailedDependency: 424,
  PreconditionRequired: 428,
  TooManyRequests: 429,
  RequestHeaderFieldsTooLarge: 431,
  UnavailableForLegalReasons: 451,
  InternalServerError: 500,
  NotImplemented: 501,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
  HTTPVersionNotSupported: 505,
} as const;

const misplaced: readonly MisplacedStatus[] = [
  {
    name: 'jsonify',
    of: 'framework',
    index: 1,
    arity: 2,
    effect: 'jsonify makes a list of its arguments: the number becomes part of the body, and no status is set.',
    repair: { by: 'tuple' },
  },
  {
    name: 'abort',
    of: 'framework',
    index: 1,
    statusAt: 0,
    effect: 'abort takes the status first. In this order it raises LookupError, and the client gets 500.',
    repair: { by: 'swap' },
  },
];

/** Werkzeug sends any number; only abort looks for an exception class (werkzeug/exceptions.py, Aborter). */
const validity: readonly StatusValidity[] = [
  {
    names: ['abort'],
    takes: Object.values(exceptions).map((code): [number, number] => [code, code]),
    otherwise: 'abort has no exception for this code: it raises LookupError, and the client gets 500.',
    words:
      'The first argument of abort is the status: with a text there it raises LookupError, and the client gets 500.',
    string: 'abort takes a number: with a string it raises LookupError, and the client gets 500.',
  },
];

export const flask: Framework = {
  id: 'flask',
  name: 'Flask',
  language: 'python',
  modules: ['flask', 'flask_restful', 'flask_restx', 'flask_smorest', 'apifairy', 'apiflask', 'werkzeug', 'quart'],
  rivals: ['fastapi', 'starlette', 'sanic', 'litestar', 'aiohttp', 'django', 'rest_framework', ...unreadPythonRivals],
  queries: [],
  routing: {
    ...plainRouting,
    shapes: ['decorators', 'class methods'],
    registration: 'decorator',
    routers: ['Flask', 'Blueprint', 'Namespace', 'Quart', 'APIFlask', 'APIBlueprint'],
    verbs: lowerVerbs,
    generic: ['route'],
    methodsKeyword: 'methods',
    pathKeyword: 'rule',
    prefixKeyword: 'url_prefix',
    classes: { ...plainClasses, bases: /(?:MethodView|Resource|View)$/, decorator: 'route', adapter: 'as_view' },
    apart: [
      {
        name: 'add_url_rule',
        of: 'router',
        path: at(0, 'rule'),
        handler: at(2, 'view_func'),
        methods: at(null, 'methods'),
      },
      { name: 'add_resource', of: 'router', path: at(1, null), handler: at(0, 'resource'), methods: 'handler' },
    ],
    mounts: [
      {
        name: 'register_blueprint',
        of: 'router',
        prefix: at(null, 'url_prefix'),
        mounted: at(0, null),
        replaces: true,
      },
      { name: 'add_namespace', of: 'router', prefix: at(1, 'path'), mounted: at(0, 'ns'), replaces: true },
    ],
    schemaDecorators: [
      { name: 'response', module: 'flask_smorest', index: 0, keyword: 'status_code' },
      { name: 'response', module: 'apifairy', index: 1, keyword: 'status_code' },
      { name: 'output', module: 'apiflask', index: 1, keyword: 'status_code' },
    ],
    routerNames: /^(?:app|api|bp|blueprint|blp|ns|\w*_?(?:app|api|bp|blp|blueprint|ns|routes))$/i,
  },
  defaultStatus: () => 200,
  automatic: [
    { code: 500, when: 'the view raises what nothing catches', scope: 'handler' },
    { code: 404, when: 'no rule fits the address', scope: 'path' },
    { code: 405, when: 'the rule does not take the method, with `Allow`', scope: 'path' },
  ],
  positions,
  misplaced,
  validity,
  answers: {
    ...plainAnswers,
    // flask/wrappers.py and werkzeug/utils.py: a redirect is 302 unless told otherwise.
    responseClasses: { Response: 200, make_response: 200, jsonify: 200, redirect: 302 },
    returnsTuple: true,
    statusProperty: 'status_code',
    contentKeywords: ['response', 'content'],
    withoutContent: [
      {
        codes: ['1xx', 204, 304],
        calls: ['return', 'Response', 'make_response'],
        counts: 'not empty',
        severity: 'warning',
        effect: 'Flask drops it, and clients never see it.',
      },
      {
        codes: [205],
        calls: ['return', 'Response', 'make_response'],
        counts: 'not empty',
        severity: 'warning',
        effect: 'Flask sends it all the same.',
      },
    ],
  },
  constants: [httpStatus],
  numbersOnly: ['abort'],
  exceptions,
  recipes,
  ownHeaders: [
    { code: 401, calls: ['Unauthorized'], whenGiven: true },
    { code: 405, calls: ['MethodNotAllowed'], whenGiven: true },
    { code: 416, calls: ['RequestedRangeNotSatisfiable'], whenGiven: true },
  ],
};
