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

type Scope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** Settings by language and folder, beyond which none is told apart; null while nobody tells of changes. */
let known: Map<string, Settings> | null = null;

/**
 * Keeps settings until they change: to ask VS Code for them at every keystroke costs as much as to read the file. Whoever
 * acts on a change of settings subscribes later than this.
 */
export function keepSettings(): vscode.Disposable {
  known = new Map();
  const forget = () => known?.clear();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration(forget),
    vscode.workspace.onDidChangeWorkspaceFolders(forget),
    { dispose: () => (known = null) },
  );
}

/** `document` need not be open. */
export function settingsFor(document: Scope): Settings {
  const key = `${document.languageId} ${vscode.workspace.getWorkspaceFolder(document.uri)?.uri.toString()}`;
  const settings = known?.get(key) ?? readSettings(document);
  known?.set(key, settings);
  return settings;
}

function readSettings(document: Scope): Settings {
  const settings = vscode.workspace.getConfiguration(section, document);
  const ofRules = new Map<string, Severity | 'off' | null>();
  return {
    hoverEnabled: settings.get('hover.enabled') !== false,
    hintsEnabled: settings.get('hints.enabled') !== false,
    smartSnippets: settings.get('snippets.smart') !== false,
    completionsEnabled: settings.get('completions.enabled') !== false,
    level: settings.get('level') === 'advanced' ? 'advanced' : 'beginner',
    inlayHints: inlayHintModes.find((mode) => mode === settings.get('inlayHints')) ?? 'off',
    severityOf({ id }) {
      const before = ofRules.get(id);
      if (before !== undefined) return before;
      const set = settings.inspect(`rules.${id}`);
      const chosen = set?.workspaceFolderValue ?? set?.workspaceValue ?? set?.globalValue;
      const severity = severities.find((each) => each === chosen) ?? null;
      ofRules.set(id, severity);
      return severity;
    },
  };
}

/** The port to serve the demo on; 0 takes any that is free. What is no port, the server says itself. */
export function demoPort(): number {
  const settings = vscode.workspace.getConfiguration(section);
  return Number(settings.get('demo.port'));
}
