/** What a hover says about the status, or the route, under the cursor. */

import type { Framework } from '../framework';
import type { Level, Scan, Span, StatusUse } from '../model';
import { statusClass, statusCode } from '../statusCodes';
import { describeRoutes } from './hover/route';
import { describeUse } from './hover/use';

/** Markdown, the text it is about, and where one can go from there. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
  readonly links: readonly HoverLink[];
}

/** A page to read; a code to see at work in the demo; a status in the text to be replaced by another. */
export type HoverLink =
  | { readonly to: 'page'; readonly label: string; readonly url: string }
  | { readonly to: 'demo'; readonly code: number }
  | { readonly to: 'chooser'; readonly span: Span };

/** The hover at an offset; null where nothing of ours is. */
export function hoverAt(scan: Scan, offset: number, frameworks: readonly Framework[], level: Level): Hover | null {
  const use = scan.uses.find((each) => holds(each.span, offset));
  if (use) {
    return { span: use.span, markdown: describeUse(use, scan, frameworks, level), links: linksOf(use) };
  }
  const route = scan.routes.find((each) => holds(each.head, offset));
  if (!route) return null;
  return { span: route.head, markdown: describeRoutes(route, scan, frameworks, level), links: [] };
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function linksOf({ code, span, slot, form }: StatusUse): HoverLink[] {
  const known = statusCode(code);
  const links: HoverLink[] = [];
  if (known?.reference) links.push({ to: 'page', ...known.reference });
  if (known?.mdn) links.push({ to: 'page', label: 'MDN', url: known.mdn });
  // An interim answer is followed by another, which is all that a client shows.
  if ((statusClass(code) ?? 1) > 1) links.push({ to: 'demo', code });
  // An exception class cannot simply become another code.
  if (slot !== 'fixed' && form !== 'exception') links.push({ to: 'chooser', span });
  return links;
}
