/** Draws the mirror: whether the demo answers for the user's own routes, and what a route of them can answer. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, PanelMirror } from '../protocol';
import type { Actions } from './actions';
import type { PageModel } from './model';
import { linkButton } from './parts';
import { mirroredRouteOf, requestOfMirrored } from './request';
import { strings } from './strings';

const words = strings.mirror;

/** Plainly said as long as it is there, so that nobody takes a sample for an answer. */
export function mirrorBanner({ live }: PageModel, actions: Actions): TemplateResult | typeof nothing {
  const mirror = live?.mirror;
  if (!mirror) return nothing;
  return html`
    <section class="banner" aria-label=${words.title(mirror.name)}>
      <p>
        <span class="codicon codicon-mirror" aria-hidden="true"></span> <strong>${words.title(mirror.name)}:</strong>
        ${words.is(mirror.routes.length)}
      </p>
      <p class="links">
        ${linkButton(words.again, () => actions.mirror(true))} ${linkButton(words.stop, () => actions.mirror(false))}
      </p>
    </section>
  `;
}

export function mirrorStart({ live }: PageModel, actions: Actions): TemplateResult | typeof nothing {
  if (live?.mirror) return nothing;
  return html`<p title=${words.startTitle}>${linkButton(words.start, () => actions.mirror(true), 'mirror')}</p>`;
}

/** The routes among the endpoints to choose from. */
export function mirrorOptions(mirror: PanelMirror | null | undefined, draft: Draft): TemplateResult | typeof nothing {
  if (!mirror) return nothing;
  const chosen = mirroredRouteOf(draft, mirror);
  return html`<optgroup label=${words.title(mirror.name)}>
    ${mirror.routes.map(
      (route, index) =>
        html`<option value="mirror:${index}" ?selected=${route === chosen}>${route.method} /mirror${route.path}</option>`,
    )}
  </optgroup>`;
}

/** The answers that the code of the chosen route can send, each to be asked for. */
export function mirrorAnswers(model: PageModel, draft: Draft, actions: Actions): TemplateResult | typeof nothing {
  const route = mirroredRouteOf(draft, model.live?.mirror);
  if (!route) return nothing;
  const wanted = draft.headers.find(([name]) => name.toLowerCase() === 'prefer')?.[1];
  return html`
    <p class="quiet">${route.from}</p>
    <div class="examples" role="group" aria-label=${words.statuses}>
      ${route.statuses.map(
        (status, index) => html`<button
          class="example"
          type="button"
          aria-pressed=${wanted === undefined ? index === 0 : wanted === `code=${status}`}
          @click=${() => actions.compose(requestOfMirrored(route, index === 0 ? null : status))}
        >
          ${status}
        </button>`,
      )}
    </div>
  `;
}
