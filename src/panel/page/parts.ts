/** Small pieces that several parts of the page are made of. */

import { html, nothing, type TemplateResult } from 'lit';
import { statusClass } from './status';

/** Is a status in front of people: icon, number and phrase, in the colour of its class. */
export function statusLabel(status: number, phrase: string, prefix = ''): TemplateResult {
  const { digit, icon, name } = statusClass(status);
  return html`<span class="status status-${digit}" title=${name}
    ><span class="codicon codicon-${icon}" aria-hidden="true"></span
    ><code>${prefix}${status}${phrase === '' ? '' : ` ${phrase}`}</code></span
  >`;
}

/** A method and where it goes, on one line. */
export function requestLine(method: string, target: string): TemplateResult {
  return html`<code class="request-line" title="${method} ${target}"
    ><span class="method">${method}</span> <span class="target">${target}</span></code
  >`;
}

/** Looks like a link and acts like a button. */
export function linkButton(label: string, act: () => void, icon?: string): TemplateResult {
  return html`<button type="button" class="link" @click=${act}>
    ${icon ? html`<span class="codicon codicon-${icon}" aria-hidden="true"></span>` : nothing}${label}
  </button>`;
}

export function iconButton(icon: string, label: string, act: () => void): TemplateResult {
  return html`<vscode-toolbar-button
    icon=${icon}
    label=${label}
    title=${label}
    @click=${act}
  ></vscode-toolbar-button>`;
}

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Id of what a tab shows. */
  readonly controls?: string;
}

/** A row of tabs, or of choices of which one holds: arrow keys move and choose, as in the rest of VS Code. */
export function choiceRow<T extends string>(
  kind: 'tabs' | 'choices',
  label: string,
  choices: readonly Choice<T>[],
  chosen: T,
  choose: (value: T) => void,
): TemplateResult {
  const isTabs = kind === 'tabs';
  const move = (event: KeyboardEvent, index: number) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: index + 1,
      ArrowDown: index + 1,
      ArrowLeft: index - 1,
      ArrowUp: index - 1,
      Home: 0,
      End: choices.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (step + choices.length) % choices.length;
    const choice = choices[next];
    if (!choice) return;
    choose(choice.value);
    const button = (event.currentTarget as HTMLElement).parentElement?.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return html`<div class=${kind} role=${isTabs ? 'tablist' : 'radiogroup'} aria-label=${label}>
    ${choices.map(({ value, label: words, controls }, index) => {
      const isChosen = value === chosen;
      return html`<button
        type="button"
        class="choice"
        role=${isTabs ? 'tab' : 'radio'}
        id=${isTabs && controls ? `tab-${value}` : nothing}
        aria-selected=${isTabs ? isChosen : nothing}
        aria-checked=${isTabs ? nothing : isChosen}
        aria-controls=${controls && isChosen ? controls : nothing}
        tabindex=${isChosen ? 0 : -1}
        @click=${() => choose(value)}
        @keydown=${(event: KeyboardEvent) => move(event, index)}
      >
        ${words}
      </button>`;
    })}
  </div>`;
}

/** The control that an input event comes from: the event crosses from inside the component to its host. */
export function typedText(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value;
}
