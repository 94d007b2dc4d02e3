/** Calls on the response of Express that send, which NestJS hands to methods that ask for it. */

import type { SendCall } from '../core/model';

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
