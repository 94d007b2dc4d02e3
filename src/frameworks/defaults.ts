/** What most frameworks do not have: a table names only what is its own. */

import type { AnswerTable, Routing } from '../core/model';

export const plainRouting = {
  routers: [],
  generic: [],
  methodsKeyword: null,
  pathKeyword: null,
  statusKeyword: null,
  responseClassKeyword: null,
  prefixKeyword: null,
  mountNames: [],
  prefixCalls: [],
  methodFirst: [],
  describedHandler: null,
  classes: null,
  statusDecorators: [],
  redirectDecorator: null,
  routeFiles: null,
  chainOpener: null,
  // No name is taken for a router's.
  routerNames: /^$/,
  handlerParameters: null,
  responseTypes: [],
} satisfies Partial<Routing>;

export const plainAnswers = {
  responseClasses: {},
  returnsBody: true,
  returnsTuple: false,
  bodyProperty: null,
  sends: {},
  statusSetters: [],
  statusProperty: 'status',
  selfProperties: [],
  raises: [],
  exits: {},
  unanswered: null,
} satisfies AnswerTable;
