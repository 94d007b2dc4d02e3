/** Every rule, in the order of the README's table. */

import type { Rule } from '../model';
import { accepted202 } from './accepted-202';
import { actionNot201 } from './action-not-201';
import { deleteAnswers204 } from './delete-answers-204';
import { deprecatedName } from './deprecated-name';
import { overriddenStatus } from './overridden-status';
import { postCreates201 } from './post-creates-201';
import { putCreates201 } from './put-creates-201';
import { redirectAfterWrite } from './redirect-after-write';
import { safeMethodStatus } from './safe-method-status';
import { undocumentedStatus } from './undocumented-status';
import { unregisteredStatus } from './unregistered-status';
import { unsentStatus } from './unsent-status';

export const rules: readonly Rule[] = [
  postCreates201,
  deleteAnswers204,
  overriddenStatus,
  undocumentedStatus,
  unregisteredStatus,
  deprecatedName,
  actionNot201,
  putCreates201,
  accepted202,
  safeMethodStatus,
  redirectAfterWrite,
  unsentStatus,
];
