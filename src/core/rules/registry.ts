/** Every rule, in the order of the README's table. */

import type { Rule } from '../model';
import { deleteAnswers204 } from './delete-answers-204';
import { postCreates201 } from './post-creates-201';

export const rules: readonly Rule[] = [postCreates201, deleteAnswers204];
