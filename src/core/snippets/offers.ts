/** The handlers and tests that are offered where one can stand, written as the file writes them. */

import type { Framework } from '../framework';
import type { Edit, Language, Source } from '../model';
import type { Outline } from '../outline';
import { isInClass, routerAt, type SpellingOf, serves, speller, spellingIn } from './fitting';
import { importEdits } from './importing';
import { partsOf, type StatusPart } from './parts';
import { resourceOf, underPrefix, withPrefix } from './prefixed';
import { importsFor, neededFrom } from './program';
import { remembered } from './remembered';
import { usedNames, writeImports } from './statements';
import { isNew, takenBy } from './taken';
import type { Section, Template } from './template';
import { mayBeOffered } from './words';
import { plainText, snippetBody, statusesIn } from './writing';

export interface Offer {
  /** What is typed for it, in every framework the same: `route-post201`. */
  readonly prefix: string;
  readonly framework: string;
  readonly description: string;
  /** A snippet of VS Code. */
  readonly body: string;
  /** What it writes when nothing is changed: worked out for the offer that is looked at. */
  preview(): string;
  /** Imports that it needs. */
  readonly edits: readonly Edit[];
}

export interface OfferRequest {
  readonly source: Source;
  /** Of the source, with the place of `offset`. */
  readonly outline: Outline;
  /** Where the word begins that is being typed, and the word. */
  readonly offset: number;
  readonly word: string;
  readonly frameworks: readonly Framework[];
  /** For files of its language. */
  readonly templates: readonly Template[];
}

/** Nothing where no handler can stand, or where the file is no framework's. */
export function offersAt(request: OfferRequest): readonly Offer[] {
  const { outline, source, word } = request;
  const template = chosenTemplate(request);
  const framework = request.frameworks.find(({ id }) => id === template?.framework);
  if (!template || !framework || !outline.place) return [];
  const { sections } = template;
  const wanted = (kind: string) => mayBeOffered(word, [kind]);
  const tests = wanted('test') ? sections.filter(({ isTest }) => isTest) : [];
  const spellingOf = spellingIn(outline, framework, source.text, request.offset);
  const writing = { ...request, template, framework, spellingOf };
  return [
    ...(wanted('route') ? handlerOffers(sections, writing) : []),
    ...tests.flatMap((section) => testOffer(section, writing)),
  ];
}

/** What all offers at one place share. */
interface Writing extends OfferRequest {
  readonly template: Template;
  readonly framework: Framework;
  readonly spellingOf: SpellingOf;
}

/**
 * The template of the framework that the file belongs to. A test may import none: then what its project has decides, with
 * what it asks with, or alone where there is only one.
 */
function chosenTemplate({ source, outline, templates, frameworks }: OfferRequest): Template | undefined {
  const imported = (name: string) => outline.scan.imports.some(({ module }) => module.split(/[./]/)[0] === name);
  for (const id of outline.frameworks) {
    const own = templates.filter(({ framework }) => framework === id);
    const chosen = own.find(({ module }) => module !== null && imported(module)) ?? own.find(({ module }) => !module);
    if (chosen) return chosen;
  }
  const ofProject = templates.filter(({ framework, language }) => {
    const packages = frameworks.find(({ id }) => id === framework)?.modules ?? [];
    return language === outline.scan.language && packages.some((name) => outline.packages.includes(name));
  });
  const asking =
    ofProject.find((template) => asksLike(template, outline)) ??
    ofProject.find(({ framework }) => importsRoutes(framework, outline, frameworks));
  return asking ?? (ofProject.length === 1 && isNamedAsTest(source) ? ofProject[0] : undefined);
}

/** Does a file import what tests of this framework ask with, and its handlers do not import too. */
function asksLike({ frame, testFrame }: Template, { scan }: Outline): boolean {
  return testFrame.imports
    .filter(({ module, own }) => !own && !frame.imports.some((item) => item.module === module))
    .some(({ module }) => scan.imports.some((item) => item.module === module));
}

/** Does a file import one that is a route by its place and name. */
function importsRoutes(id: string, { scan }: Outline, frameworks: readonly Framework[]): boolean {
  const files = frameworks.find((each) => each.id === id)?.routing.routeFiles ?? null;
  return files !== null && scan.imports.some(({ module }) => /^[.@~]/.test(module) && files.test(`${module}.ts`));
}

function isNamedAsTest({ uri }: Source): boolean {
  return /^test_|[._]test\.|\.spec\.|^tests?\./i.test(uri.slice(uri.lastIndexOf('/') + 1));
}

function handlerOffers(sections: readonly Section[], writing: Writing): Offer[] {
  const { outline, offset, source, template, framework } = writing;
  const { place } = outline;
  if (!place || !outline.frameworks.includes(framework.id)) return [];
  const handlers = sections.filter(({ isTest }) => !isTest);
  const decorator = framework.routing.classes?.decorator;
  const isInside = place.kind === 'class' && !!decorator && place.decorators.includes(decorator);
  if (isInside) {
    return handlers
      .filter((section) => isInClass(template, section))
      .map((section) => offer(section, template.router, section.code, writing));
  }
  if (!mayRegister(writing)) return [];
  const apart = handlers.filter((section) => !isInClass(template, section));
  const usual = template.router;
  if (usual === null) return apart.map((section) => offer(section, null, section.code, writing));
  const router = routerAt(offset, outline, framework, source.text);
  if (!router) return [];
  const known = resourceOf(router);
  const taken = takenBy(outline);
  return apart
    .filter((section) => serves(router, section))
    .map((section) => {
      const written = (resource: readonly string[]) =>
        underPrefix(section.code, router, usual, template.language, resource);
      const isFree = (resource: readonly string[]) =>
        isNew(written(resource), resource, { router, taken, usual, language: template.language });
      // Where the prefix says what the routes are about, nobody needs to be asked: names that are derived from a
      // tab-stop, such as that of a type, are wrong until it is left with Tab. A handler that is there already is not
      // written twice: the new one is for something below, and somebody has to say what.
      const own = known && isFree(known) ? known : null;
      const resource = own ?? usualResources.find(isFree) ?? ['item'];
      const code = written(resource);
      const { body, preview, ...rest } = offer(section, router.name, code, writing, resource, own === null);
      return { ...rest, body: withPrefix(body, router), preview: () => withPrefix(preview(), router) };
    });
}

/** What a resource is called as long as nobody has said it; the first stands in all templates. */
const usualResources = [['item'], ['part'], ['note']];

/** Is it a place where routes are registered: the top level, or a function that is handed its router. */
function mayRegister({ outline: { place, plugins }, offset }: OfferRequest): boolean {
  if (place?.kind === 'module') return true;
  return plugins.some(
    ({ router, span }) =>
      place?.kind === 'function' && place.parameters.includes(router) && span.start < offset && offset <= span.end,
  );
}

function testOffer(section: Section, writing: Writing): Offer[] {
  const { outline, source, template, framework } = writing;
  if (!(isNamedAsTest(source) || asksLike(template, outline))) return [];
  const { place } = outline;
  const inSuite = place?.kind === 'function' && /^(?:describe|suite|context)\b/.test(place.argumentOf ?? '');
  if (place?.kind !== 'module' && !inSuite) return [];
  const app = outline.scan.imports.find(({ local, module }) => {
    return /^[./@~]|^(?:app|src|main)\b/.test(module) && framework.routing.routerNames.test(local);
  });
  const code = withClient(section.code, template, outline);
  return [offer(section, app?.local ?? template.router, code, writing)];
}

/** The test with the file's own client, or with one of its own where the file has none. */
function withClient(code: string, template: Template, outline: Outline): string {
  const { blocks } = neededFrom(template.testFrame, code, template);
  let text = code;
  const missing = blocks.filter((block) => {
    const [name = ''] = block.declares;
    if (name === '' || outline.declared.includes(name)) return false;
    // `client = TestClient(app)`: what made it says what it is.
    const by = /=\s*(?:new\s+)?(?:[\w$]+\.)*([\w$]+)\(/.exec(block.code)?.[1];
    const own = outline.made.find((each) => each.by === by);
    if (own) text = text.replace(new RegExp(`(?<![\\w.$])${name}(?![\\w$])`, 'g'), own.name);
    return !own;
  });
  if (missing.length === 0) return text;
  const setup = missing.map((block) => block.code).join('\n');
  const used = usedNames(setup, template.language);
  const known = outline.scan.imports.map(({ local }) => local);
  const own = template.testFrame.imports.filter(
    (name) => name.own && used.has(name.local) && !known.includes(name.local),
  );
  const gap = template.language === 'python' ? '\n\n' : '\n';
  return [writeImports(own, template.language), setup, text].filter((part) => part !== '').join(gap);
}

function offer(
  section: Section,
  router: string | null,
  code: string,
  { outline, source, template, framework, spellingOf }: Writing,
  resource: readonly string[] = ['item'],
  asksForResource = true,
): Offer {
  const parts = partsOf(code, template.language, template.router);
  const { write: status, imports } = speller(framework, spellingOf);
  const spelled = statusesIn(parts).map(status).join('\n');
  const body = bodyOf(
    code,
    template.language,
    template.router,
    router,
    resource.join(' '),
    String(asksForResource),
    spelled,
  );
  return {
    prefix: section.isTest ? section.operation : `route-${section.operation}`,
    framework: template.name ?? framework.name,
    description: section.description,
    body,
    preview: () => plainText(parts, { router: router ?? '', resource, status }, template.language),
    edits: importEdits([...importsFor(code, section, template), ...imports()], outline, source.text),
  };
}

/** `spelled` has a line for each status of the code; `usual` is what the template calls its router. */
const bodyOf = remembered(
  (
    code: string,
    language: Language,
    usual: string | null,
    router: string | null,
    resource: string,
    asksForResource: string,
    spelled: string,
  ): string => {
    const parts = partsOf(code, language, usual);
    const lines = spelled.split('\n');
    const spellings = new Map(statusesIn(parts).map((part, index) => [part, lines[index] ?? '']));
    const status = (part: StatusPart) => spellings.get(part) ?? '';
    const names = {
      router,
      usualRouter: usual,
      status,
      wellFormed: true,
      resource: resource.split(' '),
      asksForResource: asksForResource === 'true',
    };
    return snippetBody(parts, names, language).replace(/\n$/, '');
  },
);
