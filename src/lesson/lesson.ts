/** The lesson as data: its endpoints, what they teach, requests worth sending, and their source in both languages. */

import type { Endpoint } from './endpoint';
import { accessEndpoints } from './endpoints/access';
import { fileEndpoints } from './endpoints/files';
import { itemEndpoints } from './endpoints/items';
import { processEndpoints } from './endpoints/processes';
import { statusEndpoints } from './endpoints/statuses';
import { userEndpoints } from './endpoints/users';

/** In the order in which a lesson takes them: roughly that of lesson/app.py. */
export const endpoints: readonly Endpoint[] = [
  ...itemEndpoints,
  ...userEndpoints,
  ...processEndpoints,
  ...fileEndpoints,
  ...accessEndpoints,
  ...statusEndpoints,
];
