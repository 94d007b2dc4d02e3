/** What there is to know about each status code, and the questions that lead to one, as plain data to be shown whole. */

import { sentences, t } from '../../text';
import type { StatusCode } from '../model';
import { allStatusCodes, usualPhrase } from '../statusCodes';
import { type Choice, decisions, firstQuestion, type Outcome, type Question } from '../statusCodes/decisions';
import { searchWords } from '../statusCodes/search';

export interface CodeCard
  extends Pick<StatusCode, 'code' | 'phrase' | 'meaning' | 'when' | 'retry' | 'reference' | 'mdn'> {
  readonly headers: readonly { readonly name: string; readonly strength: string; readonly purpose: string }[];
  readonly confusedWith: readonly { readonly codes: readonly number[]; readonly difference: string }[];
  /** A sentence. */
  readonly caching: string;
  /** What kind of code it is, where it is no plain registered one. */
  readonly standing: string | null;
  /** Everyday words that people look for it by. */
  readonly words: readonly string[];
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
  if (node.kind === 'code') return { ...node, reason: t(node.reason), note: node.note && t(node.note) };
  const answers = node.answers.map(({ text, detail, to }) => ({ text: t(text), detail: detail && t(detail), to }));
  return { ...node, ask: t(node.ask), answers };
}

function cachingSentence(caching: StatusCode['caching']): string {
  switch (caching) {
    case 'by default':
      return t('A cache may keep it without being told.');
    case 'when told':
      return t('A cache keeps it only when a header tells it to.');
    case 'never':
      return t('No cache may keep it.');
  }
}

/** What kind of code it is, in a word or two; null for a plain registered one. */
function standingOf({ standing, owner }: Pick<StatusCode, 'standing' | 'owner'>): string | null {
  switch (standing) {
    case 'registered':
      return null;
    case 'temporary':
      return t('temporary');
    case 'unused':
      return t('unused');
    case 'obsoleted':
      return t('obsoleted');
    case 'deprecated':
      return t('deprecated');
    case 'unregistered':
      return owner ? t`not registered, ${t(owner)}` : t('unregistered');
  }
}

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
    meaning: { beginner: t(meaning.beginner), advanced: sentences(t(meaning.beginner), t(meaning.advanced)) },
    when: when && t(when),
    confusedWith: confusedWith.map(({ codes, difference }) => ({ codes, difference: t(difference) })),
    headers: headers.map(({ name, strength, purpose }) => ({
      name,
      strength: strength.toUpperCase(),
      purpose: t(purpose),
    })),
    caching: cachingSentence(caching),
    retry: retry && t(retry),
    standing: standingOf({ standing, owner }),
    words: searchWords(code),
    reference,
    mdn,
  };
}
