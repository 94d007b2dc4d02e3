/** A constant goes by a name that the project's own version of its package has deprecated. */

import { sentences, t } from '../../text';
import type { Finding } from '../model';
import type { Rule } from '../rule';

export const deprecatedName: Rule = {
  id: 'deprecated-name',
  summary: 'A constant goes by its current name.',
  why: 'RFC 9110 renamed 413, 414, 416 and 422. Packages follow with new names and deprecate the old ones, in Starlette from 0.48.0 on.',
  severity: 'warning',
  theme: 'names',
  example: {
    languageId: 'python',
    before:
      'from fastapi import HTTPException, status\n\nraise HTTPException(status.HTTP_422_UNPROCESSABLE_ENTITY, "no name")\n',
    after:
      'from fastapi import HTTPException, status\n\nraise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT, "no name")\n',
    project: { versions: { starlette: { lowest: '0.48.0' } } },
  },
  check({ scan, renaming }) {
    return scan.uses.flatMap((use): Finding[] => {
      const renamed = renaming(use);
      if (!renamed || !use.constant) return [];
      const { family, member, since, edits } = renamed;
      const message = sentences(
        t`${use.constant.member} is deprecated since ${`${family.package} ${since}`}: the name is ${member} now.`,
        t(family.deprecation),
      );
      const fixes = edits ? [{ title: t`Write ${member}`, preferred: true, edits }] : [];
      return [{ rule: this.id, span: use.span, message, severity: this.severity, suggest: null, fixes }];
    });
  },
};
