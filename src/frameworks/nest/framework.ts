/** NestJS as a table. */

import type { Framework, StatusPosition } from '../../core/model';
import { httpStatusCodes, nestStatus } from '../constantFamilies';
import { noRecipes } from '../noRecipes';
import { capitalVerbs } from '../verbs';
import query from './query.scm';

const positions: readonly StatusPosition[] = [
  { name: 'HttpCode', of: 'framework', at: { index: 0 }, role: 'success' },
  { name: 'Redirect', of: 'framework', at: { index: 1 }, role: 'success' },
  // The body comes first, unlike in most frameworks (nestjs/common exceptions/http.exception.ts).
  { name: 'HttpException', of: 'framework', at: { index: 1 }, role: 'raised' },
];

export const nest: Framework = {
  id: 'nest',
  name: 'NestJS',
  language: 'ecmascript',
  modules: ['@nestjs'],
  rivals: [],
  query,
  routing: {
    registration: 'bare-decorator',
    routers: [],
    verbs: { ...capitalVerbs, All: 'ANY' },
    generic: [],
    methodsKeyword: null,
    pathKeyword: null,
    statusKeyword: null,
    responseClassKeyword: null,
    prefixKeyword: null,
    classes: { bases: null, decorator: 'Controller', pathAttribute: null },
    statusDecorators: ['HttpCode'],
    routeFiles: null,
    chainOpener: null,
    routerNames: /^$/,
    handlerParameters: null,
    responseTypes: [],
  },
  // nestjs/core router/router-response-controller.ts, getStatusByMethod; a POST through @All is 200.
  defaultStatus: (method) => (method === 'POST' ? 201 : 200),
  positions,
  answers: {
    responseClasses: {},
    returnsBody: true,
    returnsTuple: false,
    bodyProperty: null,
    sends: {},
    statusSetters: [],
    statusProperty: 'statusCode',
  },
  constants: [nestStatus, httpStatusCodes],
  recipes: noRecipes,
};
