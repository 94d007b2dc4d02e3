/** Offers handlers and tests while they are typed, where one can stand, and by the command. */

import * as vscode from 'vscode';
import type { Framework } from '../core/framework';
import type { Service } from '../core/service';
import type { SnippetLibrary } from '../core/snippets/library';
import type { Offer } from '../core/snippets/offers';
import { mayBeOffered } from '../engine';
import { t } from '../text';
import { toRange, toSource } from './convert';
import { selector } from './documents';
import type { Health } from './health';
import { registerInsertHandler } from './insertHandler';
import { settingsFor } from './settings';

export function registerHandlers(
  service: Service,
  frameworks: readonly Framework[],
  load: () => Promise<{ readonly library: SnippetLibrary }>,
  health: Health,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerOffers(service, frameworks, load, health),
    registerInsertHandler(service, frameworks, load),
  );
}

function registerOffers(
  service: Service,
  frameworks: readonly Framework[],
  load: () => Promise<{ readonly library: SnippetLibrary }>,
  health: Health,
): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    selector,
    health.guarded('Handlers', {
      async provideCompletionItems(document, position, token) {
        const before = document.lineAt(position).text.slice(0, position.character);
        const word = /^[ \t]*([a-z][a-z0-9-]*)$/.exec(before)?.[1];
        if (!word || !mayBeOffered(word) || !settingsFor(document).smartSnippets) return [];
        const source = toSource(document);
        const offset = document.offsetAt(position) - word.length;
        const outline = await service.outline(source, offset);
        if (!outline?.place || token.isCancellationRequested) return [];
        const { library } = await load();
        const templates = library.templatesFor(document.languageId, frameworks);
        const range = new vscode.Range(position.translate(0, -word.length), position);
        return library.offersAt({ source, outline, offset, word, frameworks, templates }).map((offer) => {
          const item = new OfferItem(offer, document.languageId);
          item.range = range;
          item.additionalTextEdits = offer.edits.map(({ span, text }) =>
            vscode.TextEdit.replace(toRange(document, span), text),
          );
          return item;
        });
      },
      resolveCompletionItem(item) {
        if (item instanceof OfferItem) item.documentation = item.preview();
        return item;
      },
    }),
    // A hyphen ends a word for the editor, and not for these.
    '-',
  );
}

class OfferItem extends vscode.CompletionItem {
  readonly preview: () => vscode.MarkdownString;

  constructor(offer: Offer, languageId: string) {
    super({ label: offer.prefix, description: offer.framework }, vscode.CompletionItemKind.Snippet);
    this.detail = t(offer.description);
    this.insertText = new vscode.SnippetString(offer.body);
    // Behind what belongs to the language itself.
    this.sortText = `~${offer.prefix}`;
    this.preview = () => new vscode.MarkdownString().appendCodeblock(offer.preview(), languageId);
  }
}
