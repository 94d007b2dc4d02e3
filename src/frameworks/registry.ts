/** Every framework the engine knows; where two claim the same shape, the first one listed has it. */

import type { Framework } from '../core/model';
import { express } from './express/framework';
import { fastapi } from './fastapi/framework';

export const frameworks: readonly Framework[] = [fastapi, express];
