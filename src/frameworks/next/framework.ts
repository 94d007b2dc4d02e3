/** Next.js's app router as a table, with the web-standard responses it is made of. */

import type { Framework, StatusPosition } from '../../core/model';
import { httpStatusCodes, httpStatusCodesLegacy } from '../constantFamilies';
import { plainAnswers, plainRouting } from '../defaults';
import { noRecipes } from '../noRecipes';
import { upperVerbs } from '../verbs';
import query from './query.scm';

/** Constructors and static methods that make a response; `redirect` of NextResponse is 307 where the standard's is 302. */
const responseClasses = {
  Response: 200,
  'Response.json': 200,
  'Response.redirect': 302,
  NextResponse: 200,
  'NextResponse.json': 200,
  'NextResponse.redirect': 307,
} as const;

const positions: readonly StatusPosition[] = [
  { name: 'Response', of: 'framework', at: { index: 1, property: 'status' }, role: 'returned' },
  { name: 'NextResponse', of: 'framework', at: { index: 1, property: 'status' }, role: 'returned' },
  { name: 'json', of: 'framework', at: { index: 1, property: 'status' }, role: 'returned' },
  { name: 'redirect', of: 'framework', at: { index: 1 }, role: 'returned' },
];

export const next: Framework = {
  id: 'next',
  name: 'Next.js',
  language: 'ecmascript',
  modules: ['next'],
  rivals: [],
  queries: [query],
  routing: {
    ...plainRouting,
    registration: 'name',
    verbs: upperVerbs,
    routeFiles: /(?:^|\/)route\.[jt]sx?$/,
  },
  defaultStatus: () => 200,
  positions,
  answers: {
    ...plainAnswers,
    responseClasses,
  },
  constants: [httpStatusCodes, httpStatusCodesLegacy],
  exceptions: {},
  recipes: noRecipes,
};
