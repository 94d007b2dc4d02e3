/** What a hover says about one status: what it does here, what it says, and at the advanced level what goes with it. */

import { sentences, t } from '../../../text';
import type { ConstantFamily, Framework } from '../../framework';
import type { HeaderDuty, Level, Route, Scan, StatusCode, StatusUse } from '../../model';
import { statusClass, statusClassNames, statusCode, usualPhrase } from '../../statusCodes';
import { constantNames } from '../../style';
import { effectOfContent, ownWays } from './framework';
import type { Setting } from './setting';
import { codeSpan, eitherOf, routeName, titled } from './words';

export function describeUse(use: StatusUse, scan: Scan, frameworks: readonly Framework[], level: Level): string {
  const route = use.route === null ? null : (scan.routes[use.route] ?? null);
  const framework = frameworks.find(({ id }) => id === (route?.framework ?? scan.framework)) ?? null;
  const setting = { use, route, scan, framework, frameworks };
  const headline = `**${titled(use.code)}** · ${purpose(use, route)}`;
  const known = statusCode(use.code);
  const paragraphs = known
    ? [headline, ...(level === 'beginner' ? inShort(known, setting) : inFull(known, setting))]
    : [headline, unknownMeaning(use.code)];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

// ---------------------------------------------------------------------------------------------------------------------
// The first line

/** What the code is doing here, for this route or this comparison. */
function purpose(use: StatusUse, route: Route | null): string {
  const name = route ? routeName(route) : null;
  switch (use.role) {
    case 'success':
      if (name && route && route.effective.length > 0 && !route.effective.includes(use.code)) {
        return t`declared for ${name}, but clients see ${eitherOf(route.effective)}`;
      }
      if (use.code >= 400) return name ? t`what ${name} answers` : t('declared here');
      return name ? t`what ${name} answers on success` : t('declared for success');
    case 'returned':
      return name ? t`answered by ${name}` : t('answered here');
    case 'raised':
      return name ? t`raised by ${name}` : t('raised here');
    case 'documented':
      return name ? t`documented for ${name}` : t('documented for clients');
    case 'compared':
      return t('compared with the status of an answer');
    case 'misplaced':
      return t('not read as a status here');
    case 'mentioned':
      return name ? t`used in ${name}` : (className(use.code) ?? t('not a valid code'));
  }
}

function className(code: number): string | null {
  const number = statusClass(code);
  return number ? t(statusClassNames[number].toLowerCase()) : null;
}

/** RFC 9110 §15: an unknown code is treated as the x00 of its class, one outside 100 to 599 as a server error. */
function unknownMeaning(code: number): string {
  const number = statusClass(code);
  return number
    ? t`Nobody has registered ${code}. Clients treat it as ${titled(number * 100)} ([RFC 9110 §15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)).`
    : t`Codes run from 100 to 599. Clients should treat ${code} as a server error ([RFC 9110 §15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)).`;
}

// ---------------------------------------------------------------------------------------------------------------------
// Beginner: two or three sentences

function inShort(known: StatusCode, { use, route }: Setting): string[] {
  // Whoever only reads the code has not chosen it.
  const instead = known.instead !== null && use.role !== 'compared' && t`Send ${titled(known.instead)} instead.`;
  const told = sentences(standing(known), t(known.meaning.beginner), known.when && t(known.when), instead);
  return [told, mainDuty(known, route)];
}

/** What a reader should know before relying on a code that is not simply registered. */
function standing({ standing, owner }: StatusCode): string {
  if (standing === 'unregistered') return owner ? t`Not registered; used by ${t(owner)}.` : t('Not registered.');
  if (standing === 'deprecated') return t('Registered but deprecated.');
  if (standing === 'obsoleted') return t('Registered but obsoleted.');
  return standing === 'unused' ? t('Reserved, with no official meaning.') : '';
}

/** The one thing that goes wrong most: a header that belongs to the code, or a body where none may be. */
function mainDuty(known: StatusCode, route: Route | null): string {
  const own = headersFor(known, route).filter(({ purpose }) => !purpose.startsWith('if '));
  const strongest = (['must', 'should', 'may'] as const).map((strength) =>
    own.filter((header) => header.strength === strength),
  );
  const [header] = strongest.flat();
  if (header) return t`${duties([header])[0] ?? ''}.`;
  return known.content === 'none'
    ? t('No body may follow.')
    : known.content === 'empty'
      ? t('The body must be empty.')
      : '';
}

// ---------------------------------------------------------------------------------------------------------------------
// Advanced: a paragraph, and a line for each thing one may look up

function inFull(known: StatusCode, setting: Setting): string[] {
  const { route, framework } = setting;
  const { meaning, when } = known;
  const told = sentences(standing(known), t(meaning.beginner), when && t(when), t(meaning.advanced));
  const formerly = known.formerPhrases.filter((name) => name !== usualPhrase(known.code));
  const lines = [
    ...known.confusedWith
      .slice(0, 3)
      .map(({ codes, difference }) => labelled(t`Or ${codes.join(', ')}?`, t(difference))),
    labelled(t('Headers'), sequence(duties(headersFor(known, route)))),
    together([
      labelled(t('Body'), bodyOf(known, setting)),
      labelled(t('Caching'), cachingOf(known, route)),
      labelled(t('Retry'), known.retry ? t(known.retry) : ''),
    ]),
    labelled(t`In ${framework?.name ?? ''}`, framework ? ownWays(setting, framework) : ''),
    together([
      labelled(t('Constants'), constantsOf(setting).slice(0, 3).map(codeSpan).join(', ')),
      labelled(t('Formerly'), formerly.join(', ')),
    ]),
  ];
  return [told, lines.filter((line) => line !== '').join('  \n')];
}

function labelled(label: string, text: string): string {
  return text === '' ? '' : `**${label}** ${text}`;
}

function together(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function bodyOf({ code, content }: StatusCode, setting: Setting): string {
  const effect = setting.framework ? effectOfContent(setting, setting.framework) : '';
  if (content !== 'allowed') {
    const none =
      content === 'none' ? t('none: the answer ends with its headers') : t('none, but framed: `Content-Length: 0`');
    return effect === '' ? none : t`${none}. If given one: ${t(effect).replace(/[.\u3002]$/, '')}`;
  }
  // RFC 9110 §15.5, §15.6: SHOULD, but for HEAD. §15.4: a short note with the address.
  if (code >= 400) return t('should say what is wrong');
  return code >= 300 ? t('a short note for people, if any') : '';
}

/** RFC 9110 §15.1; §9.3.3 to §9.3.8 for the methods; RFC 5789 §2 for PATCH. */
function cachingOf({ code, caching }: StatusCode, route: Route | null): string {
  if (code < 200) return '';
  if (caching === 'never') return t('never');
  switch (route?.method) {
    case 'POST':
    case 'PATCH':
      return t`only with a lifetime and \`Content-Location\`, as for any answer to ${route.method}`;
    case 'PUT':
    case 'DELETE':
    case 'OPTIONS':
    case 'TRACE':
      return t`none, as for any answer to ${route.method}`;
    default:
      return caching === 'by default'
        ? t('yes, unless `Cache-Control` forbids it')
        : t('only when `Cache-Control` or `Expires` allows it');
  }
}

function constantsOf({ use, scan, framework, frameworks }: Setting): string[] {
  const families: readonly ConstantFamily[] = framework
    ? framework.constants
    : [
        ...new Set(
          frameworks.filter(({ language }) => language === scan.language).flatMap(({ constants }) => constants),
        ),
      ];
  return constantNames(use.code, scan, families).filter((name) => name !== use.text);
}

// ---------------------------------------------------------------------------------------------------------------------
// Headers

/** Those that are asked for in answer to the route's method. */
function headersFor({ headers }: StatusCode, route: Route | null): HeaderDuty[] {
  return headers.filter(
    ({ methods }) => !methods || !route || route.method === 'ANY' || methods.includes(route.method),
  );
}

/** One sentence a purpose, without its full stop: 206 and 304 have six headers that share one. */
function duties(headers: readonly HeaderDuty[]): string[] {
  const kinds = new Set(headers.map(({ strength, purpose }) => `${strength} ${purpose}`));
  return [...kinds].map((kind) => {
    const alike = headers.filter(({ strength, purpose }) => `${strength} ${purpose}` === kind);
    const [first] = alike;
    const names = alike.map(({ name }) => `\`${name}\``).join(', ');
    return duty(first?.strength ?? 'may', names, first?.purpose ?? '');
  });
}

function duty(strength: HeaderDuty['strength'], names: string, purpose: string): string {
  const isCondition = purpose.startsWith('if ');
  const why = t(purpose);
  switch (strength) {
    case 'must':
      return isCondition ? t`Must carry ${names} ${why}` : t`Must carry ${names}: ${why}`;
    case 'should':
      return isCondition ? t`Should carry ${names} ${why}` : t`Should carry ${names}: ${why}`;
    case 'may':
      return isCondition ? t`May carry ${names} ${why}` : t`May carry ${names}: ${why}`;
  }
}

/** Sentences without their full stops, one after another. */
function sequence(said: readonly string[]): string {
  return said.length === 0 ? '' : said.reduce((before, next) => t`${before}. ${next}`);
}
