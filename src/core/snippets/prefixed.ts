/** Paths of a template on a router that puts a prefix before them. */

import type { Language } from '../model';
import type { OwnRouter } from './fitting';
import { pluralOf, resourceWords } from './naming';

/** What stands for the prefix until names are filled in: nothing in it may be taken for a name. */
const sign = '\uE000';

/**
 * The code with `/items` taken from the paths that are registered where the prefix ends in it, and with the prefix before
 * it in the addresses of resources. A prefix with parameters stays out of addresses, for the code knows no values of them.
 */
export function underPrefix(
  code: string,
  router: OwnRouter,
  usual: string,
  language: Language,
  resource: readonly string[],
) {
  const prefix = prefixOf(router);
  if (prefix === null) return code;
  const covers = coveredBy(prefix, resource);
  const root = language === 'python' ? '' : '/';
  return code.replace(
    /(?<before>[\w.]*\(\s*)?(?<quote>["'`])\/items(?<after>\/|(?=\k<quote>))/g,
    (whole, before: string | undefined, quote: string, after: string) => {
      const registers = before !== undefined && new RegExp(`^${usual}\\.\\w+\\(`).test(before);
      if (!registers) return `${before ?? ''}${quote}${sign}${covers ? '' : '/items'}${after}`;
      return covers ? `${before}${quote}${after || root}` : whole;
    },
  );
}

/** The written code with the prefix in its place. */
export function withPrefix(text: string, router: OwnRouter | null): string {
  return text.replaceAll(sign, (router && prefixOf(router)) ?? '');
}

/** The resource that the prefix is about: `order line` of `/api/order-lines`; null where it is about none. */
export function resourceOf(router: OwnRouter): readonly string[] | null {
  const last = prefixOf(router)?.split('/').at(-1) ?? '';
  const words = resourceWords(last);
  const many = words?.at(-1) ?? '';
  const one = [many.replace(/ies$/, 'y'), many.replace(/es$/, ''), many.replace(/s$/, '')].find(
    (word) => word !== many && pluralOf(word) === many,
  );
  return words && one !== undefined ? [...words.slice(0, -1), one] : null;
}

function coveredBy(prefix: string, resource: readonly string[]): boolean {
  const last = resource.at(-1) ?? '';
  return prefix.endsWith(`/${[...resource.slice(0, -1), pluralOf(last)].join('-')}`);
}

/** Null where there is none, or one with parameters. */
function prefixOf({ prefix }: OwnRouter): string | null {
  const plain = prefix?.replace(/\/+$/, '') ?? '';
  return /^(?:\/[\w.~-]+)+$/.test(plain) ? plain : null;
}
