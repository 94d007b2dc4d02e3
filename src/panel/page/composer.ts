/** Draws the composer: an endpoint with its examples, or any other request, field by field. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, PanelEndpoint } from '../protocol';
import type { Actions } from './actions';
import { copyAs, formats } from './copyAs';
import { mirrorAnswers, mirrorOptions, mirrorStart } from './mirror';
import { baseUrl, draftIn, type PageModel } from './model';
import { iconButton, linkButton, requestLine, typedText } from './parts';
import { prose } from './prose';
import {
  type DraftProblem,
  draftOf,
  endpointOfDraft,
  methods,
  mirroredRouteOf,
  parameterNames,
  problemsOf,
  requestOf,
  requestOfMirrored,
  sameRequest,
  targetOf,
} from './request';
import { strings } from './strings';

const words = strings.composer;

export function composer(model: PageModel, actions: Actions): TemplateResult | typeof nothing {
  const draft = draftIn(model);
  if (!draft) return nothing;
  const endpoints = model.content?.endpoints ?? [];
  const endpoint = endpointOfDraft(draft, endpoints);
  const problems = problemsOf(draft);
  const canSend = model.pending === null && !problems.some(({ inTheWay }) => inTheWay);
  const send = () => {
    if (canSend) actions.send(requestOf(draft));
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    // In the body Enter begins a line, as everywhere in VS Code.
    const isPlain = event.target instanceof HTMLElement && event.target.localName !== 'vscode-textarea';
    if (event.key !== 'Enter' || !(isPlain || event.ctrlKey || event.metaKey)) return;
    if (event.target instanceof HTMLElement && !event.target.localName.startsWith('vscode-text')) return;
    event.preventDefault();
    send();
  };
  return html`
    <section class="composer" aria-labelledby="composer-title" @keydown=${sendOnEnter}>
      <h2 id="composer-title" tabindex="-1">${words.title}</h2>
      ${endpointChoice(model, draft, endpoint, actions)} ${mirrorAnswers(model, draft, actions)}
      ${endpoint ? about(model, endpoint, draft, actions) : nothing}
      <div class="address">
        <select
          aria-label=${words.method}
          .value=${draft.method}
          @change=${(event: Event) => actions.edit({ ...draft, method: typedText(event) })}
        >
          ${[...new Set([...methods, draft.method])].map(
            (method) => html`<option value=${method} ?selected=${method === draft.method}>${method}</option>`,
          )}
        </select>
        <vscode-textfield
          id="path"
          .label=${words.path}
          .value=${draft.path}
          ?invalid=${problems.some(({ where, inTheWay }) => where === 'path' && inTheWay)}
          @input=${(event: Event) => actions.edit({ ...draft, path: typedText(event) })}
        ></vscode-textfield>
      </div>
      ${parameterFields(draft, actions)} ${problemsIn('path', problems)}
      ${pairRows('query', draft, actions)} ${pairRows('headers', draft, actions)} ${problemsIn('headers', problems)}
      ${bodyField(draft, problems, actions)}
      ${
        model.first.length > 0
          ? html`<div class="first">
              <p class="quiet">${words.needsFirst}</p>
              ${model.first.map(({ method, target }) => html`<p>${requestLine(method, target)}</p>`)}
              ${linkButton(words.sendFirst, () => actions.sendFirst(model.first))}
            </div>`
          : nothing
      }
      <div class="send">
        <vscode-button id="send" ?disabled=${!canSend} @click=${send}
          >${model.pending === null ? words.send : words.sending}</vscode-button
        >
        <span class="unseen">${words.target}:</span> ${requestLine(draft.method, targetOf(draft))}
      </div>
      <p class="links copies" role="group" aria-label=${words.copyAs}>
        <span class="quiet">${words.copyAs}</span>
        ${formats.map((format) =>
          linkButton(words.formats[format], () =>
            actions.copy(copyAs(format, baseUrl(model), requestOf(draft)), words.copiedAs(words.formats[format])),
          ),
        )}
      </p>
      ${mirrorStart(model, actions)}
    </section>
  `;
}

function endpointChoice(
  { content, live }: PageModel,
  draft: Draft,
  chosen: PanelEndpoint | undefined,
  actions: Actions,
): TemplateResult {
  const endpoints = content?.endpoints ?? [];
  const mirrored = mirroredRouteOf(draft, live?.mirror);
  const choose = (event: Event) => {
    const route = live?.mirror?.routes[Number(/^mirror:(\d+)$/.exec(typedText(event))?.[1] ?? -1)];
    if (route) actions.compose(requestOfMirrored(route, null));
    const endpoint = endpoints.find(({ id }) => id === typedText(event));
    const [example] = endpoint?.examples ?? [];
    if (example) actions.compose(example.request, example.first);
  };
  return html`
    <label for="endpoint" class="unseen">${words.endpoint}</label>
    <select id="endpoint" class="endpoint" .value=${chosen?.id ?? (mirrored ? `mirror:${live?.mirror?.routes.indexOf(mirrored)}` : '')} @change=${choose}>
      ${chosen || mirrored ? nothing : html`<option value="" selected>${words.ownRequest}</option>`}
      ${endpoints.map(
        ({ id, method, path }) => html`<option value=${id} ?selected=${id === chosen?.id}>${method} ${path}</option>`,
      )}
      ${mirrorOptions(live?.mirror, draft)}
    </select>
  `;
}

function about(model: PageModel, endpoint: PanelEndpoint, draft: Draft, actions: Actions): TemplateResult {
  const now = requestOf(draft);
  return html`
    <p>${prose(endpoint.teaches[model.live?.level ?? 'beginner'])}</p>
    <div class="examples" role="group" aria-label=${words.examples}>
      ${endpoint.examples.map(({ label, request, first, status }) => {
        const isNow =
          sameRequest(now, requestOf(draftOf(request, model.content?.endpoints ?? []))) &&
          JSON.stringify(first) === JSON.stringify(model.first);
        return html`<button
          class="example"
          type="button"
          aria-pressed=${isNow}
          @click=${() => actions.compose(request, first)}
        >
          ${label} <span class="quiet">${status}</span>
        </button>`;
      })}
    </div>
  `;
}

function parameterFields(draft: Draft, actions: Actions): TemplateResult | typeof nothing {
  const names = parameterNames(draft.path);
  if (names.length === 0) return nothing;
  return html`<div class="pairs" role="group" aria-label=${words.parameters}>
    ${names.map(
      (name) => html`
        <div class="pair">
          <label for="parameter-${name}"><code>${name}</code></label>
          <vscode-textfield
            id="parameter-${name}"
            .label=${name}
            .value=${draft.parameters[name] ?? ''}
            @input=${(event: Event) =>
              actions.edit({ ...draft, parameters: { ...draft.parameters, [name]: typedText(event) } })}
          ></vscode-textfield>
        </div>
      `,
    )}
  </div>`;
}

/** Rows of name and value; a name or value that is emptied stays until its row is removed. */
function pairRows(what: 'query' | 'headers', draft: Draft, actions: Actions): TemplateResult {
  const rows = draft[what];
  const change = (index: number, position: 0 | 1, text: string) =>
    actions.edit({
      ...draft,
      [what]: rows.map((row, each) =>
        each === index ? ([position === 0 ? text : row[0], position === 1 ? text : row[1]] as const) : row,
      ),
    });
  const field = (index: number, position: 0 | 1, label: string, placeholder: string) => html`
    <vscode-textfield
      .label=${label}
      placeholder=${placeholder}
      .value=${rows[index]?.[position] ?? ''}
      @input=${(event: Event) => change(index, position, typedText(event))}
    ></vscode-textfield>
  `;
  return html`<div class="pairs" role="group" aria-label=${words[what]}>
    <div class="pairs-head">
      <span>${words[what]}</span>
      ${iconButton('add', words.add[what], () => actions.edit({ ...draft, [what]: [...rows, ['', ''] as const] }))}
    </div>
    ${rows.map(
      (_, index) => html`
        <div class="pair">
          ${field(index, 0, words.nameOf(words[what], index + 1), words.name)}
          ${field(index, 1, words.valueOf(words[what], index + 1), words.value)}
          ${iconButton('close', words.remove(words[what], index + 1), () =>
            actions.edit({ ...draft, [what]: rows.filter((_, each) => each !== index) }),
          )}
        </div>
      `,
    )}
  </div>`;
}

function bodyField(draft: Draft, problems: readonly DraftProblem[], actions: Actions): TemplateResult {
  const { body, headers } = draft;
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const added = () =>
    actions.edit({
      ...draft,
      body: '{\n  \n}',
      headers: isTyped ? headers : [...headers, ['Content-Type', 'application/json'] as const],
    });
  return html`<div class="pairs" role="group" aria-label=${words.body}>
    <div class="pairs-head">
      <span>${words.body}</span>
      ${
        body === null
          ? iconButton('add', words.add.body, added)
          : iconButton('close', words.removeBody, () => actions.edit({ ...draft, body: null }))
      }
    </div>
    ${
      body === null
        ? nothing
        : html`<vscode-textarea
              id="body"
              .label=${words.body}
              monospace
              rows=${Math.min(12, Math.max(3, body.split('\n').length))}
              .value=${body}
              @input=${(event: Event) => actions.edit({ ...draft, body: typedText(event) })}
            ></vscode-textarea>
            ${problemsIn('body', problems)}`
    }
  </div>`;
}

function problemsIn(where: DraftProblem['where'], problems: readonly DraftProblem[]): readonly TemplateResult[] {
  return problems
    .filter((problem) => problem.where === where)
    .map(
      ({ text, inTheWay }) =>
        html`<p class="problem" role=${inTheWay ? 'alert' : 'note'}>
          <span class="codicon codicon-${inTheWay ? 'error' : 'warning'}" aria-hidden="true"></span> ${text}
        </p>`,
    );
}
