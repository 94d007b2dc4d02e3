/** API routes of Next.js's pages router as a table. */

import type { Framework, StatusPosition } from '../../core/framework';
import { httpStatusCodes, httpStatusCodesLegacy } from '../constantFamilies';
import { plainAnswers, plainRouting } from '../defaults';
import { expressSends } from '../expressSends';
import { sendRecipes } from '../sendRecipes';
import { webPositions, webResponses, webValidity } from '../webResponses';
import query from './query.scm';

const positions: readonly StatusPosition[] = [
  ...webPositions,
  { name: 'status', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'writeHead', of: 'response', at: { index: 0 }, role: 'returned' },
  { name: 'redirect', of: 'response', at: { index: 0, arity: 2 }, role: 'returned' },
  { name: 'statusCode', of: 'response', at: { assigned: true }, role: 'returned' },
];

export const nextPages: Framework = {
  id: 'next-pages',
  name: 'Next.js API routes',
  language: 'ecmascript',
  modules: ['next'],
  rivals: [],
  queries: [query],
  routing: {
    ...plainRouting,
    registration: 'name',
    verbs: { default: 'ANY' },
    routeFiles: /(?:^|\/)pages\/(?<path>api(?:\/(?!.*\.(?:test|spec|d)\.).*)?)\.[jt]sx?$/,
    handlerParameters: { request: /^_?(?:req|request)$/, response: /^_?(?:res|response)$/ },
    responseTypes: ['NextApiResponse'],
  },
  defaultStatus: () => 200,
  automatic: [{ code: 500, when: 'the handler throws', scope: 'handler' }],
  positions,
  validity: [
    ...webValidity.filter(({ names }) => names),
    { takes: [[100, 999]], otherwise: 'Node sends 100 to 999 only: the client gets 500.', string: null },
  ],
  answers: {
    ...plainAnswers,
    responseClasses: webResponses,
    returnsBody: false,
    // next/server/api-utils: redirect is 307 where Express has 302.
    sends: { ...expressSends, redirect: { status: 0, defaultStatus: 307, fixed: true } },
    statusSetters: ['status', 'writeHead'],
    statusProperty: 'statusCode',
    withoutContent: [
      {
        codes: [204, 304],
        counts: 'not empty',
        severity: 'warning',
        effect: 'Next.js drops it, with a warning in development, and clients never see it.',
      },
      { codes: [205], counts: 'not empty', severity: 'warning', effect: 'Next.js sends it all the same.' },
    ],
  },
  constants: [httpStatusCodes, httpStatusCodesLegacy],
  exceptions: {},
  recipes: sendRecipes({ setter: '.status', empty: '.end()' }),
};
