/** Where a status stands, as far as its explanation depends on it. */

import type { Framework } from '../../framework';
import type { Route, Scan, StatusUse } from '../../model';

export interface Setting {
  readonly use: StatusUse;
  readonly route: Route | null;
  readonly scan: Scan;
  /** The framework of the route, or of the file; null where there is none. */
  readonly framework: Framework | null;
  readonly frameworks: readonly Framework[];
}
