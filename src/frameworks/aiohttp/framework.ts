/** The server of aiohttp as a table. */

import type { AnswerRequest, ApartCall, Created, Framework, StatusPosition } from '../../core/framework';
import type { MisplacedStatus, Repair } from '../../core/model';
import { httpStatus } from '../constantFamilies';

import { at, plainAnswers, plainClasses, plainRouting } from '../defaults';

import { pythonRequest, tail } from '../locations';
import { keywordResponses } from '../responseRecipes';
import { unreadPythonRivals } from '../rivals';
import { lowerVerbs } from '../verbs';

const responses = ['Response', 'json_response', 'StreamResponse', 'FileResponse'];

const positions: readonly StatusPosition[] = responses.map((name) => ({
  name,
  of: 'framework',
  at: { keyword: 'status' },
  role: 'returned',
}));

/** aiohttp/web_exceptions.py: even successes are raised. */
const exceptions = {
  HTTPOk: 200,
  HTTPCreated: 201,
  HTTPAccepted: 202,
  HTTPNoContent: 204,
  HTTPMovedPermanently: 301,
  HTTPFound: 302,
  HTTPSeeOther: 303,
  HTTPNotModified: 304,
  HTTPTemporaryRedirect: 307,
  HTTPPermanentRedirect: 308,
  HTTPBadRequest: 400,
  HTTPUnauthorized: 401,
  HTTPForbidden: 403,
  HTTPNotFound: 404,
  HTTPMethodNotAllowed: 405,
  HTTPNotAcceptable: 406,
  HTTPConflict: 409,
  HTTPGone: 410,
  HTTPPreconditionFailed: 412,
  HTTPRequestEntityTooLarge: 413,
  HTTPUnsupportedMediaType: 415,
  HTTPUnprocessableEntity: 422,
  HTTPTooManyRequests: 429,
  HTTPInternalServerError: 500,
  HTTPNotImplemented: 501,
  HTTPBadGateway: 502,
  HTTPServiceUnavailable: 503,
  HTTPGatewayTimeout: 504,
} as const;

const byKeyword: Repair = { by: 'keyword', keyword: 'status' };

function keywordOnly(name: string): string {
  return `${name} takes the status by keyword only: this raises TypeError, and the client gets 500.`;
}

/** aiohttp/web_response.py */
const misplaced: readonly MisplacedStatus[] = [
  { name: 'Response', of: 'framework', index: 0, effect: keywordOnly('Response'), repair: byKeyword },
  { name: 'json_response', of: 'framework', index: 1, effect: keywordOnly('json_response'), repair: byKeyword },
];

/** A URL divided by one more segment has no query any more, and never two slashes (yarl). */
function locationOf(request: AnswerRequest, created: Created): string | null {
  const name = pythonRequest(request, 'request');
  return name && !tail(created) ? `str(${name}.rel_url / str(${created.id}))` : null;
}

export const aiohttp: Framework = {
  id: 'aiohttp',
  name: 'aiohttp',
  language: 'python',
  modules: ['aiohttp.web', 'aiohttp'],
  rivals: ['fastapi', 'starlette', 'flask', 'sanic', 'litestar', 'django', ...unreadPythonRivals],
  queries: [],
  routing: {
    ...plainRouting,
    shapes: ['decorators', 'class methods'],
    registration: 'decorator',
    routers: ['RouteTableDef', 'Application'],
    mountsOnly: ['Application'],
    verbs: lowerVerbs,
    pathKeyword: 'path',
    mounts: [
      { name: 'add_routes', of: 'router', prefix: {}, mounted: at(0, 'routes') },
      { name: 'add_subapp', of: 'router', prefix: at(0, 'prefix'), mounted: at(1, 'subapp') },
    ],
    classes: { ...plainClasses, bases: /^(?:web\.)?View$/, decorator: 'view' },
    apart: [
      ...Object.entries(lowerVerbs).flatMap(([name, method]): ApartCall[] => [
        { name, of: 'framework', path: at(0, 'path'), handler: at(1, 'handler'), methods: method },
        { name: `add_${name}`, of: 'router', path: at(0, 'path'), handler: at(1, 'handler'), methods: method },
      ]),
      { name: 'route', of: 'framework', path: at(1, 'path'), handler: at(2, 'handler'), methods: at(0, 'method') },
      { name: 'route', of: 'router', path: at(1, 'path'), handler: 'decorated', methods: at(0, 'method') },
      { name: 'add_route', of: 'router', path: at(1, 'path'), handler: at(2, 'handler'), methods: at(0, 'method') },
      { name: 'view', of: 'framework', path: at(0, 'path'), handler: at(1, 'handler'), methods: 'handler' },
      { name: 'add_view', of: 'router', path: at(0, 'path'), handler: at(1, 'handler'), methods: 'handler' },
    ],
    routerNames: /^(?:app|routes|router|\w*_(?:app|routes|router))$/,
  },
  defaultStatus: () => 200,
  automatic: [
    { code: 500, when: 'the handler raises what nothing catches', scope: 'handler' },
    { code: 404, when: 'no path fits the address', scope: 'path' },
    { code: 405, when: 'the path has no handler for the method, with `Allow`', scope: 'path' },
  ],
  positions,
  misplaced,
  answers: {
    ...plainAnswers,
    returnsResponse: true,
    responseClasses: { ...Object.fromEntries(responses.map((name) => [name, 200])), WebSocketResponse: 101 },
    contentKeywords: ['text', 'body', 'data'],
    withoutContent: [
      {
        codes: ['1xx', 204, 304],
        calls: ['Response', 'json_response'],
        counts: 'not empty',
        severity: 'warning',
        effect: 'aiohttp drops it, and clients never see it.',
      },
      {
        codes: [205],
        calls: ['Response', 'json_response'],
        counts: 'not empty',
        severity: 'warning',
        effect: 'aiohttp sends it all the same.',
      },
    ],
  },
  constants: [httpStatus],
  exceptions,
  recipes: keywordResponses('aiohttp.web', { Response: 'Response', json_response: 'Response' }, locationOf),
  ownHeaders: [{ code: 405, calls: ['HTTPMethodNotAllowed'] }],
};
