/** Every rule, in the order of the README's table. */

import type { Rule } from '../rule';
import { accepted202 } from './accepted-202';
import { actionNot201 } from './action-not-201';
import { bodyWithNoContent } from './body-with-no-content';
import { bodylessModel } from './bodyless-model';
import { deleteAnswers204 } from './delete-answers-204';
import { deprecatedName } from './deprecated-name';
import { errorAsSuccess } from './error-as-success';
import { invalidStatus } from './invalid-status';
import { locationOfCreated } from './location-of-created';
import { missingChallenge } from './missing-challenge';
import { missingHeader } from './missing-header';
import { missingRetryAfter } from './missing-retry-after';
import { overriddenStatus } from './overridden-status';
import { postCreates201 } from './post-creates-201';
import { putCreates201 } from './put-creates-201';
import { redirectAfterWrite } from './redirect-after-write';
import { safeMethodStatus } from './safe-method-status';
import { undocumentedStatus } from './undocumented-status';
import { unregisteredStatus } from './unregistered-status';
import { unsentStatus } from './unsent-status';
import { wrongArgument } from './wrong-argument';

export const rules: readonly Rule[] = [
  postCreates201,
  deleteAnswers204,
  bodyWithNoContent,
  bodylessModel,
  errorAsSuccess,
  missingHeader,
  missingChallenge,
  missingRetryAfter,
  locationOfCreated,
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
  wrongArgument,
  invalidStatus,
];
