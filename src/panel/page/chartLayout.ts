/** Says where the boxes and lines of the flow chart stand: plain numbers, so that no browser is needed to check them. */

import type { PanelContent, PanelDecision } from '../protocol';

type Decisions = PanelContent['decisions'];
type Outcome = Extract<PanelDecision, { kind: 'code' }>;

export interface ChartBox {
  readonly kind: 'question' | 'answer' | 'code';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Which step of the way it belongs to, from 0. */
  readonly step: number;
  /** Of an answer: the node that it leads to. */
  readonly to: string | null;
  /** Of an answer: what it stands for. */
  readonly detail: string | null;
  readonly isChosen: boolean;
  /** Of a code, and of an answer that leads to one at once. */
  readonly code: number | null;
}

export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly ChartBox[];
  /** Paths of SVG, and whether the way goes along them. */
  readonly lines: readonly { readonly path: string; readonly isChosen: boolean }[];
}

export interface Measures {
  readonly width: number;
  readonly lineHeight: number;
  /** How wide a text is drawn; questions are bold. */
  measure(text: string, isBold?: boolean): number;
}

const padding = 8;
const gap = 8;
const indent = 20;
/** Room on the right for the way to the next question. */
const gutter = 16;
const belowStep = 14;

/**
 * From the top down: a question, its answers as branches to the right of a trunk, below them the next question. `way`
 * names the nodes that were chosen, in order; what no longer fits the questions is left out.
 */
export function layOut({ first, nodes }: Decisions, way: readonly string[], measures: Measures): Chart {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const boxes: ChartBox[] = [];
  const lines: { path: string; isChosen: boolean }[] = [];
  const full = measures.width - 2;
  let y = 1;
  let node = byId.get(first);
  for (let step = 0; node; step++) {
    if (node.kind === 'code') {
      const box = outcomeBox(node, y, full, step, measures);
      boxes.push(box);
      y += box.height + gap;
      break;
    }
    const asked = boxAt({ kind: 'question', text: node.ask, x: 1, y, width: full, step }, measures);
    boxes.push(asked);
    y += asked.height + gap;
    const chosen = node.answers.find(({ to }) => to === way[step]);
    const trunk = 1 + indent / 2;
    const below = asked.y + asked.height;
    for (const choice of node.answers) {
      const isChosen = choice === chosen;
      const target = byId.get(choice.to);
      const code = target?.kind === 'code' ? target.code : null;
      const text = code === null ? choice.text : `${choice.text} (${code})`;
      const box = {
        ...boxAt({ kind: 'answer', text, x: 1 + indent, y, width: full - indent - gutter, step }, measures),
        to: choice.to,
        detail: choice.detail,
        isChosen,
        code,
      };
      boxes.push(box);
      const middle = box.y + box.height / 2;
      lines.push({ path: `M${trunk} ${below}V${middle}H${box.x}`, isChosen });
      y += box.height + gap;
    }
    const from = boxes.find((box) => box.step === step && box.isChosen);
    if (!chosen || !from) break;
    y += belowStep - gap;
    // Out to the right, past the other answers, and into the next box from above.
    const edge = 1 + full - gutter / 2;
    lines.push({
      path: `M${from.x + from.width} ${from.y + from.height / 2}H${edge}V${y - 1}m-4 -5l4 5l4 -5`,
      isChosen: true,
    });
    node = byId.get(chosen.to);
  }
  // Those that are walked are drawn over the others.
  lines.sort((a, b) => Number(a.isChosen) - Number(b.isChosen));
  return { width: measures.width, height: y + 1, boxes, lines };
}

/** The questions that were answered and the one that is open; ends with the code where there is one. */
export function wayThrough({ first, nodes }: Decisions, way: readonly string[]): readonly PanelDecision[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found: PanelDecision[] = [];
  let node = byId.get(first);
  for (let step = 0; node; step++) {
    found.push(node);
    const to = way[step];
    node = node.kind === 'question' && node.answers.some((choice) => choice.to === to) ? byId.get(to ?? '') : undefined;
  }
  return found;
}

function outcomeBox(node: Outcome, y: number, width: number, step: number, measures: Measures): ChartBox {
  return { ...boxAt({ kind: 'code', text: String(node.code), x: 1, y, width, step }, measures), code: node.code };
}

function boxAt(
  { kind, text, x, y, width, step }: Pick<ChartBox, 'kind' | 'x' | 'y' | 'width' | 'step'> & { readonly text: string },
  { lineHeight, measure }: Measures,
): ChartBox {
  const lines = wrapped(text, width - 2 * padding, (line) => measure(line, kind === 'question'));
  const height = lines.length * lineHeight + padding;
  return { kind, x, y, width, height, lines, step, to: null, detail: null, isChosen: false, code: null };
}

/** Words in lines that fit; a word that is too long alone has a line of its own. */
export function wrapped(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
