/** Draws the flow chart that leads to a code, as SVG that can be clicked and walked through by keyboard. */

import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { PanelDecision } from '../protocol';
import type { Actions } from './actions';
import { type ChartBox, layOut, wayThrough } from './chartLayout';
import { tryCode } from './codes';
import { codeCalled, type PageModel, phraseOf } from './model';
import { linkButton, statusLabel } from './parts';
import { prose } from './prose';
import { statusClass } from './status';
import { strings } from './strings';

const words = strings.choose;

export interface ChartMeasures {
  readonly width: number;
  readonly fontSize: number;
  measure(text: string, isBold?: boolean): number;
}

export function chooseCode(
  model: PageModel,
  measures: ChartMeasures,
  actions: Actions,
): TemplateResult | typeof nothing {
  const { content, kept } = model;
  if (!content) return nothing;
  const lineHeight = Math.round(measures.fontSize * 1.4);
  const chart = layOut(content.decisions, kept.way, { ...measures, lineHeight });
  const steps = wayThrough(content.decisions, kept.way);
  const last = steps.at(-1);
  const choose = ({ step, to }: ChartBox) => {
    if (to !== null) actions.keep({ way: [...kept.way.slice(0, step), to] });
  };
  return html`
    <section aria-labelledby="choose-title">
      <div class="pairs-head">
        <h2 id="choose-title">${words.title}</h2>
        ${kept.way.length === 0 ? nothing : linkButton(words.restart, () => actions.keep({ way: [] }), 'discard')}
      </div>
      <p class="quiet">${words.how}</p>
      <svg
        class="chart"
        role="group"
        aria-label=${words.chart}
        width=${chart.width}
        height=${chart.height}
        viewBox="0 0 ${chart.width} ${chart.height}"
        @keydown=${(event: KeyboardEvent) => move(event)}
      >
        ${chart.lines.map(({ path, isChosen }) => svg`<path d=${path} class="wire ${isChosen ? 'chosen' : ''}"></path>`)}
        ${chart.boxes.map((box) => drawBox(model, box, lineHeight, () => choose(box)))}
      </svg>
      <p class="unseen" role="status">${last ? stepInWords(model, last, steps.length) : ''}</p>
      ${last?.kind === 'code' ? outcome(model, last, actions) : nothing}
    </section>
  `;
}

function drawBox(model: PageModel, box: ChartBox, lineHeight: number, choose: () => void): SVGTemplateResult {
  const { kind, x, y, width, height, detail, code } = box;
  const isAnswer = kind === 'answer';
  const texts = kind === 'code' && code !== null ? [`${code} ${phraseOf(model, code)}`] : box.lines;
  const label = texts.join(' ');
  const colour = code === null ? '' : `status-${statusClass(code).digit}`;
  const act = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  };
  return svg`
    <g
      class="box ${kind} ${box.isChosen ? 'chosen' : ''} ${colour}"
      role=${isAnswer ? 'button' : 'img'}
      tabindex=${isAnswer ? 0 : nothing}
      aria-label=${label}
      aria-pressed=${isAnswer ? box.isChosen : nothing}
      @click=${isAnswer ? choose : nothing}
      @keydown=${isAnswer ? act : nothing}
    >
      ${detail ? svg`<title>${detail}</title>` : nothing}
      <rect x=${x} y=${y} width=${width} height=${height} rx="3"></rect>
      ${texts.map(
        (line, index) =>
          svg`<text x=${x + 8} y=${y + 4 + lineHeight * (index + 0.75)} aria-hidden="true">${`${line} `}</text>`,
      )}
    </g>
  `;
}

/** Arrow keys go from answer to answer, beside Tab. */
function move(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const chart = event.currentTarget;
  if (step === undefined || !(chart instanceof Element) || !(event.target instanceof Element)) return;
  const answers = [...chart.querySelectorAll<SVGGElement>('.answer')];
  const answer = answers[answers.indexOf(event.target as SVGGElement) + step];
  if (!answer) return;
  event.preventDefault();
  answer.focus();
}

function stepInWords(model: PageModel, node: PanelDecision, step: number): string {
  return node.kind === 'question' ? words.step(step, node.ask) : words.result(node.code, phraseOf(model, node.code));
}

function outcome(
  model: PageModel,
  { code, reason, note }: Extract<PanelDecision, { kind: 'code' }>,
  actions: Actions,
): TemplateResult {
  const known = codeCalled(model, code);
  return html`
    <div class="card">
      <p class="status-line">${statusLabel(code, phraseOf(model, code))}</p>
      <p>${prose(reason)} ${note ? prose(note) : nothing}</p>
      ${known ? tryCode(known, actions) : nothing}
      <p class="links">
        ${linkButton(strings.answer.moreAbout(code), () => actions.showCode(code))}
        ${linkButton(strings.codes.find, () => actions.findInCode(code), 'search')}
      </p>
    </div>
  `;
}
