/** Numbers of things as people read them. */

import * as vscode from 'vscode';
import { t } from '../text';

/** With the separators of the language that is spoken. */
export function numeral(count: number): string {
  return count.toLocaleString(vscode.l10n.bundle ? vscode.env.language : 'en');
}

export function routesCounted(count: number): string {
  return count === 1 ? t('1 route') : t`${numeral(count)} routes`;
}

export function filesCounted(count: number): string {
  return count === 1 ? t('1 file') : t`${numeral(count)} files`;
}
