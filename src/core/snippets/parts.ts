/** Takes a template's code apart: text, the names that follow the resource, the router, statuses, and further tab-stops. */

import type { Language } from '../model';
import { type Place, placesOf } from './places';
import { remembered } from './remembered';

export type Part = string | RouterPart | ResourcePart | StatusPart | StopPart;

export interface RouterPart {
  readonly kind: 'router';
}

/**
 * The resource, as a name (`order_line`, `orderLine`), a type (`OrderLine`), a part of a path (`order-line`), or words in
 * a sentence or at its beginning (`order line`, `Order line`).
 */
export interface ResourcePart {
  readonly kind: 'resource';
  readonly form: 'name' | 'type' | 'path' | 'words' | 'Words';
  readonly plural: boolean;
}

export interface StatusPart {
  readonly kind: 'status';
  readonly code: number;
  /** Is it the key of an object, where ECMAScript takes a constant in brackets only. */
  readonly isKey: boolean;
  /** The name of what is called with it; empty where nothing is. */
  readonly callee: string;
}

/** What a person may want to write otherwise. */
export interface StopPart {
  readonly kind: 'stop';
  /** Its text in the template: the same text is the same tab-stop. */
  readonly text: string;
  readonly parts: readonly Part[];
}

const token =
  /«(?<stop>[^»]*)»|(?<![A-Za-z])item(?<many>s)?(?![a-z])|Item(?<Many>s)?(?![a-z])|(?<![\w.$-])(?<status>[2-5]\d\d)(?![\w.%-])/
    .source;

/** `router` is the name that the template has for the app or router; null where it has none. */
export const partsOf = remembered((code: string, language: Language, router: string | null): readonly Part[] =>
  split(code, placesOf(code, language), 0, router),
);

function split(code: string, places: readonly Place[], offset: number, router: string | null): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const named = router === null ? '' : `|(?<![\\w$.])(?<name>${router})(?![\\w$])`;
  for (const match of code.matchAll(new RegExp(token + named, 'g'))) {
    const groups = match.groups ?? {};
    const end = match.index + match[0].length;
    const part = partOf(match, groups);
    if (part === null) continue;
    if (match.index > at) parts.push(code.slice(at, match.index));
    parts.push(part);
    at = end;
  }
  if (at < code.length) parts.push(code.slice(at));
  return parts;

  function partOf(match: RegExpExecArray, groups: Readonly<Record<string, string | undefined>>): Part | null {
    const [text] = match;
    const place = places[offset + match.index] ?? 'code';
    const before = code.slice(0, match.index);
    const after = code.slice(match.index + text.length);
    if (groups.stop !== undefined) {
      return { kind: 'stop', text: groups.stop, parts: split(groups.stop, places, offset + match.index + 1, router) };
    }
    if (groups.name !== undefined) {
      // `app=app`: the first is the name of an argument.
      return place === 'code' && !/^=[^=]/.test(after) ? { kind: 'router' } : null;
    }
    if (groups.status !== undefined) {
      if (place !== 'code') return null;
      const callee = /([\w$]+)(?:<[^<>()]*>)?\([^()]*$/.exec(before)?.[1] ?? '';
      return { kind: 'status', code: Number(text), isKey: /[{,;]\s*$/.test(before) && /^\s*:/.test(after), callee };
    }
    const plural = (groups.many ?? groups.Many) !== undefined;
    const form = text.startsWith('I') ? 'type' : 'name';
    return { kind: 'resource', plural, form: place === 'code' ? form : formIn(form, before, after) };
  }
}

/** The form in a string or comment, by what stands around it. */
function formIn(form: 'name' | 'type', before: string, after: string): ResourcePart['form'] {
  if (before.endsWith('/') || after.startsWith('-') || before.endsWith('-')) return 'path';
  // The paths of Django begin without a slash.
  if (/\bpath\(['"]$/.test(before)) return 'path';
  const isQuoted = /['"`]$/.test(before) && /^['"`]/.test(after);
  if (isQuoted || /[\w{:]$/.test(before) || /^[A-Z_}]/.test(after)) return form;
  return form === 'type' ? 'Words' : 'words';
}
