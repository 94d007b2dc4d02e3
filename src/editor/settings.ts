/** Reads the settings that package.json contributes, for the document they are scoped to. */

import * as vscode from 'vscode';
import type { InlayHintMode } from '../core/features/inlayHints';
import type { Level, Severity } from '../core/model';
import type { Rule } from '../core/rule';

export const section = 'statusCoach';

const inlayHintModes: readonly InlayHintMode[] = ['off', 'lesserKnown', 'all'];

const severities: readonly (Severity | 'off')[] = ['off', 'hint', 'information', 'warning', 'error'];

export interface Settings {
  readonly hoverEnabled: boolean;
  readonly hintsEnabled: boolean;
  readonly smartSnippets: boolean;
  readonly completionsEnabled: boolean;
  readonly level: Level;
  readonly inlayHints: InlayHintMode;
  /** The severity the user has set for a rule; null where nothing is set, or nothing that is known. */
  severityOf(rule: Rule): Severity | 'off' | null;
}

/** `document` need not be open. */
export function settingsFor(document: Pick<vscode.TextDocument, 'uri' | 'languageId'>): Settings {
  const settings = vscode.workspace.getConfiguration(section, document);
  return {
    hoverEnabled: settings.get('hover.enabled') !== false,
    hintsEnabled: settings.get('hints.enabled') !== false,
    smartSnippets: settings.get('snippets.smart') !== false,
    completionsEnabled: settings.get('completions.enabled') !== false,
    level: settings.get('level') === 'advanced' ? 'advanced' : 'beginner',
    inlayHints: inlayHintModes.find((mode) => mode === settings.get('inlayHints')) ?? 'off',
    severityOf(rule) {
      const set = settings.inspect(`rules.${rule.id}`);
      const chosen = set?.workspaceFolderValue ?? set?.workspaceValue ?? set?.globalValue;
      return severities.find((severity) => severity === chosen) ?? null;
    },
  };
}

/** The port to serve the demo on; 0 takes any that is free. What is no port, the server says itself. */
export function demoPort(): number {
  const settings = vscode.workspace.getConfiguration(section);
  return Number(settings.get('demo.port'));
}
