/** What a hover says about the status, or the route, under the cursor. */

import type { ConstantFamily, Framework } from '../framework';
import type { HeaderDuty, Route, Scan, Span, StatusCode, StatusUse } from '../model';
import { statusClass, statusClassNames, statusCode, usualPhrase } from '../statusCodes';
import { constantNames } from '../style';

export type Level = 'beginner' | 'advanced';

/** Markdown, and the text it is about. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** The hover at an offset; null where nothing of ours is. */
export function hoverAt(scan: Scan, offset: number, frameworks: readonly Framework[], level: Level): Hover | null {
  const use = scan.uses.find((each) => holds(each.span, offset));
  if (use) {
    const route = use.route === null ? null : (scan.routes[use.route] ?? null);
    return { span: use.span, markdown: describeUse(use, route, scan, frameworks, level) };
  }
  const route = scan.routes.find((each) => holds(each.head, offset));
  if (!route) return null;
  // One declaration may stand for several methods, as the base class of a view does.
  const same = scan.routes.filter(({ head }) => head.start === route.head.start && head.end === route.head.end);
  const descriptions = new Set(same.map((each) => describeRoute(each, scan)));
  return { span: route.head, markdown: [...descriptions].join('\n\n') };
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function describeUse(
  use: StatusUse,
  route: Route | null,
  scan: Scan,
  frameworks: readonly Framework[],
  level: Level,
): string {
  const known = statusCode(use.code);
  const title = `**${use.code} ${phrase(use.code)}**`;
  const headline = `${title} · ${purpose(use, route)}`;
  if (!known) return [headline, unknownMeaning(use.code)].join('\n\n');

  const own = frameworks.find((each) => each.id === (route?.framework ?? scan.framework));
  const families = own ? own.constants : allFamilies(scan, frameworks);
  const names = constantNames(use.code, scan, families).filter((name) => name !== use.text);
  const paragraphs = [
    headline,
    standing(known) + known.meaning.beginner,
    ...(level === 'advanced' ? [known.meaning.advanced] : []),
    ...(route ? notes(use, route) : []),
    duties(known),
    names.length > 0 ? names.map((name) => `\`${name}\``).join(' · ') : '',
    links(known),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function allFamilies(scan: Scan, frameworks: readonly Framework[]): ConstantFamily[] {
  return [...new Set(frameworks.filter((each) => each.language === scan.language).flatMap((each) => each.constants))];
}

/** What a reader should know before relying on a code that is not simply registered. */
function standing({ standing, owner }: StatusCode): string {
  if (standing === 'unregistered') return owner ? `Not registered; used by ${owner}. ` : 'Not registered. ';
  if (standing === 'deprecated' || standing === 'obsoleted') return `Registered but ${standing}. `;
  return standing === 'unused' ? 'Reserved, with no official meaning. ' : '';
}

/** What the code is doing here, for this route or this comparison. */
function purpose(use: StatusUse, route: Route | null): string {
  const name = route ? routeName(route) : null;
  switch (use.role) {
    case 'success':
      if (use.code >= 400) return name ? `what ${name} answers` : 'declared here';
      return name ? `what ${name} answers on success` : 'declared for success';
    case 'returned':
      return name ? `answered by ${name}` : 'answered here';
    case 'raised':
      return name ? `raised by ${name}` : 'raised here';
    case 'documented':
      return name ? `documented for ${name}` : 'documented for clients';
    case 'compared':
      return 'compared with the status received';
    case 'misplaced':
      return 'not read as a status here';
    case 'mentioned':
      return name ? `used in ${name}` : (className(use.code) ?? 'not a valid code');
  }
}

/** Things a reader of this route would get wrong. */
function notes(use: StatusUse, route: Route): string[] {
  const found: string[] = [];
  const own = use.role === 'success';
  if (own && route.effective.length > 0 && !route.effective.includes(use.code)) {
    found.push(`Clients see ${codes(route.effective)}: the handler's own response wins over what is declared here.`);
  }
  if (own && (use.code === 204 || use.code === 205 || use.code === 304) && route.returns === 'value') {
    found.push('The handler returns a value, but no body is sent with this code.');
  }
  if ((own || use.role === 'returned') && use.code === 201 && (route.method === 'GET' || route.method === 'HEAD')) {
    found.push(`${route.method} only reads (RFC 9110 §9.2.1), so it creates nothing: 200 fits.`);
  }
  return found;
}

function describeRoute(route: Route, scan: Scan): string {
  const index = scan.routes.indexOf(route);
  const success = route.effective.map((code) => `**${code} ${phrase(code)}**`).join(' or ');
  const onlyFails = route.effective.every((code) => code >= 400);
  const answers =
    success === ''
      ? 'answers a status that this file does not show'
      : `answers ${success}${onlyFails ? '' : ' on success'}`;
  const others = [
    ...new Set(
      scan.uses
        .filter((use) => use.route === index && use.code >= 400 && (use.role === 'raised' || use.role === 'returned'))
        .map((use) => use.code),
    ),
  ].sort((a, b) => a - b);
  const lines = [`${routeName(route)} ${answers}.`];
  if (others.length > 0) lines.push(`Errors here: ${others.map((code) => `${code} ${phrase(code)}`).join(', ')}.`);
  return lines.join('\n\n');
}

function routeName(route: Route): string {
  return route.path === null ? `\`${route.method}\`` : `\`${route.method} ${route.path}\``;
}

/** Headers and body in one line. */
function duties(known: StatusCode): string {
  const body =
    known.content === 'none' ? 'No body may follow.' : known.content === 'empty' ? 'The body must be empty.' : '';
  return [...headerDuties(known.headers), body].filter((part) => part !== '').join(' ');
}

/** One sentence a purpose: 206 and 304 have six headers that share one. */
function headerDuties(headers: readonly HeaderDuty[]): string[] {
  const demanded = headers.filter((header) => header.strength !== 'may');
  const kinds = new Set(demanded.map(({ strength, purpose }) => `${strength} ${purpose}`));
  return [...kinds].map((kind) => {
    const alike = demanded.filter(({ strength, purpose }) => `${strength} ${purpose}` === kind);
    const [first] = alike;
    const purpose = first?.purpose ?? '';
    const names = alike.map(({ name }) => `\`${name}\``).join(', ');
    return `${first?.strength === 'must' ? 'Must' : 'Should'} carry ${names}${purpose.startsWith('if ') ? ' ' : ': '}${purpose}.`;
  });
}

function links(known: StatusCode): string {
  const reference = known.reference ? `[${known.reference.label}](${known.reference.url})` : '';
  const mdn = known.mdn ? `[MDN](${known.mdn})` : '';
  return [reference, mdn].filter((link) => link !== '').join(' · ');
}

function codes(list: readonly number[]): string {
  return list.map((code) => `${code} ${phrase(code)}`).join(' or ');
}

function phrase(code: number): string {
  return usualPhrase(code) ?? unknownPhrase(code);
}

function className(code: number): string | null {
  const number = statusClass(code);
  return number ? statusClassNames[number].toLowerCase() : null;
}

function unknownPhrase(code: number): string {
  return statusClass(code) ? 'Unregistered' : 'Not a status code';
}

/** RFC 9110 §15: an unknown code is treated as the x00 of its class, one outside 100 to 599 as a server error. */
function unknownMeaning(code: number): string {
  const number = statusClass(code);
  return number
    ? `Nobody has registered ${code}. Clients treat it as ${number}00 ${phrase(number * 100)} ([RFC 9110 §15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)).`
    : `Codes run from 100 to 599. Clients should treat ${code} as a server error ([RFC 9110 §15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)).`;
}
