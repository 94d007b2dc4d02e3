/** The course: its chapters in order, and what a chapter is made of. */

import type { Chapter } from './chapter';
import { clientErrors } from './chapters/clientErrors';
import { customCodes } from './chapters/customCodes';
import { goodPractice } from './chapters/goodPractice';
import { returningCodes } from './chapters/returningCodes';
import { serverErrors } from './chapters/serverErrors';
import { statusCodes } from './chapters/statusCodes';
import { success } from './chapters/success';

export const chapters: readonly Chapter[] = [
  statusCodes,
  success,
  clientErrors,
  serverErrors,
  returningCodes,
  customCodes,
  goodPractice,
];
