/** Draws an exchange as it was: status line, what it means, why it came to it, headers and body, and the request behind it. */

import { html, nothing, type TemplateResult } from 'lit';
import type { PanelEntry, PanelExchange } from '../protocol';
import type { Actions } from './actions';
import { layOutJson } from './json';
import { codeCalled, type PageModel, phraseOf, shownEntry } from './model';
import { linkButton, requestLine, statusLabel } from './parts';
import { prose } from './prose';
import { statusClass } from './status';
import { strings } from './strings';

const words = strings.answer;

export function answer(model: PageModel, actions: Actions): TemplateResult {
  const entry = shownEntry(model);
  return html`
    <section class="answer" aria-labelledby="answer-title" aria-busy=${model.pending !== null}>
      <h2 id="answer-title">${words.title}</h2>
      ${entry ? details(model, entry, actions) : html`<p class="quiet">${words.none}</p>`}
    </section>
  `;
}

function details(model: PageModel, entry: PanelEntry, actions: Actions): TemplateResult {
  const { request, response, milliseconds } = entry.exchange;
  const { name } = statusClass(response.status);
  const version = response.httpVersion === null ? '' : `HTTP/${response.httpVersion} `;
  const isEarlier = entry.id !== model.live?.timeline.at(-1)?.id;
  return html`
    ${
      isEarlier
        ? html`<p class="links quiet">
            <span>${words.earlier}</span> ${linkButton(words.latest, () => actions.keep({ entry: null }))}
          </p>`
        : nothing
    }
    <p class="sent">${requestLine(request.method, request.target)}</p>
    <p class="status-line">${statusLabel(response.status, phraseOf(model, response.status, response.reason), version)}</p>
    <p class="quiet">${name} · ${durationText(milliseconds)}</p>
    ${meaning(model, response.status, actions)}
    <h3>${words.decidedBy}</h3>
    <p>${prose(entry.origin.by)}</p>
    ${decidingLine(model, entry, actions)}
    <h3>${words.body} ${response.bodyBytes === 0 ? nothing : html`<span class="quiet">${words.bytes(response.bodyBytes)}</span>`}</h3>
    ${
      response.bodyBytes === 0
        ? html`<p class="quiet">${words.noBody}</p>`
        : html`<pre class="code wrapped" tabindex="0" role="group" aria-label=${words.body}>${layOutJson(response.body)}</pre>`
    }
    <details open>
      <summary>${words.headers}</summary>
      <dl class="headers">
        ${response.headers.map(([header, value]) => html`<div><dt>${header}</dt><dd>${value}</dd></div>`)}
      </dl>
    </details>
    <details>
      <summary>${words.request}</summary>
      <pre class="code wrapped" tabindex="0" role="group" aria-label=${words.request}>${requestText(entry.exchange)}</pre>
    </details>
    <details>
      <summary>${words.response}</summary>
      ${
        response.httpVersion === null
          ? html`<p class="quiet">${words.inProcess}</p>`
          : html`<pre class="code wrapped" tabindex="0" role="group" aria-label=${words.response}>${responseText(entry.exchange)}</pre>`
      }
    </details>
  `;
}

function meaning(model: PageModel, status: number, actions: Actions): TemplateResult {
  const code = codeCalled(model, status);
  if (!code) return html`<p>${words.unknown(status)}</p>`;
  const { reference, mdn } = code;
  return html`
    <p>${prose(code.meaning[model.live?.level ?? 'beginner'])}</p>
    <p class="links">
      ${linkButton(words.moreAbout(status), () => actions.showCode(status))}
      ${reference ? html`<a href=${reference.url}>${reference.label}</a>` : nothing}
      ${mdn ? html`<a href=${mdn}>${strings.codes.mdn}</a>` : nothing}
    </p>
  `;
}

/** The line itself, so that nobody has to look for it; the whole source is below. */
function decidingLine(
  model: PageModel,
  { endpoint, origin }: PanelEntry,
  actions: Actions,
): TemplateResult | typeof nothing {
  const listing = model.content?.endpoints.find(({ id }) => id === endpoint)?.python;
  const line = origin.line === null ? undefined : listing?.split('\n')[origin.line];
  if (line === undefined) return nothing;
  return html`<button
    type="button"
    class="deciding"
    title=${strings.sources.title}
    @click=${() => actions.keep({ isSourceOpen: true, language: 'python' })}
  >
    <code>${line.trim()}</code>
  </button>`;
}

function requestText({ request, response }: PanelExchange): string {
  const version = response.httpVersion === null ? '' : ` HTTP/${response.httpVersion}`;
  return message(`${request.method} ${request.target}${version}`, request.headers, request.body ?? '');
}

function responseText({ response }: PanelExchange): string {
  const { httpVersion, status, reason, headers, body } = response;
  return message(`HTTP/${httpVersion} ${status} ${reason}`.trimEnd(), headers, body);
}

function message(first: string, headers: PanelExchange['request']['headers'], body: string): string {
  const head = [first, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return body === '' ? head : `${head}\n\n${body}`;
}

function durationText(milliseconds: number): string {
  return milliseconds < 1 ? words.underOne : words.milliseconds(Math.round(milliseconds));
}
