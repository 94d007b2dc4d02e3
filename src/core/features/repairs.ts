/** Puts a status that stands in the wrong argument where the framework looks for it. */

import { t } from '../../text';
import { insert, removeArgument, replace, slice } from '../edits';
import type { Argument, Fix, MisplacedUse } from '../model';

type Repaired = Omit<Fix, 'preferred'>;

/** The fix that puts a status where the framework looks for it; null where the call does not show how. */
export function repairFix(use: MisplacedUse, text: string): Fix | null {
  const repaired = repair(use, text);
  return repaired && { ...repaired, preferred: false };
}

function repair(use: MisplacedUse, text: string): Repaired | null {
  const { place, call, index } = use;
  const written = slice(text, use.span);
  const argument = call.arguments.arguments[index];
  if (!place.repair || !argument) return null;
  switch (place.repair.by) {
    case 'swap':
      return swapped(use, place.repair.keyword ?? null, text);
    case 'keyword':
      return byKeyword(use, argument, place.repair.keyword, written);
    case 'property': {
      const object = `{ ${place.repair.property}: ${slice(text, argument.span)} }`;
      return { title: t`Write ${object}`, edits: [replace(argument.span, object)] };
    }
    case 'setter': {
      const { setter } = place.repair;
      // A chain may have set a status already.
      if (!/(?:^|[^\w$.)\]?!])[\w$]+$/.test(text.slice(Math.max(0, call.span.start - 200), call.span.start)))
        return null;
      const set = `${setter}(${slice(text, argument.span)})`;
      const edits = [insert(call.span.start, set), removeArgument(call.arguments, argument, text)];
      return { title: t`Set it with ${`${setter}(${written})`}`, edits };
    }
    case 'rename': {
      const at = call.span.start + slice(text, call.span).indexOf(call.name);
      const { name } = place.repair;
      return {
        title: t`Call ${`${name}(${written})`}`,
        edits: [replace({ start: at, end: at + call.name.length }, name)],
      };
    }
    case 'tuple':
      return besideReturned(use, argument, written, text);
  }
}

function swapped(use: MisplacedUse, keyword: string | null, text: string): Repaired | null {
  const [first, second, third] = use.call.arguments.arguments;
  const argument = use.call.arguments.arguments[use.index];
  if (!first || !argument) return null;
  if (!second || second.name !== null) {
    return keyword ? byKeyword(use, argument, keyword, slice(text, use.span)) : null;
  }
  // A comment between them is about one of the two.
  if (!/^\s*,\s*$/.test(text.slice(first.span.end, second.span.start))) return null;
  // Nothing without a keyword may follow one with.
  if (keyword && third && third.name === null) return null;
  const moved = keyword ? `${keyword}=${slice(text, first.span)}` : slice(text, first.span);
  const edits = [replace(first.span, slice(text, second.span)), replace(second.span, moved)];
  return { title: use.index === 0 ? t('Put the status second') : t('Put the status first'), edits };
}

function byKeyword(use: MisplacedUse, argument: Argument, keyword: string, written: string): Repaired | null {
  const behind = use.call.arguments.arguments.slice(use.index + 1);
  if (behind.some(({ name }) => name === null)) return null;
  return { title: t`Pass ${`${keyword}=${written}`}`, edits: [insert(argument.span.start, `${keyword}=`)] };
}

/** Only where the call is all that is returned: elsewhere it takes more than a comma. */
function besideReturned(use: MisplacedUse, argument: Argument, written: string, text: string): Repaired | null {
  const { span, arguments: list } = use.call;
  const alone =
    /\breturn\s+$/.test(text.slice(Math.max(0, span.start - 200), span.start)) &&
    /^[ \t]*(?:#|\r?\n|$)/.test(text.slice(span.end, span.end + 200));
  if (!alone) return null;
  return {
    title: t`Return ${written} beside it`,
    edits: [removeArgument(list, argument, text), insert(span.end, `, ${slice(text, argument.span)}`)],
  };
}
