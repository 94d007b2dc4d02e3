/** Next.js's app router as a table, with the web-standard responses it is made of. */

import type { ContentEffect, Framework, StatusPosition } from '../../core/framework';
import type { MisplacedStatus } from '../../core/model';
import { httpStatusCodes, httpStatusCodesLegacy } from '../constantFamilies';
import { plainAnswers, plainRouting } from '../defaults';
import { standardResponses } from '../responseRecipes';
import { upperVerbs } from '../verbs';
import { webPositions, webResponses, webValidity } from '../webResponses';
import query from './query.scm';

/** `redirect` of NextResponse is 307 where the standard's is 302. */
const responseClasses = {
  ...webResponses,
  NextResponse: 200,
  'NextResponse.json': 200,
  'NextResponse.redirect': 307,
} as const;

/** next/navigation: functions that throw what Next.js answers. */
const exits = {
  'next/navigation.redirect': 307,
  'next/navigation.permanentRedirect': 308,
  'next/navigation.notFound': 404,
  'next/navigation.forbidden': 403,
  'next/navigation.unauthorized': 401,
} as const;

const positions: readonly StatusPosition[] = [
  ...webPositions,
  { name: 'NextResponse', of: 'framework', at: { index: 1, property: 'status' }, role: 'returned' },
  { name: 'NextResponse.json', of: 'framework', at: { index: 1, property: 'status' }, role: 'returned' },
  { name: 'NextResponse.redirect', of: 'framework', at: { index: 1, property: 'status' }, role: 'returned' },
  { name: 'NextResponse.redirect', of: 'framework', at: { index: 1 }, role: 'returned' },
];

const throws = 'The Response constructor throws, and clients get 500.';

/** An empty string is a body to the constructor; `null` is none, but `json(null)` writes it. */
const withoutContent: readonly ContentEffect[] = [
  {
    codes: [204, 205, 304],
    calls: ['Response', 'NextResponse'],
    counts: 'not null',
    severity: 'error',
    effect: throws,
  },
  {
    codes: [204, 205, 304],
    calls: ['Response.json', 'NextResponse.json'],
    counts: 'anything',
    severity: 'error',
    effect: throws,
  },
];

const misplaced: readonly MisplacedStatus[] = [
  {
    name: 'NextResponse.json',
    of: 'framework',
    index: 1,
    effect: 'The status goes into an object: a number here raises TypeError, and the client gets 500.',
    repair: { by: 'property', property: 'status' },
  },
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
    routeFiles: /^(?:(?:.*\/)?app\/)?(?<path>(?:.*\/)?)route\.[jt]sx?$/,
  },
  defaultStatus: () => 200,
  automatic: [
    { code: 500, when: 'the handler throws, or returns no response', scope: 'handler' },
    {
      code: 405,
      when: 'the file exports no handler for the method, without the `Allow` that belongs to it',
      scope: 'path',
    },
  ],
  positions,
  misplaced,
  validity: webValidity,
  answers: {
    ...plainAnswers,
    responseClasses,
    exits,
    withoutContent,
  },
  constants: [httpStatusCodes, httpStatusCodesLegacy],
  exceptions: {},
  recipes: standardResponses,
};
