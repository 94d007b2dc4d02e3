/** Draws the page around its parts: the server, the tabs, and one or two columns. */

import { html, nothing, type TemplateResult } from 'lit';
import type { ServerState, Tab } from '../protocol';
import type { Actions } from './actions';
import { course } from './chapters';
import { type ChartMeasures, chooseCode } from './chart';
import { codeMap } from './codes';
import { composer } from './composer';
import { answer } from './exchange';
import { exerciseBanner } from './exercises';
import { mirrorBanner } from './mirror';
import { draftIn, leftTab, type PageModel, shownEntry } from './model';
import { choiceRow, iconButton } from './parts';
import { endpointOfDraft } from './request';
import { source } from './sources';
import { strings } from './strings';
import { timeline } from './timeline';

export function page(model: PageModel, measures: ChartMeasures, actions: Actions): TemplateResult {
  const { content, live, kept, isWide, notice } = model;
  return html`
    <h1 class="unseen">${strings.page}</h1>
    ${
      content && live
        ? html`
            ${serverBar(live.server, actions)} ${tabs(model, actions)}
            <p class="notice notice-${notice?.kind ?? 'none'}" ?hidden=${!notice}>${notice?.text}</p>
            <div class="columns ${isWide ? 'wide' : ''}">
              ${
                isWide || kept.tab !== 'requests'
                  ? html`<div class="column left" id="part" role="tabpanel" aria-labelledby="tab-${leftTab(model)}">
                      ${left(model, measures, actions)}
                    </div>`
                  : nothing
              }
              ${
                isWide || kept.tab === 'requests'
                  ? html`<div
                      class="column right"
                      id=${isWide ? 'requests' : 'part'}
                      role=${isWide ? 'region' : 'tabpanel'}
                      aria-label=${strings.tabs.requests}
                    >
                      ${requests(model, actions)}
                    </div>`
                  : nothing
              }
            </div>
          `
        : html`<p class="waiting quiet">${strings.waiting}</p>`
    }
    <p class="unseen" role="status" id="announcement">${model.announcement}</p>
  `;
}

function serverBar(server: ServerState, actions: Actions): TemplateResult {
  const url = server.kind === 'socket' ? server.url : null;
  return html`
    <header class="server">
      <span class="server-state server-${server.kind}">
        <span class="codicon codicon-${server.kind === 'starting' ? 'loading' : 'circle-filled'}" aria-hidden="true"></span>
        ${strings.server[server.kind]}
      </span>
      ${
        url === null
          ? nothing
          : html`<code class="server-url" title=${url}>${url}</code>${iconButton('copy', strings.server.copyUrl, () =>
              actions.copy(url, strings.server.url),
            )}`
      }
      <span class="server-reset">${iconButton('discard', strings.server.reset, actions.resetData)}</span>
    </header>
    ${server.kind === 'in-process' ? html`<p class="note">${strings.server.inProcess(server.why)}</p>` : nothing}
  `;
}

/** Beside each other, the requests need no tab. */
function tabs(model: PageModel, actions: Actions): TemplateResult {
  const all: readonly Tab[] = ['course', 'requests', 'codes', 'choose'];
  const choices = all
    .filter((tab) => tab !== 'requests' || !model.isWide)
    .map((tab) => ({ value: tab, label: strings.tabs[tab], controls: 'part' }));
  const chosen = model.isWide ? leftTab(model) : model.kept.tab;
  return html`<nav class="main-tabs">
    ${choiceRow('tabs', strings.tabList, choices, chosen, (tab) => actions.keep({ tab }))}
  </nav>`;
}

function left(model: PageModel, measures: ChartMeasures, actions: Actions): TemplateResult | typeof nothing {
  switch (leftTab(model)) {
    case 'codes':
      return codeMap(model, actions);
    case 'choose':
      return chooseCode(model, measures, actions);
    default:
      return course(model, actions);
  }
}

function requests(model: PageModel, actions: Actions): TemplateResult {
  const draft = draftIn(model);
  const entry = shownEntry(model);
  const endpoints = model.content?.endpoints ?? [];
  const endpoint = (draft && endpointOfDraft(draft, endpoints)) ?? endpoints.find(({ id }) => id === entry?.endpoint);
  return html`
    ${mirrorBanner(model, actions)} ${exerciseBanner(model, actions)} ${composer(model, actions)} ${answer(model, actions)}
    ${endpoint ? html`<section aria-label=${strings.sources.title}>${source(model, endpoint, entry, actions)}</section>` : nothing}
    ${timeline(model, actions)}
  `;
}
