/** What most frameworks do not have: a table names only what is its own. */

import type { AnswerTable, ArgumentAt, ClassRouting, Routing } from '../core/framework';

export const plainRouting = {
  shapes: [],
  routers: [],
  generic: [],
  notRegistering: [],
  methodsKeyword: null,
  pathKeyword: null,
  statusKeyword: null,
  responseClassKeyword: null,
  prefixKeyword: null,
  mountNames: [],
  prefixCalls: [],
  methodFirst: [],
  describedHandler: null,
  apart: [],
  mounts: [],
  plainDecorators: {},
  classes: null,
  statusDecorators: [],
  schemaDecorators: [],
  redirectDecorator: null,
  routeFiles: null,
  chainOpener: null,
  // No name is taken for a router's.
  routerNames: /^$/,
  handlerParameters: null,
  responseTypes: [],
} satisfies Partial<Routing>;

export const plainClasses = {
  bases: null,
  decorator: null,
  pathAttribute: null,
  adapter: null,
  keywords: null,
  inherited: null,
} satisfies ClassRouting;

export const plainAnswers = {
  responseClasses: {},
  returnsBody: true,
  returnsResponse: false,
  returnsTuple: false,
  bodyProperty: null,
  sends: {},
  statusSetters: [],
  statusProperty: 'status',
  selfProperties: [],
  raises: [],
  exits: {},
  unanswered: null,
  contentKeywords: ['content'],
  withoutContent: [],
  emptySend: null,
} satisfies AnswerTable;

/** An argument that stands at an index, goes by a keyword, or may do both. */
export function at(index: number | null, keyword: string | null): ArgumentAt {
  return { ...(index === null ? {} : { index }), ...(keyword === null ? {} : { keyword }) };
}
