/** Turns the short rows of the status code tables into complete StatusCode objects. */

import type { HeaderDuty, Method, Reference, Standing, StatusCode } from '../model';
import { confusionsOf } from './confusions';

/** What a table says about a code beyond number, name and source; what is left out has the usual value of its kind. */
interface Entry {
  /** One plain sentence without markup: what the code tells the client. */
  readonly beginner: string;
  /** One plain sentence without markup: the situations it is for. */
  readonly when?: string;
  /** One or two sentences for those who choose codes; header names and values in backticks. */
  readonly advanced: string;
  readonly formerPhrases?: readonly string[];
  readonly standing?: Standing;
  readonly headers?: readonly HeaderDuty[];
  readonly caching?: StatusCode['caching'];
  /** A fragment without markup that follows "Retry:". */
  readonly retry?: string;
}

/** A row of the IANA registry. */
export function registered(code: number, phrase: string, reference: Reference, entry: Entry): StatusCode {
  return complete(code, phrase, entry, {
    standing: entry.standing ?? 'registered',
    owner: null,
    reference,
    mdn: mdnPage(code),
    instead: null,
  });
}

/** A code outside the registry, by the name and the meaning that its owner gives it. */
export function unregistered(
  code: number,
  phrase: string,
  owner: string,
  reference: Reference | null,
  entry: Omit<Entry, 'standing' | 'when'> & { readonly instead?: number },
): StatusCode {
  return complete(code, phrase, entry, {
    standing: 'unregistered',
    owner,
    reference,
    mdn: null,
    instead: entry.instead ?? null,
  });
}

function complete(
  code: number,
  phrase: string,
  entry: Entry,
  source: Pick<StatusCode, 'standing' | 'owner' | 'reference' | 'mdn' | 'instead'>,
): StatusCode {
  return {
    code,
    phrase,
    formerPhrases: entry.formerPhrases ?? [],
    ...source,
    meaning: { beginner: entry.beginner, advanced: entry.advanced },
    when: entry.when ?? null,
    confusedWith: confusionsOf(code),
    content: contentOf(code),
    headers: entry.headers ?? [],
    // RFC 9111 §3: only final responses may be stored; RFC 9110 §15.1: without heuristics unless the code says so.
    caching: entry.caching ?? (code < 200 ? 'never' : 'when told'),
    retry: entry.retry ?? null,
  };
}

/** RFC 9110 §6.4.1; a 205 has content that MUST stay empty (§15.3.6), so unlike a 204 it is framed. */
function contentOf(code: number): StatusCode['content'] {
  if (code < 200 || code === 204 || code === 304) return 'none';
  return code === 205 ? 'empty' : 'allowed';
}

const withoutMdnPage: readonly number[] = [104, 305, 306];

function mdnPage(code: number): string | null {
  return withoutMdnPage.includes(code) ? null : `https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/${code}`;
}

export function rfc(number: number, section: string): Reference {
  return {
    label: `RFC ${number} §${section}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`,
  };
}

export function must(name: string, purpose: string): HeaderDuty {
  return { name, strength: 'must', purpose };
}

export function should(name: string, purpose: string, methods?: readonly Method[]): HeaderDuty {
  return { name, strength: 'should', purpose, ...(methods && { methods }) };
}

export function may(name: string, purpose: string): HeaderDuty {
  return { name, strength: 'may', purpose };
}
