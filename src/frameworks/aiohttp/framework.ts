/** The server of aiohttp as a table. */

import type { Framework, StatusPosition } from '../../core/model';
import { httpStatus } from '../constantFamilies';
import { noRecipes } from '../noRecipes';
import { lowerVerbs } from '../verbs';
import query from './query.scm';

const responses = ['Response', 'json_response', 'StreamResponse', 'FileResponse'];

const positions: readonly StatusPosition[] = responses.map((name) => ({
  name,
  of: 'framework',
  at: { keyword: 'status' },
  role: 'returned',
}));

export const aiohttp: Framework = {
  id: 'aiohttp',
  name: 'aiohttp',
  language: 'python',
  modules: ['aiohttp.web', 'aiohttp'],
  rivals: ['fastapi', 'starlette', 'flask', 'sanic', 'litestar', 'django'],
  query,
  routing: {
    registration: 'decorator',
    routers: ['RouteTableDef'],
    verbs: lowerVerbs,
    generic: [],
    methodsKeyword: null,
    pathKeyword: 'path',
    statusKeyword: null,
    responseClassKeyword: null,
    prefixKeyword: null,
    classes: { bases: /^(?:web\.)?View$/, decorator: null, pathAttribute: null },
    statusDecorators: [],
    routeFiles: null,
    chainOpener: null,
    routerNames: /^(?:routes|\w*_routes)$/,
    handlerParameters: null,
    responseTypes: [],
  },
  defaultStatus: () => 200,
  positions,
  answers: {
    responseClasses: Object.fromEntries(responses.map((name) => [name, 200])),
    returnsBody: true,
    returnsTuple: false,
    bodyProperty: null,
    sends: {},
    statusSetters: [],
    statusProperty: 'status',
  },
  constants: [httpStatus],
  recipes: noRecipes,
};
