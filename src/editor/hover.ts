/** Shows what the engine says about the status or route under the mouse. */

import * as vscode from 'vscode';
import type { HoverLink } from '../core/features/hover';
import type { Service } from '../core/service';
import { t } from '../text';
import { type ChooserTarget, chooseCommand } from './chooser';
import { toRange, toSource } from './convert';
import { isServed } from './documents';
import { stepTaken } from './firstSteps';
import type { Health } from './health';
import { settingsFor } from './settings';

/** Takes `{ code }`: the code to try first. */
const openDemoPanel = 'statusCoach.openDemoPanel';

/** Whoever activates the extension registers it, before there is anything to answer with. */
export function hoverProvider(service: Service, health: Health): vscode.HoverProvider {
  return health.guarded<vscode.HoverProvider>('The hover', {
    async provideHover(document, position) {
      const { hoverEnabled, level } = settingsFor(document);
      if (!hoverEnabled) return null;
      const hover = await service.hover(toSource(document), document.offsetAt(position), level);
      if (!hover) return null;
      const links = hover.links.map((link) => linkText(link, document.uri)).join(' · ');
      const text = new vscode.MarkdownString(links === '' ? hover.markdown : `${hover.markdown}\n\n${links}`);
      // Nothing else that the text of a file may smuggle in is run.
      text.isTrusted = { enabledCommands: [openDemoPanel, chooseCommand] };
      stepTaken('hover');
      return new vscode.Hover(text, toRange(document, hover.span));
    },
  });
}

/**
 * Reads the document that was opened last, which is the one looked at as a rule, while VS Code gets round to asking for
 * a hover. Settles when it is read, whether it can be or not. In the middle it waits for a lull, so that hovers go first.
 */
export function aheadReader(service: Service) {
  return async (lull: () => Promise<void>): Promise<void> => {
    const document = vscode.workspace.textDocuments.filter(isServed).at(-1);
    // Whoever asks about it is told what goes wrong.
    if (document) await service.readAhead(toSource(document), lull).catch(() => undefined);
  };
}

function linkText(link: HoverLink, uri: vscode.Uri): string {
  switch (link.to) {
    case 'page':
      return `[${link.label}](${link.url})`;
    case 'demo':
      return `[${t('Try it in the demo panel')}](${commandLink(openDemoPanel, { code: link.code })})`;
    case 'chooser': {
      const target: ChooserTarget = { uri: uri.toString(), ...link.span };
      return `[${t('Change it...')}](${commandLink(chooseCommand, target)})`;
    }
  }
}

function commandLink(command: string, argument: object): string {
  // Parentheses would end the link, and they pass through `encodeURIComponent`.
  const encoded = encodeURIComponent(JSON.stringify([argument])).replace(
    /[()']/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `command:${command}?${encoded}`;
}
