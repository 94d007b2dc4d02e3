/** Draws the page from its model. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, PanelEndpoint, PanelRequest, PanelResult, ServerState } from '../protocol';
import { layOutJson } from './json';
import {
  chosenEndpoint,
  draftFrom,
  draftOf,
  isExample,
  type PageModel,
  parameterNames,
  statusClass,
  targetOf,
} from './model';

/** What people can do on the page. */
export interface Actions {
  choose(endpoint: PanelEndpoint): void;
  edit(endpoint: PanelEndpoint, draft: Draft): void;
  send(endpoint: PanelEndpoint): void;
  reset(): void;
  copyUrl(): void;
}

export function page(model: PageModel, actions: Actions): TemplateResult {
  const { panel } = model;
  if (!panel) return html`<p class="quiet">Waiting for VS Code…</p>`;
  const endpoint = chosenEndpoint(model);
  return html`
    <h1 class="unseen">HTTP status demo</h1>
    ${serverBar(panel.server, actions)}
    <div class="columns">
      <div class="column">
        ${endpointList(panel.endpoints, model.endpoint, actions)} ${endpoint ? composer(model, endpoint, actions) : nothing}
      </div>
      <div class="column">${answer(model)} ${endpoint ? sources(endpoint) : nothing}</div>
    </div>
  `;
}

function serverBar(server: ServerState, actions: Actions): TemplateResult {
  const url = server.kind === 'socket' ? server.url : null;
  return html`
    <header class="server">
      <span class="server-state server-${server.kind}">
        <span class="codicon codicon-${server.kind === 'starting' ? 'loading' : 'circle-filled'}" aria-hidden="true"></span>
        ${serverText(server)}
      </span>
      ${
        url === null
          ? nothing
          : html`<code class="server-url" title=${url}>${url}</code
              ><vscode-toolbar-button icon="copy" label="Copy URL" title="Copy URL" @click=${actions.copyUrl}></vscode-toolbar-button>`
      }
      <vscode-toolbar-button
        class="server-reset"
        icon="discard"
        label="Reset the data"
        title="Reset the data"
        @click=${actions.reset}
      ></vscode-toolbar-button>
    </header>
    ${
      server.kind === 'in-process'
        ? html`<p class="note">${server.why} Requests are answered inside VS Code; other programs cannot reach the demo.</p>`
        : nothing
    }
  `;
}

function serverText({ kind }: ServerState): string {
  if (kind === 'starting') return 'Starting';
  return kind === 'socket' ? 'Running' : 'Running without a port';
}

function endpointList(endpoints: readonly PanelEndpoint[], chosen: string | null, actions: Actions): TemplateResult {
  const move = (event: KeyboardEvent, index: number) => {
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: endpoints.length - 1 }[event.key];
    const endpoint = target === undefined ? undefined : endpoints[target];
    if (target === undefined || !endpoint) return;
    event.preventDefault();
    actions.choose(endpoint);
    const option = (event.currentTarget as HTMLElement).parentElement?.children[target];
    if (option instanceof HTMLElement) option.focus();
  };
  return html`
    <div class="endpoints" role="listbox" aria-label="Endpoints">
      ${endpoints.map(
        (endpoint, index) => html`
          <div
            class="endpoint"
            role="option"
            tabindex=${endpoint.id === chosen ? 0 : -1}
            aria-selected=${endpoint.id === chosen}
            title=${endpoint.title}
            @click=${() => actions.choose(endpoint)}
            @keydown=${(event: KeyboardEvent) => move(event, index)}
          >
            <span class="method">${endpoint.method}</span> <span class="path">${endpoint.path}</span>
          </div>
        `,
      )}
    </div>
  `;
}

function composer(model: PageModel, endpoint: PanelEndpoint, actions: Actions): TemplateResult {
  const draft = draftOf(model, endpoint);
  const edit = (change: Partial<Draft>) => actions.edit(endpoint, { ...draft, ...change });
  const submit = (event: Event) => {
    event.preventDefault();
    actions.send(endpoint);
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter') submit(event);
  };
  const sendOnModifiedEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return html`
    <section aria-labelledby="composer-title">
      <h2 id="composer-title">${endpoint.title}</h2>
      <p>${endpoint.teaches}</p>
      <div class="examples" role="group" aria-label="Examples">
        ${endpoint.examples.map(
          (example) => html`
            <button
              class="example"
              type="button"
              aria-pressed=${isExample(draft, example)}
              @click=${() => edit(draftFrom(example))}
            >
              ${example.label}
            </button>
          `,
        )}
      </div>
      ${parameterNames(endpoint.path).map(
        (name) => html`
          <div class="field">
            <label for="parameter-${name}">${name}</label>
            <vscode-textfield
              id="parameter-${name}"
              .label=${name}
              .value=${draft.path[name] ?? ''}
              @input=${(event: Event) => edit({ path: { ...draft.path, [name]: typedText(event) } })}
              @keydown=${sendOnEnter}
            ></vscode-textfield>
          </div>
        `,
      )}
      ${
        draft.body === null
          ? nothing
          : html`
              <div class="field">
                <label for="body">Body (JSON)</label>
                <vscode-textarea
                  id="body"
                  .label=${'Body (JSON)'}
                  monospace
                  rows=${Math.min(12, Math.max(4, draft.body.split('\n').length))}
                  .value=${draft.body}
                  @input=${(event: Event) => edit({ body: typedText(event) })}
                  @keydown=${sendOnModifiedEnter}
                ></vscode-textarea>
              </div>
            `
      }
      <div class="send">
        <vscode-button @click=${() => actions.send(endpoint)}>Send</vscode-button>
        <code class="target" title="What will be sent">${endpoint.method} ${targetOf(endpoint, draft)}</code>
        ${draft.headers.map(([name, value]) => html`<code class="target" title="Sent along">${name}: ${value}</code>`)}
      </div>
    </section>
  `;
}

/** The control that an input event comes from: the event crosses from inside the component to its host. */
function typedText(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value;
}

function answer({ result, pending, notice }: PageModel): TemplateResult {
  return html`
    <section aria-labelledby="answer-title" aria-busy=${pending !== null}>
      <h2 id="answer-title">Answer</h2>
      <p class="unseen" role="status">${pending === null ? announcement(result, notice) : ''}</p>
      ${notice ? html`<p class="notice notice-${notice.kind}">${notice.text}</p>` : nothing}
      ${result ? exchangeDetails(result) : html`<p class="quiet">Choose an example and send it.</p>`}
    </section>
  `;
}

/** For screen readers; empty while waiting, so that the same answer twice is said twice. Others see it below. */
function announcement(result: PanelResult | null, notice: PageModel['notice']): string {
  if (notice) return notice.text;
  if (!result) return '';
  const { status } = result.exchange.response;
  return `${status} ${phraseOf(result)}, ${statusClass(status).name}`;
}

function phraseOf({ exchange, meaning }: PanelResult): string {
  return exchange.response.reason || meaning?.phrase || '';
}

function exchangeDetails(result: PanelResult): TemplateResult {
  const { exchange, meaning } = result;
  const { request, response } = exchange;
  const { name, digit } = statusClass(response.status);
  return html`
    <p class="request-line"><code>${request.method} ${request.target}</code></p>
    <p class="status-line status-${digit}">
      <span class="codicon codicon-${iconOf(digit)}" aria-hidden="true"></span>
      <code>${response.httpVersion === null ? '' : `HTTP/${response.httpVersion} `}${response.status} ${phraseOf(result)}</code>
    </p>
    <p class="facts">${name} · ${durationText(exchange.milliseconds)}</p>
    ${
      meaning
        ? html`
            <p>${meaning.meaning}</p>
            <p class="links">
              ${meaning.reference ? html`<a href=${meaning.reference.url}>${meaning.reference.label}</a>` : nothing}
              ${meaning.mdn ? html`<a href=${meaning.mdn}>MDN</a>` : nothing}
            </p>
          `
        : nothing
    }
    <h3>Body ${response.bodyBytes === 0 ? nothing : html`<span class="facts">${bytesText(response.bodyBytes)}</span>`}</h3>
    ${
      response.bodyBytes === 0
        ? html`<p class="quiet">No body.</p>`
        : html`<pre class="code wrapped" tabindex="0" role="group" aria-label="Body">${layOutJson(response.body)}</pre>`
    }
    <details open>
      <summary>Headers</summary>
      ${headerList(response.headers)}
    </details>
    <details>
      <summary>Request as sent</summary>
      <pre class="code wrapped" tabindex="0" role="group" aria-label="Request as sent">${requestText(request, response.httpVersion)}</pre>
    </details>
  `;
}

function headerList(headers: PanelRequest['headers']): TemplateResult {
  return html`
    <dl class="headers">
      ${headers.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
  `;
}

function requestText({ method, target, headers, body }: PanelRequest, httpVersion: string | null): string {
  const head = [
    `${method} ${target}${httpVersion === null ? '' : ` HTTP/${httpVersion}`}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ].join('\n');
  return body === null ? head : `${head}\n\n${body}`;
}

function sources({ python, typescript }: PanelEndpoint): TemplateResult {
  return html`
    <section class="sources" aria-label="Source">
      <details>
        <summary>FastAPI source</summary>
        <pre class="code" tabindex="0" role="group" aria-label="FastAPI source">${python}</pre>
      </details>
      <details>
        <summary>TypeScript source (Hono)</summary>
        <pre class="code" tabindex="0" role="group" aria-label="TypeScript source">${typescript}</pre>
      </details>
    </section>
  `;
}

function iconOf(digit: string): string {
  return { 2: 'pass', 3: 'arrow-right', 4: 'warning', 5: 'error' }[digit] ?? 'info';
}

function durationText(milliseconds: number): string {
  return milliseconds < 1 ? 'under 1 ms' : `${Math.round(milliseconds)} ms`;
}

function bytesText(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`;
}
