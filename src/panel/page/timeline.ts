/** Draws the requests of this session, the latest first; one that is chosen is shown again. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from './actions';
import { type PageModel, phraseOf, shownEntry } from './model';
import { iconButton, requestLine, statusLabel } from './parts';
import { statusClass } from './status';
import { strings } from './strings';

const words = strings.timeline;

export function timeline(model: PageModel, actions: Actions): TemplateResult | typeof nothing {
  const entries = [...(model.live?.timeline ?? [])].reverse();
  if (entries.length === 0) return nothing;
  const shown = shownEntry(model);
  const move = (event: KeyboardEvent, index: number) => {
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: entries.length - 1 }[event.key];
    const rows = (event.currentTarget as HTMLElement).closest('ol')?.querySelectorAll('button');
    const row = target === undefined ? undefined : rows?.[target];
    if (!row) return;
    event.preventDefault();
    row.focus();
  };
  return html`
    <section class="timeline" aria-labelledby="timeline-title">
      <div class="pairs-head">
        <h2 id="timeline-title">${words.title} <span class="quiet">${words.count(entries.length)}</span></h2>
        ${iconButton('clear-all', words.clear, actions.clearTimeline)}
      </div>
      <ol class="entries" reversed>
        ${entries.map((entry, index) => {
          const { request, response } = entry.exchange;
          const { name } = statusClass(response.status);
          const phrase = phraseOf(model, response.status, response.reason);
          return html`<li>
            <button
              type="button"
              class="row entry"
              aria-current=${entry === shown}
              aria-label=${words.entry(request.method, request.target, response.status, `${phrase}, ${name}`)}
              @click=${() => actions.showEntry(entry)}
              @keydown=${(event: KeyboardEvent) => move(event, index)}
            >
              ${statusLabel(response.status, '')} ${requestLine(request.method, request.target)}
            </button>
          </li>`;
        })}
      </ol>
    </section>
  `;
}
