/** Sanic as a table. */

import type { AnswerRequest, Created, Framework, StatusPosition, StatusValidity } from '../../core/framework';
import type { MisplacedStatus } from '../../core/model';
import { httpStatus } from '../constantFamilies';

import { at, plainAnswers, plainClasses, plainRouting } from '../defaults';

import { fString, pythonRequest } from '../locations';
import { keywordResponses } from '../responseRecipes';
import { unreadPythonRivals } from '../rivals';
import { lowerVerbs } from '../verbs';

const responses = ['json', 'text', 'raw', 'html', 'file'];

const positions: readonly StatusPosition[] = [
  ...responses.map(
    (name): StatusPosition => ({ name, of: 'framework', at: { index: 1, keyword: 'status' }, role: 'returned' }),
  ),
  { name: 'empty', of: 'framework', at: { index: 0, keyword: 'status' }, role: 'returned' },
  { name: 'redirect', of: 'framework', at: { index: 2, keyword: 'status' }, role: 'returned' },
  // The message comes first (sanic/exceptions.py).
  { name: 'SanicException', of: 'framework', at: { index: 1, keyword: 'status_code' }, role: 'raised' },
];

/** sanic/exceptions.py */
const exceptions = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  PayloadTooLarge: 413,
  RangeNotSatisfiable: 416,
  ExpectationFailed: 417,
  ServerError: 500,
  ServiceUnavailable: 503,
} as const;

const misplaced: readonly MisplacedStatus[] = [
  {
    name: 'SanicException',
    of: 'framework',
    index: 0,
    statusAt: 1,
    effect:
      'SanicException takes the message first. In this order the text is taken for the status, and the answer fails.',
    repair: { by: 'swap' },
  },
];

/** sanic/http/http1.py and helpers: it has a list of a thousand status lines, and sends none below 200 as an answer. */
const validity: readonly StatusValidity[] = [
  {
    takes: [[200, 999]],
    otherwise: 'Sanic takes 200 to 999 only: it raises an error in place of the answer.',
    string: 'A status has to be a number: with a string Sanic raises an error in place of the answer.',
  },
];

/** The path as it was sent, with the prefix of every blueprint; Sanic takes it with a slash at its end too. */
function locationOf(request: AnswerRequest, created: Created): string | null {
  const name = pythonRequest(request, null);
  return name && fString(`${name}.path`, request.route, created, false);
}

export const sanic: Framework = {
  id: 'sanic',
  name: 'Sanic',
  language: 'python',
  modules: ['sanic'],
  rivals: ['fastapi', 'starlette', 'flask', 'aiohttp', 'litestar', 'django', ...unreadPythonRivals],
  queries: [],
  routing: {
    ...plainRouting,
    shapes: ['decorators', 'class methods'],
    registration: 'decorator',
    routers: ['Sanic', 'Blueprint'],
    verbs: lowerVerbs,
    generic: ['route'],
    methodsKeyword: 'methods',
    pathKeyword: 'uri',
    prefixKeyword: 'url_prefix',
    classes: {
      ...plainClasses,
      bases: /HTTPMethodView$/,
      adapter: 'as_view',
      keywords: { path: 'uri', router: 'attach' },
    },
    apart: [
      { name: 'add_route', of: 'router', path: at(1, 'uri'), handler: at(0, 'handler'), methods: at(2, 'methods') },
    ],
    mounts: [
      { name: 'blueprint', of: 'router', prefix: at(null, 'url_prefix'), mounted: at(0, 'blueprint'), replaces: true },
      { name: 'group', of: 'router', prefix: at(null, 'url_prefix'), mounted: {} },
    ],
    routerNames: /^(?:app|bp|blueprint|\w*_(?:app|bp|blueprint))$/i,
  },
  defaultStatus: () => 200,
  automatic: [
    { code: 500, when: 'the handler raises what nothing catches', scope: 'handler' },
    { code: 404, when: 'no path fits the address', scope: 'path' },
    { code: 405, when: 'the path has no handler for the method, with `Allow`', scope: 'path' },
  ],
  positions,
  misplaced,
  validity,
  answers: {
    ...plainAnswers,
    returnsResponse: true,
    // sanic/response/convenience.py
    responseClasses: { ...Object.fromEntries(responses.map((name) => [name, 200])), empty: 204, redirect: 302 },
    contentKeywords: ['body'],
    withoutContent: [
      {
        codes: [204, 304],
        calls: ['json', 'text', 'raw', 'html'],
        counts: 'not empty',
        severity: 'warning',
        effect: 'Sanic drops it with a warning in the log, and clients never see it.',
      },
      {
        codes: [205],
        calls: ['json', 'text', 'raw', 'html'],
        counts: 'not empty',
        severity: 'warning',
        effect: 'Sanic sends it all the same.',
      },
    ],
  },
  constants: [httpStatus],
  exceptions,
  recipes: keywordResponses(
    'sanic.response',
    { json: 'empty', text: 'empty', raw: 'empty', html: 'empty', empty: 'empty' },
    locationOf,
  ),
  ownHeaders: [
    { code: 401, calls: ['Unauthorized'], whenGiven: true },
    { code: 405, calls: ['MethodNotAllowed'] },
    { code: 416, calls: ['RangeNotSatisfiable'] },
  ],
};
