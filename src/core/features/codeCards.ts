/** What there is to know about each status code, and the questions that lead to one, as plain data to be shown whole. */

import type { StatusCode } from '../model';
import { allStatusCodes, usualPhrase } from '../statusCodes';
import { type Choice, decisions, firstQuestion, type Outcome, type Question } from '../statusCodes/decisions';

export interface CodeCard
  extends Pick<StatusCode, 'code' | 'phrase' | 'meaning' | 'when' | 'retry' | 'reference' | 'mdn'> {
  readonly headers: readonly { readonly name: string; readonly strength: string; readonly purpose: string }[];
  readonly confusedWith: readonly { readonly codes: readonly number[]; readonly difference: string }[];
  /** A sentence. */
  readonly caching: string;
  /** What kind of code it is, where it is no plain registered one. */
  readonly standing: string | null;
}

/** Somebody who looks at the whole picture is in no route, so no answer is given for them. */
type ShownQuestion = Omit<Question, 'answers'> & { readonly answers: readonly Omit<Choice, 'methods'>[] };

export interface CodeCards {
  readonly codes: readonly CodeCard[];
  readonly decisions: { readonly first: string; readonly nodes: readonly (ShownQuestion | Outcome)[] };
}

export function codeCards(): CodeCards {
  return { codes: allStatusCodes.map(codeCard), decisions: { first: firstQuestion, nodes: decisions.map(shown) } };
}

function shown(node: Question | Outcome): ShownQuestion | Outcome {
  if (node.kind === 'code') return node;
  return { ...node, answers: node.answers.map(({ text, detail, to }) => ({ text, detail, to })) };
}

const cachingSentences: Readonly<Record<StatusCode['caching'], string>> = {
  'by default': 'A cache may keep it without being told.',
  'when told': 'A cache keeps it only when a header tells it to.',
  never: 'No cache may keep it.',
};

function codeCard({
  code,
  phrase,
  meaning,
  when,
  confusedWith,
  headers,
  caching,
  retry,
  reference,
  mdn,
  standing,
  owner,
}: StatusCode): CodeCard {
  return {
    code,
    phrase: usualPhrase(code) ?? phrase,
    meaning: { beginner: meaning.beginner, advanced: `${meaning.beginner} ${meaning.advanced}` },
    when,
    confusedWith: confusedWith.map(({ codes, difference }) => ({ codes, difference })),
    headers: headers.map(({ name, strength, purpose }) => ({ name, strength: strength.toUpperCase(), purpose })),
    caching: cachingSentences[caching],
    retry,
    standing:
      standing === 'registered' ? null : standing === 'unregistered' && owner ? `not registered, ${owner}` : standing,
    reference,
    mdn,
  };
}
