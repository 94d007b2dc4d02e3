/** Calls on the response of Express that send, which NestJS hands to methods that ask for it. */

import type { ContentEffect, SendCall } from '../core/framework';

export const expressSends: Readonly<Record<string, SendCall>> = {
  json: { body: 0, serialises: true },
  jsonp: { body: 0, serialises: true },
  send: { body: 0 },
  end: { body: 0 },
  sendStatus: { status: 0 },
  render: { fixed: true },
  sendFile: { fixed: true },
  download: { fixed: true },
  redirect: { status: 0, defaultStatus: 302, fixed: true },
};

/** Express and Node.js on content beside a code that has none (express/lib/response.js, node:_http_server). */
export const expressWithoutContent: readonly ContentEffect[] = [
  {
    codes: [204, 304],
    counts: 'not empty',
    severity: 'warning',
    effect: 'Express drops it, and clients never see it.',
  },
  {
    codes: [205],
    calls: ['json', 'jsonp', 'send'],
    counts: 'not empty',
    severity: 'warning',
    effect: 'Express drops it, and clients never see it.',
  },
  { codes: [205], calls: ['end'], counts: 'not empty', severity: 'warning', effect: 'Node.js sends it all the same.' },
  {
    codes: ['1xx'],
    counts: 'not empty',
    severity: 'error',
    effect: 'Express sends a head that announces another answer, and clients wait for it in vain.',
  },
];
