/** Writes parts of a template out: as plain text, or as a snippet of VS Code. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax of snippets.

import type { Language } from '../model';
import { written } from './naming';
import type { Part, ResourcePart, StatusPart } from './parts';

export interface PlainNames {
  readonly router: string;
  /** The words of the resource's name, in lower case. */
  readonly resource: readonly string[];
  readonly status: (status: StatusPart) => string;
}

export const asNumber = (status: StatusPart) => String(status.code);

/** Text with every name filled in; indented as the template is. */
export function plainText(parts: readonly Part[], names: PlainNames, language: Language): string {
  const write = (part: Part): string => {
    if (typeof part === 'string') return part;
    switch (part.kind) {
      case 'router':
        return names.router;
      case 'resource':
        return written(names.resource, part, language);
      case 'status':
        return names.status(part);
      case 'stop':
        return part.parts.map(write).join('');
    }
  };
  return parts.map(write).join('');
}

export interface SnippetNames {
  /** The name of the router where it is known; null where the person is to say. */
  readonly router: string | null;
  /** What it is called in the template, and offered as. */
  readonly usualRouter: string | null;
  readonly status: (status: StatusPart) => string;
  /** Are plurals and other forms of a name of two words made by transforms, which take effect behind the tab-stop. */
  readonly wellFormed: boolean;
  /** The resource, and whether it is a tab-stop that is filled in with it; otherwise it is written out. */
  readonly resource: readonly string[];
  readonly asksForResource: boolean;
}

/** The body of a snippet: router and resource are its first tab-stops, indentation is in tabs. */
export function snippetBody(parts: readonly Part[], names: SnippetNames, language: Language): string {
  const flat = flattened(parts);
  const asksForRouter =
    names.router === null && flat.some((part) => typeof part !== 'string' && part.kind === 'router');
  const resources = flat.filter(
    (part): part is ResourcePart => names.asksForResource && typeof part !== 'string' && part.kind === 'resource',
  );
  const resource = (asksForRouter ? 1 : 0) + 1;
  // One place has to be the one that is typed in.
  const editable =
    resources.find(({ form, plural }) => form === 'name' && !plural) ??
    resources.find(({ form }) => form === 'name') ??
    resources.find(({ form }) => form === 'path' || form === 'words');
  // Where all names are plural, so is what is typed.
  const asksForPlural = names.wellFormed && editable?.form === 'name' && editable.plural;
  const wellFormed =
    names.wellFormed &&
    editable?.form === 'name' &&
    (!asksForPlural || resources.every(({ form, plural }) => plural || form === 'type'));
  const stops: string[] = [];
  const opened = new Set<number>();
  /** How many placeholders are open around the text. */
  let depth = 0;

  const write = (part: Part): string => {
    if (typeof part === 'string') return escaped(part, depth);
    switch (part.kind) {
      case 'status':
        return names.status(part);
      case 'router':
        return names.router === null ? stop(1, () => names.usualRouter ?? '') : names.router;
      case 'resource':
        return names.asksForResource ? resourceText(part) : written(names.resource, part, language);
      case 'stop': {
        const known = stops.indexOf(part.text);
        if (known < 0) stops.push(part.text);
        const number = (resources.length > 0 ? resource : resource - 1) + (known < 0 ? stops.length : known + 1);
        return stop(number, () => part.parts.map(write).join(''));
      }
    }
  };

  function stop(number: number, content: () => string): string {
    if (opened.has(number)) return `$\{${number}}`;
    opened.add(number);
    depth++;
    const text = `$\{${number}:${content()}}`;
    depth--;
    return text;
  }

  function resourceText(part: ResourcePart): string {
    const plural = wellFormed && asksForPlural;
    const usual = () => written(names.resource, { kind: 'resource', form: 'name', plural }, language);
    const here = editable === part ? stop(resource, usual) : `$\{${resource}}`;
    if (part.form === 'type' || (part.form === 'Words' && !wellFormed)) {
      const transform = !wellFormed ? asType : part.plural === plural ? asType : plural ? asSingularType : asPluralType;
      return `$\{${resource}/${transform}}${part.plural && !wellFormed ? 's' : ''}`;
    }
    if (!wellFormed) return here + (part.plural ? 's' : '');
    if (part.form === 'name') return part.plural === plural ? here : `$\{${resource}/${asPlural}}`;
    return `$\{${resource}/${separated(part.form, part.plural && !plural, language)}}`;
  }

  return tabbed(parts.map(write).join(''), language);
}

/** Every status in the parts, in the order in which they stand. */
export function statusesIn(parts: readonly Part[]): StatusPart[] {
  return flattened(parts).filter((part): part is StatusPart => typeof part !== 'string' && part.kind === 'status');
}

function flattened(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => (typeof part !== 'string' && part.kind === 'stop' ? flattened(part.parts) : [part]));
}

/** A brace that closes means something in a placeholder only. */
function escaped(text: string, depth: number): string {
  return text.replace(depth > 0 ? /[\\$}]/g : /[\\$]/g, '\\$&');
}

function tabbed(body: string, language: Language): string {
  const unit = language === 'python' ? /^(?: {4})+/gm : /^(?: {2})+/gm;
  const width = language === 'python' ? 4 : 2;
  return body.replace(unit, (spaces) => '\t'.repeat(spaces.length / width));
}

/** What follows a slash in the transform of a tab-stop. */
const asPlural = '([^aeiou])y$|(s|x|z|ch|sh)$|(.)$/$1${1:+ies}$2${2:+es}$3${3:+s}/';
const asType = '(.*)/${1:/pascalcase}/';
const asPluralType =
  '^(?:(.*[^aeiou])y|(.*(?:s|x|z|ch|sh))|(.*))$/${1:/pascalcase}${1:+ies}${2:/pascalcase}${2:+es}${3:/pascalcase}${3:+s}/';
const asSingularType =
  '^(?:(.*)ies|(.*(?:ss|x|z|ch|sh))es|(.*?)s?)$/${1:/pascalcase}${1:+y}${2:/pascalcase}${3:/pascalcase}/';

/** Two words set apart by a hyphen or a space, from `order_line` or `orderLine`. */
function separated(form: ResourcePart['form'], isPlural: boolean, language: Language): string {
  const sign = form === 'path' ? '-' : ' ';
  const gap = language === 'python' ? '(_)' : '([A-Z])';
  const change = language === 'python' ? `$\{1:+${sign}}` : `$\{1:+${sign}}$\{1:/downcase}`;
  const first = form === 'Words' ? '^(.)' : '(?!)()';
  const end = isPlural ? '([^aeiou])y$|(s|x|z|ch|sh)$|([^A-Z_])$' : '(?!)()()()';
  return `${gap}|${first}|${end}/${change}$\{2:/capitalize}$3$\{3:+ies}$4$\{4:+es}$5$\{5:+s}/g`;
}
