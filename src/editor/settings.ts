/** Reads the settings that package.json contributes, for the document they are scoped to. */

import * as vscode from 'vscode';
import type { Level } from '../core/features/hover';
import type { Rule, Severity } from '../core/model';

export const section = 'statusCoach';

const severities: readonly (Severity | 'off')[] = ['off', 'hint', 'information', 'warning', 'error'];

export interface Settings {
  readonly hoverEnabled: boolean;
  readonly hintsEnabled: boolean;
  readonly level: Level;
  /** The severity the user wants for a rule; the rule's own where the setting holds anything else. */
  severityOf(rule: Rule): Severity | 'off';
}

export function settingsFor(document: vscode.TextDocument): Settings {
  const settings = vscode.workspace.getConfiguration(section, document);
  return {
    hoverEnabled: settings.get('hover.enabled') !== false,
    hintsEnabled: settings.get('hints.enabled') !== false,
    level: settings.get('level') === 'advanced' ? 'advanced' : 'beginner',
    severityOf: (rule) => severities.find((severity) => severity === settings.get(`rules.${rule.id}`)) ?? rule.severity,
  };
}
