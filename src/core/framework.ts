/** What a framework is: the tables that its folder fills in and the engine interprets. */

import type { Answer, Edit, Language, Method, MisplacedStatus, Route, Severity, Since, UseRole } from './model';

/** A web framework as a table; its folder adds the query, an annotated example and snippets. */
export interface Framework {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  /** Modules whose import makes a file this framework's: `fastapi` stands for `fastapi.responses` too. */
  readonly modules: readonly string[];
  /** Modules that declare routes in the same shapes; a file that imports one is not claimed by shape. */
  readonly rivals: readonly string[];
  /**
   * Tree-sitter queries that find route registrations, in the capture vocabulary of `scan/routes.ts`. Frameworks that
   * declare routes alike share the text, which is then run once for all of them. None for shapes that the dialect knows.
   */
  readonly queries: readonly string[];
  readonly routing: Routing;
  /** Status a client sees when the handler says nothing, by method; `all` are the methods of the same registration. */
  readonly defaultStatus: (method: Method, all: readonly Method[]) => number;
  /** Statuses that it answers by itself. */
  readonly automatic: readonly AutomaticStatus[];
  /** Where a status stands in this framework's calls and assignments. */
  readonly positions: readonly StatusPosition[];
  /** Arguments in which a status is written by mistake, for other frameworks or versions have it there. */
  readonly misplaced?: readonly MisplacedStatus[];
  /** Which numbers and strings pass for a status; the first entry that is about a position holds. */
  readonly validity?: readonly StatusValidity[];
  readonly answers: AnswerTable;
  readonly constants: readonly ConstantFamily[];
  /** Calls whose status is always written as a number. */
  readonly numbersOnly?: readonly string[];
  /** Exception classes that stand for a status: `NotFound` of Werkzeug, `NotFoundException` of NestJS. */
  readonly exceptions: Readonly<Record<string, number>>;
  /** An object that makes errors, by the names of its methods: `httpErrors` of @fastify/sensible; left out where there is none. */
  readonly errorMaker?: { readonly object: string; readonly codes: Readonly<Record<string, number>> };
  /** Calls whose name is the status that they document: `ApiNotFoundResponse` of NestJS; left out where there are none. */
  readonly documents?: Readonly<Record<string, number>>;
  readonly recipes: Recipes;
  /** What happens when a route whose code has no content declares some; left out where nothing does. */
  readonly bodyless?: BodylessTable;
  /** What comes of a success that is raised as an exception, as a whole sentence; left out where that is a way to answer. */
  readonly raisedSuccess?: string;
  /** Answers that carry the header their code asks for without being told. */
  readonly ownHeaders?: readonly OwnHeader[];
  /** What a variable has, whatever the file says, that is bound to such a call: a new model of Django its `pk`. */
  readonly made?: { readonly by: RegExp; readonly field: string };
}

/** A status that nobody has to write. */
export interface AutomaticStatus {
  readonly code: number;
  /** As a fragment that follows "when". */
  readonly when: string;
  /**
   * What it happens to: any handler; one that takes `input` which is checked; a request that no handler of the path
   * takes; what has been set up for it by `option`.
   */
  readonly scope: 'handler' | 'input' | 'path' | 'option';
  /** Types and defaults of parameters that are handed over without being checked; with `input` only. */
  readonly unchecked?: RegExp;
}

/** Calls after which the framework adds the header that a code asks for. */
export interface OwnHeader {
  readonly code: number;
  /** Names of calls and exception classes. */
  readonly calls: readonly string[];
  /** Only where the call is given what the header says. */
  readonly whenGiven?: true;
  /** Only in files that import something of this module. */
  readonly beside?: string;
}

/** How a framework refuses, at start-up, a route that declares content for a code that has none. */
export interface BodylessTable {
  /** Codes beside 1xx that it refuses. */
  readonly codes: readonly number[];
  /** Keyword of the registration that names the model and wins over the annotation; null where there is none. */
  readonly modelKeyword: string | null;
  /** Key of a documented response that names its model; null where documentation is not checked. */
  readonly documentedKey: string | null;
  /** Return annotations that it accepts, and those of which it cannot be told. */
  readonly accepted: RegExp;
  /** What happens, as a whole sentence. */
  readonly effect: string;
}

/** A way to register that a dialect finds by itself around what hints at it: to compile a query takes as long as fifty files. */
export type Shape = 'decorators' | 'class methods';

export interface Routing {
  /** How it registers beside what its queries find. */
  readonly shapes: readonly Shape[];
  /** Classes and functions whose result routes are registered on: `FastAPI`, `express`, `Router`. */
  readonly routers: readonly string[];
  /** Those of them that only mount others, so that no route is written on them: what `koa` makes. */
  readonly mountsOnly?: readonly string[];
  /** Registration call names and the method they register. */
  readonly verbs: Readonly<Record<string, Method>>;
  /** Registration calls whose methods are an argument: `api_route(path, methods=["GET"])`. */
  readonly generic: readonly string[];
  /** The framework's own names that are spelled like a registration and register nothing: `django.contrib.admin.action`. */
  readonly notRegistering: readonly string[];
  readonly methodsKeyword: string | null;
  readonly pathKeyword: string | null;
  /** Keyword of the registration that declares the success status; null where handlers set it. */
  readonly statusKeyword: string | null;
  /** Keyword that names the class of every answer, whose own default status holds then; null where there is none. */
  readonly responseClassKeyword: string | null;
  /**
   * Are routes decorators of their handler that are called on a router (`@app.get`), decorators called by their own
   * name (`@Get`), calls that take the handler as their last argument, or the handler's own name.
   */
  readonly registration: 'decorator' | 'bare-decorator' | 'call' | 'name';
  /** Keyword of a router's constructor that every path below starts with; null where there is none. */
  readonly prefixKeyword: string | null;
  /** Calls on a router that put another one below it, under a path or under the prefix of their options: `use`, `register`. */
  readonly mountNames: readonly string[];
  /** Calls on a router that start its paths with a prefix: `basePath` of Hono. */
  readonly prefixCalls: readonly string[];
  /** Registration calls whose first argument is the method and whose second the path: `on` of Hono. */
  readonly methodFirst: readonly string[];
  /** Call that gives a described route its handler: `openapi` in `app.openapi(route, handler)`; null where there is none. */
  readonly describedHandler: string | null;
  /** Calls that register a handler which stands elsewhere in the file: `Route("/x", read)`. */
  readonly apart: readonly ApartCall[];
  /** Calls that put what is registered elsewhere in the file under a prefix: `app.include_router(router, prefix="/x")`. */
  readonly mounts: readonly MountCall[];
  /** Decorators without a path and arguments, with the methods their function answers: `@require_POST`. */
  readonly plainDecorators: Readonly<Record<string, readonly Method[]>>;
  /** Where classes of handlers are declared; null where handlers are functions only. */
  readonly classes: ClassRouting | null;
  /** Decorators beside the route's own that declare the success status as their first argument: `@HttpCode(204)`. */
  readonly statusDecorators: readonly string[];
  /** Decorators of packages around the framework that declare the success status among other things. */
  readonly schemaDecorators: readonly SchemaDecorator[];
  /** Decorator that answers with a redirect, the index of its status, and the status without one; null where there is none. */
  readonly redirectDecorator: { readonly name: string; readonly index: number; readonly defaultStatus: number } | null;
  /** Files that are routes by their place and name, such as Next.js's `route.ts`, with their path as the group `path`; null where only code says it. */
  readonly routeFiles: RegExp | null;
  /** Call that opens a chain of verbs for one path: `route` in `app.route("/x").get(h)`. */
  readonly chainOpener: string | null;
  /** Names a router bears when the file does not show where it comes from. */
  readonly routerNames: RegExp;
  /**
   * Names of a handler's request and response parameters, in that order and side by side; where one object is both (`c`
   * of Hono, `ctx` of Koa), its name alone. Null where handlers get none.
   */
  readonly handlerParameters: { readonly request: RegExp | null; readonly response: RegExp } | null;
  /** Types of the framework that make a parameter the response object. */
  readonly responseTypes: readonly string[];
}

export interface ClassRouting {
  /** Names that base classes of handler classes bear; null where decorators make a class one. */
  readonly bases: RegExp | null;
  /** Decorator of the class whose first argument or `path` is the prefix of its routes. */
  readonly decorator: string | null;
  /** Class attribute that is the prefix of its routes. */
  readonly pathAttribute: string | null;
  /** Method of a class that makes it a handler, to be registered: `as_view`; null where the class itself is registered. */
  readonly adapter: string | null;
  /** Keyword in the list of base classes that is the path of its routes, and the one that names their router. */
  readonly keywords: { readonly path: string; readonly router: string } | null;
  /** What base classes of the framework answer by themselves; null where they answer nothing. */
  readonly inherited: InheritedHandlers | null;
}

/** Handlers that a class has without writing them. */
export interface InheritedHandlers {
  /** Base classes, with the names of the handlers they bring. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** Base classes that only bring methods to call, unless another base makes handlers of them. */
  readonly mixins: Readonly<Record<string, readonly string[]>>;
  /** Names of the bases that make handlers of a mixin's methods. */
  readonly completes: RegExp;
  /** Status that such a handler answers where the framework's default is another. */
  readonly status: Readonly<Record<string, number>>;
  /** Handlers that call another one, so that they answer what it answers: `partial_update` calls `update`. */
  readonly callsOn: Readonly<Record<string, string>>;
  /** Names of which a class gives at least one when it answers itself and is not only a base for others. */
  readonly needs: readonly string[];
  /** Class attribute that lists the methods a class answers. */
  readonly methodsAttribute: string;
}

/** Where an argument of a call stands. */
export interface ArgumentAt {
  readonly index?: number;
  readonly keyword?: string;
}

/** `@blp.response(201, ItemSchema)` of flask-smorest. */
export interface SchemaDecorator {
  readonly name: string;
  /** The package, which the file has to import. */
  readonly module: string;
  readonly index: number;
  readonly keyword: string;
}

/** A call that joins a path with a handler that is declared elsewhere, or whose method is an argument of its own. */
export interface ApartCall {
  /** Called name, its last part. */
  readonly name: string;
  /** Is it imported from the framework's modules, or called on a router. */
  readonly of: 'framework' | 'router';
  readonly path: ArgumentAt;
  /** The argument that is the handler; `decorated` where the call decorates it. */
  readonly handler: ArgumentAt | 'decorated';
  /** The one it registers, the argument that lists them, or `handler` where the handler's own declaration says. */
  readonly methods: Method | ArgumentAt | 'handler';
  /** Does it take the keyword that declares the success status, so that one may be added to it. */
  readonly declares?: true;
}

/** A call that gives a prefix to routers, handlers or registrations that are its arguments. */
export interface MountCall {
  readonly name: string;
  readonly of: 'framework' | 'router';
  readonly prefix: ArgumentAt;
  /** What it puts in place, or a list of it; every positional argument where neither index nor keyword is given. */
  readonly mounted: ArgumentAt;
  /** Does its prefix stand in for the one of the router's construction, rather than before it. */
  readonly replaces?: true;
}

/** One argument, keyword, property or comparison in which a number is a status. */
export interface StatusPosition {
  /** Called or assigned name, its last part: `HTTPException`, `status`; with its object where that tells: `Response.json`. */
  readonly name: string;
  /**
   * What the name belongs to: `framework` where it is imported from its modules, `response` where it is a member of the
   * handler's response object, `router` for registration calls, `platform` where the name is the runtime's own in
   * whatever file (`Response.json`), `any` where the name alone is proof enough.
   */
  readonly of: 'framework' | 'response' | 'router' | 'platform' | 'any';
  /** How the status goes in: positional index, keyword, keys of a mapping, assignment to the name, comparison with it. */
  readonly at: {
    readonly index?: number;
    readonly keyword?: string;
    readonly keysOf?: string;
    readonly assigned?: true;
    readonly compared?: true;
    /** Place in a returned tuple. */
    readonly returned?: number;
    /** The argument at `index` is an object, and the status is this property of it. */
    readonly property?: string;
    /** Only calls with exactly this many arguments. */
    readonly arity?: number;
  };
  readonly role: UseRole;
}

/** What a framework, with the server it usually runs on, takes for a status. */
export interface StatusValidity {
  /** Names of the positions it is about; all of them where left out. */
  readonly names?: readonly string[];
  /** Codes that are sent, as ranges of which both ends are in. */
  readonly takes: readonly (readonly [number, number])[];
  /** What comes of another number, as a sentence. */
  readonly otherwise: string;
  /** What comes of a text in place of the status, as a sentence, where it is the only argument. */
  readonly words?: string;
  /** What comes of a numeric string, as a sentence; null where it passes for the number. */
  readonly string: string | null;
  /** The package and version from which on strings do not pass; in every version where left out. */
  readonly stringSince?: Since;
}

/** How handlers of this framework answer. */
export interface AnswerTable {
  /**
   * Response classes that a handler returns, with their own default status, or null for one that takes the route's;
   * positions tell where it is set.
   */
  readonly responseClasses: Readonly<Record<string, number | null>>;
  /** Does the returned value become the body. */
  readonly returnsBody: boolean;
  /** Must it be a response, so that a call or variable that the file does not explain holds one made elsewhere. */
  readonly returnsResponse: boolean;
  /** May a handler return `body, status`. */
  readonly returnsTuple: boolean;
  /** Property of the response object whose assignment is the answer: `ctx.body` of Koa; null where there is none. */
  readonly bodyProperty: string | null;
  /** Calls on the response object that send, with the index of their body and of their status. */
  readonly sends: Readonly<Record<string, SendCall>>;
  /** Calls on the response object that set the status of the answer, as their first argument. */
  readonly statusSetters: readonly string[];
  /** Property of the response object that holds the status. */
  readonly statusProperty: string;
  /** Properties of the response object that lead to it as well: `ctx.response` of Koa. */
  readonly selfProperties: readonly string[];
  /** Calls that end the handler with an error: a method of the response object, or a parameter that is given one. */
  readonly raises: readonly string[];
  /** Functions that end the handler with a status, by module and name: `next/navigation.notFound`. */
  readonly exits: Readonly<Record<string, number>>;
  /** What clients see of a handler that answers nothing; null where that is its default or nobody knows. */
  readonly unanswered: UnansweredStatus | null;
  /** Keywords under which response classes take their content. */
  readonly contentKeywords: readonly string[];
  /** What becomes of content beside a code that has none; the first that fits says it, and silence where none does. */
  readonly withoutContent: readonly ContentEffect[];
  /**
   * What sends an answer without content when put behind the call that sets its status: `.end()`. A handler that sets a
   * status and sends nothing leaves its client waiting. Null where the framework sends whatever has been set.
   */
  readonly emptySend: string | null;
}

export interface UnansweredStatus {
  readonly status: number;
  /** Properties of the response object that a handler may use without answering. */
  readonly reads: RegExp;
}

/** What becomes of content that is given to an answer whose code has none. */
export interface ContentEffect {
  readonly codes: readonly ('1xx' | 204 | 205 | 304)[];
  /** Names of the calls it is about, `return` for a value that is returned as it is; every answer where this is left out. */
  readonly calls?: readonly string[];
  /** What counts as content: all that is given, all but `null` and `None`, or only what is not empty. */
  readonly counts: 'anything' | 'not null' | 'not empty';
  readonly severity: Severity;
  /** What happens, as a whole sentence. */
  readonly effect: string;
}

export interface SendCall {
  readonly body?: number;
  readonly status?: number;
  /** Status it sends when none was set; the framework's default where this is left out. */
  readonly defaultStatus?: number;
  /** It writes its body as JSON, so that `null` is content too. */
  readonly serialises?: true;
  /** It sends something that cannot simply be dropped: a file, a page, a redirect. */
  readonly fixed?: true;
}

/** An object or module of named status constants. */
export interface ConstantFamily {
  readonly id: string;
  readonly language: Language;
  /** Canonical paths of the object that holds the members: `fastapi.status`, `http.HTTPStatus`. */
  readonly paths: readonly string[];
  /** Further paths that count only where the file imports them, for their last name alone says nothing. */
  readonly importedPaths?: readonly string[];
  readonly members: Readonly<Record<string, number>>;
  /** Further names that only some versions, or some ways to import it, have. */
  readonly elsewhere?: readonly string[];
  /** The member that holds the others from a version on, for whoever requires the module or imports all of it. */
  readonly movedInto?: { readonly member: string; readonly since: Since };
  /** Old name to the one that replaces it. */
  readonly deprecated: Readonly<Record<string, string>>;
  /** What happens to a program that uses a deprecated name, as a whole sentence; empty where none is deprecated. */
  readonly deprecation: string;
  /** The package whose version decides which names there are, as `Project.versions` has it. */
  readonly package: string;
  /** Member to the version of the package that brought it; the others are in every version still in use. */
  readonly since: Readonly<Record<string, string>>;
  /** Are its members numbers and nothing more, so that they print as numbers wherever they go. */
  readonly plain: boolean;
  /** Are its members imported one by one under their own names. */
  readonly bare: boolean;
  /** The version of the package that brought the family; null where all versions in use have it. */
  readonly introduced: string | null;
  /** The name to write for a code; undefined where the family has none. */
  preferred(code: number): string | undefined;
}

/** How this framework writes things: from plain model to edits, null where it cannot be done safely. */
export interface Recipes {
  /** Makes every successful answer of the route carry the code, together with what the route declares. */
  answerWith(request: AnswerRequest): readonly Edit[] | null;
  /** Sends the address of what was created in Location; null where the handler leaves no room for that. */
  locate?(request: AnswerRequest, created: Created): readonly Edit[] | null;
  /** Adds the code to the responses that the route documents already. */
  document?(request: AnswerRequest): readonly Edit[] | null;
}

/** What the address of a new resource is made of. */
export interface Created {
  /** The route that reads it. */
  readonly reader: Route;
  /** The parameter that ends the reader's path, by its name alone: `item_id`. */
  readonly parameter: string;
  /** The expression for the new id in the handler: `item.id`, `item["id"]`. */
  readonly id: string;
  /** The one success of the handler. */
  readonly answer: Answer;
}

export interface AnswerRequest {
  readonly route: Route;
  /** Is the route shown with the one answer that is to change, so that a code written beside that answer is changed there alone. */
  readonly alone: boolean;
  readonly code: number;
  /** What the code is usually called: `Not Found`. */
  readonly phrase: string;
  /** The code as this file would write it: a number or a constant whose import exists or comes with `imports`. */
  readonly spelled: string;
  readonly text: string;
  /** Edits that import a name from one of the framework's modules, empty where it is there already; null where they cannot. */
  importName(module: string, name: string): readonly Edit[] | null;
}
