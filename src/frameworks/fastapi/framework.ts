/** FastAPI, and the Starlette classes it is made of, as a table. */

import type { ContentEffect, Framework, StatusPosition, StatusValidity } from '../../core/framework';
import type { MisplacedStatus } from '../../core/model';
import { httpStatus, starletteStatus } from '../constantFamilies';
import { at, plainAnswers, plainClasses, plainRouting } from '../defaults';
import { unreadPythonRivals } from '../rivals';
import { recipes } from './recipes';

const verbs = {
  get: 'GET',
  head: 'HEAD',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  options: 'OPTIONS',
  trace: 'TRACE',
} as const;

/** Classes a path operation may return, with the status each has when none is given (starlette/responses.py). */
const responseClasses = {
  Response: 200,
  JSONResponse: 200,
  ORJSONResponse: 200,
  UJSONResponse: 200,
  HTMLResponse: 200,
  PlainTextResponse: 200,
  StreamingResponse: 200,
  FileResponse: 200,
  RedirectResponse: 307,
} as const;

const registrations = [...Object.keys(verbs), 'api_route', 'add_api_route', 'FastAPI', 'APIRouter', 'include_router'];

const positions: readonly StatusPosition[] = [
  ...registrations.flatMap((name): StatusPosition[] => [
    { name, of: 'router', at: { keyword: 'status_code' }, role: 'success' },
    { name, of: 'router', at: { keysOf: 'responses' }, role: 'documented' },
  ]),
  ...Object.keys(responseClasses).flatMap((name): StatusPosition[] => [
    { name, of: 'framework', at: { index: 1, keyword: 'status_code' }, role: 'returned' },
  ]),
  { name: 'HTTPException', of: 'framework', at: { index: 0, keyword: 'status_code' }, role: 'raised' },
  { name: 'exception_handler', of: 'router', at: { index: 0 }, role: 'compared' },
  { name: 'status_code', of: 'response', at: { assigned: true }, role: 'returned' },
];

const breaks = 'The response is sent as it is, and uvicorn breaks off the connection behind its head.';

/** Observed with FastAPI 0.142 and uvicorn 0.54; JSON classes write `null` and `{}` too. */
const withoutContent: readonly ContentEffect[] = [
  {
    codes: ['1xx', 204, 304],
    calls: ['JSONResponse', 'ORJSONResponse', 'UJSONResponse', 'StreamingResponse'],
    counts: 'anything',
    severity: 'error',
    effect: breaks,
  },
  {
    codes: ['1xx', 204, 304],
    calls: ['Response', 'HTMLResponse', 'PlainTextResponse'],
    counts: 'not empty',
    severity: 'error',
    effect: breaks,
  },
  {
    codes: [204, 304],
    calls: ['return'],
    counts: 'not empty',
    severity: 'warning',
    effect: 'FastAPI drops what is returned, and clients never see it.',
  },
  {
    codes: [205],
    calls: ['return'],
    counts: 'anything',
    severity: 'error',
    effect: 'FastAPI drops what is returned but keeps its Content-Length, and uvicorn breaks off the connection.',
  },
  {
    codes: [205],
    calls: ['JSONResponse', 'ORJSONResponse', 'UJSONResponse', 'Response', 'HTMLResponse', 'PlainTextResponse'],
    counts: 'not empty',
    severity: 'warning',
    effect: 'FastAPI sends it all the same.',
  },
];

/** What comes of a status at the wrong end, all seen with FastAPI 0.142 and Starlette 1.7. */
const misplaced: readonly MisplacedStatus[] = [
  {
    name: 'HTTPException',
    of: 'framework',
    index: 1,
    statusAt: 0,
    effect: 'HTTPException takes the status first. In this order the text is taken for it, and the client gets 500.',
    repair: { by: 'swap' },
  },
  ...['JSONResponse', 'ORJSONResponse', 'UJSONResponse'].map(
    (name): MisplacedStatus => ({
      name,
      of: 'framework',
      index: 0,
      arity: 1,
      anyway: 200,
      effect: `The first argument of ${name} is the body: the client gets 200, with the number as its content.`,
      repair: { by: 'keyword', keyword: 'status_code' },
    }),
  ),
  ...['Response', 'HTMLResponse', 'PlainTextResponse'].map(
    (name): MisplacedStatus => ({
      name,
      of: 'framework',
      index: 0,
      arity: 1,
      effect: `The first argument of ${name} is the body, and a number is none: the client gets 500.`,
      repair: { by: 'keyword', keyword: 'status_code' },
    }),
  ),
  ...['JSONResponse', 'ORJSONResponse', 'UJSONResponse', 'Response', 'HTMLResponse', 'PlainTextResponse'].map(
    (name): MisplacedStatus => ({
      name,
      of: 'framework',
      index: 0,
      statusAt: 1,
      effect: `${name} takes the body first, then the status. In this order the client gets 500.`,
      repair: { by: 'swap' },
    }),
  ),
  ...Object.keys(verbs).map(
    (name): MisplacedStatus => ({
      name,
      of: 'router',
      index: 1,
      effect: 'The path is the only argument without a keyword: this raises TypeError when the file is imported.',
      repair: { by: 'keyword', keyword: 'status_code' },
    }),
  ),
];

/** The range is Uvicorn's, which has status lines for these codes only; FastAPI and Starlette look at none. */
const numbers: StatusValidity = {
  takes: [[100, 599]],
  otherwise: 'Uvicorn knows 100 to 599 only: it closes the connection, and the client gets no answer.',
  string: 'A status has to be a number: with a string FastAPI answers 500.',
};

const validity: readonly StatusValidity[] = [
  {
    names: ['HTTPException'],
    ...numbers,
    words: 'The first argument of HTTPException is the status: with a text there the client gets 500.',
  },
  numbers,
];

export const fastapi: Framework = {
  id: 'fastapi',
  name: 'FastAPI',
  language: 'python',
  modules: ['fastapi', 'starlette'],
  rivals: ['flask', 'quart', 'sanic', 'litestar', 'aiohttp', 'django', ...unreadPythonRivals],
  queries: [],
  routing: {
    ...plainRouting,
    shapes: ['decorators', 'class methods'],
    registration: 'decorator',
    routers: ['FastAPI', 'APIRouter', 'Starlette', 'Router'],
    verbs,
    generic: ['api_route'],
    methodsKeyword: 'methods',
    pathKeyword: 'path',
    statusKeyword: 'status_code',
    responseClassKeyword: 'response_class',
    prefixKeyword: 'prefix',
    classes: { ...plainClasses, bases: /HTTPEndpoint$/ },
    apart: [
      // starlette/routing.py
      { name: 'Route', of: 'framework', path: at(0, 'path'), handler: at(1, 'endpoint'), methods: at(null, 'methods') },
      {
        name: 'add_api_route',
        of: 'router',
        path: at(0, 'path'),
        handler: at(1, 'endpoint'),
        methods: at(null, 'methods'),
        declares: true,
      },
      { name: 'add_route', of: 'router', path: at(0, 'path'), handler: at(1, 'route'), methods: at(2, 'methods') },
      {
        name: 'APIRoute',
        of: 'framework',
        path: at(0, 'path'),
        handler: at(1, 'endpoint'),
        methods: at(null, 'methods'),
        declares: true,
      },
    ],
    mounts: [
      { name: 'include_router', of: 'router', prefix: at(null, 'prefix'), mounted: at(0, 'router') },
      { name: 'Mount', of: 'framework', prefix: at(0, 'path'), mounted: at(null, 'routes') },
      { name: 'Mount', of: 'framework', prefix: at(0, 'path'), mounted: at(1, 'app') },
    ],
    routerNames: /^(?:app|api|router|\w*_(?:app|api|router))$/i,
    responseTypes: ['Response'],
  },
  // All eight verbs answer 200 when nothing says otherwise (fastapi/routing.py).
  defaultStatus: () => 200,
  // fastapi/routing.py, fastapi/exception_handlers.py; starlette/routing.py for the last three.
  automatic: [
    {
      code: 422,
      when: 'the request does not validate',
      scope: 'input',
      unchecked:
        /(?:^|\.)(?:Request|Response|BackgroundTasks|WebSocket|HTTPConnection|SecurityScopes)$|\b(?:Depends|Security)\(/,
    },
    { code: 500, when: 'the handler raises what nothing catches', scope: 'handler' },
    { code: 307, when: 'only a slash at the end of the address is wrong', scope: 'path' },
    { code: 404, when: 'no path fits the address', scope: 'path' },
    { code: 405, when: 'the path has no handler for the method, with `Allow`', scope: 'path' },
  ],
  positions,
  misplaced,
  validity,
  answers: {
    ...plainAnswers,
    responseClasses,
    statusProperty: 'status_code',
    withoutContent,
  },
  constants: [starletteStatus, httpStatus],
  exceptions: {},
  recipes,
  // fastapi/routing.py asserts it for the model, named or annotated, and for those of `responses`; a class that only
  // the project knows may be a response.
  bodyless: {
    codes: [204, 205, 304],
    modelKeyword: 'response_model',
    documentedKey: 'model',
    accepted: /^None$|^(?:\w+\.)*\w*Response$|^(?:\w+\.)?Annotated\b/,
    effect: 'FastAPI stops with an AssertionError when the module is imported.',
  },
  raisedSuccess:
    'FastAPI answers it, but dependencies with `yield`, middleware and error handlers take it for a failure: return it.',
};
