/** The chooser of status codes: its steps through the decisions, and what they and the search offer for a typed text. */

import { t } from '../../text';
import type { Method } from '../model';
import { usualPhrase } from '../statusCodes';
import { type Choice, type DecisionNode, decisions, firstQuestion, type Question } from '../statusCodes/decisions';
import { isUnspaced, searchStatusCodes, wordsOf } from '../statusCodes/search';

/** A line to choose from: it leads to another question, or it is a code with the reason to take it. */
export type Offer =
  | { readonly kind: 'question'; readonly text: string; readonly detail: string | null; readonly to: string }
  | {
      readonly kind: 'outcome';
      readonly text: string;
      readonly code: number;
      readonly reason: string;
      readonly note: string | null;
    }
  | { readonly kind: 'code'; readonly code: number; readonly reason: string };

/** A question on the way, and how far the way has come. */
export interface Step {
  readonly question: Question;
  readonly step: number;
  /** How many steps there are at most, from here on. */
  readonly totalSteps: number;
}

const nodes: ReadonlyMap<string, DecisionNode> = new Map(decisions.map((node) => [node.id, node]));

/** The questions to begin with: where the method is known, the first one counts as answered and can be gone back to. */
export function firstSteps(method: Method | null): readonly string[] {
  const answer = questionNamed(firstQuestion).answers.find(
    ({ methods }) => method !== null && methods.includes(method),
  );
  return answer ? [firstQuestion, answer.to] : [firstQuestion];
}

/** The last of the questions that were asked so far. */
export function stepAt(path: readonly string[]): Step {
  const question = questionNamed(path.at(-1) ?? firstQuestion);
  return { question, step: path.length, totalSteps: path.length - 1 + longestWay(question) };
}

/** The answers to a question that fit a typed text, and the status codes that it finds; all answers for none. */
export function offers({ answers }: Question, typed: string): readonly Offer[] {
  const asked = wordsOf(typed);
  if (asked.length === 0) return answers.map(offerOf);
  const fitting = answers.map(offerOf).filter((offer) => fits(offer, asked));
  const found = searchStatusCodes(typed).map(
    ({ code, meaning }): Offer => ({ kind: 'code', code, reason: t(meaning.beginner) }),
  );
  return [...fitting, ...found];
}

/** A code as people say it: `404 Not Found`. */
export function codeTitle(code: number): string {
  return `${code} ${usualPhrase(code) ?? ''}`.trim();
}

function offerOf({ text, detail, to }: Choice): Offer {
  const node = nodeNamed(to);
  const { reason, note } = node.kind === 'code' ? node : { reason: '', note: null };
  return node.kind === 'question'
    ? { kind: 'question', text: t(text), detail: detail && t(detail), to }
    : { kind: 'outcome', text: t(text), code: node.code, reason: t(reason), note: note && t(note) };
}

function fits(offer: Offer, asked: readonly string[]): boolean {
  const said =
    offer.kind === 'question'
      ? `${offer.text} ${offer.detail ?? ''}`
      : `${offer.kind === 'outcome' ? offer.text : ''} ${codeTitle(offer.code)}`;
  const words = wordsOf(said);
  return asked.every((word) => words.some((own) => own.startsWith(word) || (isUnspaced(word) && own.includes(word))));
}

/** How many questions are asked on the longest way from here, this one among them. */
function longestWay({ answers }: Question): number {
  const ways = answers.map(({ to }) => {
    const node = nodeNamed(to);
    return node.kind === 'question' ? longestWay(node) : 0;
  });
  return 1 + Math.max(...ways);
}

function questionNamed(id: string): Question {
  const node = nodeNamed(id);
  if (node.kind !== 'question') throw new Error(`${id} is no question.`);
  return node;
}

function nodeNamed(id: string): DecisionNode {
  const node = nodes.get(id);
  if (!node) throw new Error(`No decision is called ${id}.`);
  return node;
}
