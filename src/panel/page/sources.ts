/** Draws the source of an endpoint in both languages, with the line that decided marked, and what can be done with it. */

import { html, type TemplateResult } from 'lit';
import type { PanelEndpoint, PanelEntry, SourceLanguage } from '../protocol';
import type { Actions } from './actions';
import type { PageModel } from './model';
import { choiceRow, linkButton } from './parts';
import { strings } from './strings';

const words = strings.sources;

/** FastAPI or TypeScript: one choice for all listings. */
export function languageTabs(controls: string, language: SourceLanguage, actions: Actions): TemplateResult {
  const choices = [
    { value: 'python' as const, label: words.python, controls },
    { value: 'typescript' as const, label: words.typescript, controls },
  ];
  return choiceRow('tabs', words.languages, choices, language, (chosen) => actions.keep({ language: chosen }));
}

/** `entry` is the exchange whose status the marked line decided. */
export function source(
  { kept }: PageModel,
  endpoint: PanelEndpoint,
  entry: PanelEntry | undefined,
  actions: Actions,
): TemplateResult {
  const { language, isSourceOpen } = kept;
  const listing = endpoint[language];
  const marked = language === 'python' && entry?.endpoint === endpoint.id ? entry.origin.line : null;
  return html`
    <details
      class="source"
      ?open=${isSourceOpen}
      @toggle=${(event: Event) => {
        const { open } = event.currentTarget as HTMLDetailsElement;
        if (open !== isSourceOpen) actions.keep({ isSourceOpen: open });
      }}
    >
      <summary>${words.title} <code class="quiet">${endpoint.method} ${endpoint.path}</code></summary>
      ${languageTabs('source', language, actions)}
      <pre class="code" tabindex="0" role="tabpanel" id="source" aria-label=${words[language]}>${lines(listing, marked)}</pre>
      <p class="links">
        ${linkButton(words.insert, () => actions.insert(endpoint.id, language), 'insert')}
        ${linkButton(words.copy, () => actions.copy(listing, words.copied), 'copy')}
      </p>
    </details>
  `;
}

function lines(listing: string, marked: number | null): readonly (TemplateResult | string)[] | string {
  if (marked === null) return listing;
  return listing
    .split('\n')
    .map((line, index) =>
      index === marked
        ? html`<mark title=${words.decided}>${line}<span class="unseen"> (${words.decided})</span>${'\n'}</mark>`
        : html`${line}${'\n'}`,
    );
}

export function withoutSource(): TemplateResult {
  return html`<p class="quiet">${words.none}</p>`;
}
