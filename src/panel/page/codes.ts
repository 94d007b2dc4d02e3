/** Draws the map of all codes by class, to look things up, and the card of the chosen one. */

import { html, nothing, type TemplateResult } from 'lit';
import type { PanelCode } from '../protocol';
import type { Actions } from './actions';
import { filteredCodes, type PageModel } from './model';
import { iconButton, linkButton, typedText } from './parts';
import { prose } from './prose';
import { statusClass } from './status';
import { strings } from './strings';

const words = strings.codes;

export function codeMap(model: PageModel, actions: Actions): TemplateResult {
  const { filter } = model.kept;
  const codes = filteredCodes(model);
  const classes = [...new Set(codes.map(({ code }) => Math.floor(code / 100)))];
  return html`
    <section aria-label=${strings.tabs.codes}>
      <vscode-textfield
        class="filter"
        .label=${words.filter}
        placeholder=${words.filterHint}
        .value=${filter}
        @input=${(event: Event) => actions.keep({ filter: typedText(event) })}
      ></vscode-textfield>
      <p class=${codes.length === 0 ? 'quiet' : 'unseen'} role="status">
        ${codes.length === 0 ? words.none(filter) : filter === '' ? '' : words.found(codes.length)}
      </p>
      ${classes.map((digit) => {
        const { name, icon } = statusClass(digit * 100);
        return html`
          <div class="code-class status-${digit}" role="group" aria-labelledby="class-${digit}">
            <h2 id="class-${digit}">
              <span class="class-icon codicon codicon-${icon}" aria-hidden="true"></span> ${digit}xx
              <span class="quiet">${name}</span>
            </h2>
            <ul class="codes" @keydown=${move}>
              ${codes
                .filter(({ code }) => Math.floor(code / 100) === digit)
                .map((code) => codeRow(model, code, actions))}
            </ul>
          </div>
        `;
      })}
    </section>
  `;
}

/** Arrow keys go from code to code, beside Tab. */
function move(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('.code-row')) return;
  const rows = [...document.querySelectorAll<HTMLElement>('.code-row')];
  const row = rows[rows.indexOf(event.target) + step];
  if (!row) return;
  event.preventDefault();
  row.focus();
}

function codeRow(model: PageModel, code: PanelCode, actions: Actions): TemplateResult {
  const isOpen = model.kept.code === code.code;
  return html`<li class=${isOpen ? 'chosen' : ''}>
    <button
      type="button"
      class="row code-row"
      id="code-${code.code}"
      aria-expanded=${isOpen}
      @click=${() => actions.showCode(isOpen ? null : code.code)}
    >
      <code>${code.code}</code> <span class="title">${code.phrase}</span>
    </button>
    ${isOpen ? card(model, code, actions) : nothing}
  </li>`;
}

function card(model: PageModel, code: PanelCode, actions: Actions): TemplateResult {
  const { when, confusedWith, headers, caching, retry, standing, reference, mdn } = code;
  const chapter = model.content?.chapters.find(({ id }) => id === code.chapter);
  const isAdvanced = model.live?.level === 'advanced';
  return html`
    <div class="card" role="group" aria-label="${code.code} ${code.phrase}">
      <p>${prose(code.meaning[isAdvanced ? 'advanced' : 'beginner'])}</p>
      <dl class="duties">
        ${standing ? fact(words.standing, standing) : nothing} ${when ? fact(words.when, prose(when)) : nothing}
        ${
          confusedWith.length > 0
            ? fact(
                words.confusedWith,
                confusedWith.map(
                  ({ codes, difference }) =>
                    html`<span class="duty"
                      >${codes.map((other) => html`${linkButton(String(other), () => actions.showCode(other))} `)}
                      ${prose(difference)}</span
                    >`,
                ),
              )
            : nothing
        }
        ${
          headers.length > 0
            ? fact(
                words.headers,
                html`${headers.map(
                  ({ name, strength, purpose }) =>
                    html`<span class="duty"><code>${name}</code> ${strength}: ${prose(purpose)}</span>`,
                )}`,
              )
            : nothing
        }
        ${isAdvanced ? fact(words.caching, caching) : nothing} ${isAdvanced && retry ? fact(words.retry, retry) : nothing}
      </dl>
      ${tryCode(code, actions)}
      <p class="links">
        ${linkButton(words.find, () => actions.findInCode(code.code), 'search')}
        ${chapter ? linkButton(words.chapter(chapter.title), () => actions.openChapter(chapter.id)) : nothing}
        ${reference ? html`<a href=${reference.url}>${reference.label}</a>` : nothing}
        ${mdn ? html`<a href=${mdn}>${words.mdn}</a>` : nothing}
      </p>
      <div class="close">${iconButton('close', words.close, () => actions.showCode(null))}</div>
    </div>
  `;
}

function fact(name: string, value: unknown): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** A button that leads to a request for a code; a sentence where there is none. */
export function tryCode({ request }: Pick<PanelCode, 'request'>, actions: Actions): TemplateResult {
  if (!request) return html`<p class="quiet">${words.notSendable}</p>`;
  return html`<p class="links">${linkButton(words.tryIt, () => actions.compose(request), 'play')}
    <code class="quiet target">${request.method} ${request.target}</code></p>`;
}
