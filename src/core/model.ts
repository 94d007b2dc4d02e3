/** Every domain type: what the engine knows about codes, routes, findings and fixes; nothing else. */

// ---------------------------------------------------------------------------------------------------------------------
// Status codes

/** A row of the IANA registry, or a well-known code outside it. */
export interface StatusCode {
  readonly code: number;
  /** The reason phrase of the registry, or the usual name of an unregistered code. */
  readonly phrase: string;
  /** Names that older RFCs, servers and constant families still use. */
  readonly formerPhrases: readonly string[];
  readonly standing: Standing;
  /** Whose convention an unregistered code is, for example `nginx`; null for a registered one. */
  readonly owner: string | null;
  /** Where it is defined, for example `RFC 9110 §15.3.2`; null where no public document defines it. */
  readonly reference: Reference | null;
  /** Address of its MDN page; null where MDN has none. */
  readonly mdn: string | null;
  readonly meaning: Meaning;
  /** `none`: nothing may follow the head (1xx, 204, 304); `empty`: framed, but of length zero (205). */
  readonly content: 'allowed' | 'none' | 'empty';
  readonly headers: readonly HeaderDuty[];
  /** May a cache keep it without being told (RFC 9110 §15.1); `never` where a MUST NOT forbids keeping it. */
  readonly caching: 'by default' | 'when told' | 'never';
  /** May a client send the same request again, and when; null where the question does not arise. */
  readonly retry: string | null;
}

export type Standing = 'registered' | 'temporary' | 'unused' | 'obsoleted' | 'deprecated' | 'unregistered';

export interface Reference {
  /** For example `RFC 9110 §15.3.2`. */
  readonly label: string;
  readonly url: string;
}

/** What a code says, in one or two short sentences a level. */
export interface Meaning {
  readonly beginner: string;
  readonly advanced: string;
}

export interface HeaderDuty {
  readonly name: string;
  /** The strength the specification gives it: MUST, SHOULD or MAY. */
  readonly strength: 'must' | 'should' | 'may';
  /** What the header says, as a fragment that follows the name: `where the new resource is`. */
  readonly purpose: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// Source text

/** The grammars we ship; several editor languages share one. */
export type Grammar = 'python' | 'typescript' | 'tsx';

/** Everything a dialect of syntax has in common: Python, or JavaScript with its typed and JSX forms. */
export type Language = 'python' | 'ecmascript';

/** A text to look at, wherever it lives: file, untitled document, notebook cell, side of a diff. */
export interface Source {
  readonly uri: string;
  /** The editor's language identifier, for example `python` or `typescriptreact`. */
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** What is known beyond the text; left out where nobody asked. */
  readonly surroundings?: Surroundings;
}

/** UTF-16 offsets into the text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// ---------------------------------------------------------------------------------------------------------------------
// What a file says about status codes

export interface Scan {
  readonly language: Language;
  /** Identifier of the framework most routes and uses belong to; null where there is none. */
  readonly framework: string | null;
  readonly routes: readonly Route[];
  readonly uses: readonly StatusUse[];
  readonly imports: readonly Import[];
  /** Statuses written where the framework looks for something else; each is among the uses too. */
  readonly misplaced: readonly MisplacedUse[];
  /** Values written for a status that the framework does not take. */
  readonly invalid: readonly InvalidStatus[];
  /** Where a name of a family of constants stands for something else: `status` in a function with a parameter `status`. */
  readonly shadows: readonly Shadow[];
}

export interface Shadow {
  readonly name: string;
  /** The function or class around it; the whole file where that is what it is bound in. */
  readonly span: Span;
}

/** One name that an import statement brings into the file. */
export interface Import {
  /** The name in this file; `*` for a wildcard. */
  readonly local: string;
  readonly module: string;
  /** The name inside the module, for example `status` of `fastapi`; empty for the module itself. */
  readonly path: string;
  /** The whole statement. */
  readonly statement: Span;
  /** Just behind the last name of a `from x import a, b` or `import { a, b }` list; null where no name can be added. */
  readonly insertNameAt: number | null;
}

/**
 * How a status is written: a number, a named constant, a symbol of a string kind, a class that carries one
 * (`NotFoundException`), or a numeric string key of a response map.
 */
export type UseForm = 'number' | 'constant' | 'symbol' | 'exception' | 'string-key';

/**
 * What a status is doing where it stands: declared for success on the route, returned or sent, raised, documented for
 * clients, compared with a status received, misplaced where the framework looks for something else, or only mentioned (a
 * constant whose purpose the file does not show).
 */
export type UseRole = 'success' | 'returned' | 'raised' | 'documented' | 'compared' | 'misplaced' | 'mentioned';

export interface StatusUse {
  readonly code: number;
  readonly span: Span;
  readonly text: string;
  readonly form: UseForm;
  readonly role: UseRole;
  /** Index into `Scan.routes`; null outside of routes. */
  readonly route: number | null;
  /** The constant's family and member, where it is one. */
  readonly constant: { readonly family: string; readonly member: string } | null;
  readonly slot: Slot;
  /** What a documented code leads to, as names and values: `"model": Item` in `204: {"model": Item}`; null for any other use. */
  readonly entry: ArgumentList | null;
  /** The call that a returned or raised status is an argument of, or that makes the exception; null where there is none. */
  readonly call: AnswerCall | null;
}

/**
 * What may be written in place of a status: `expression` takes a number or a constant, `key` is the plain key of an object
 * and takes a constant in brackets only, `bracketed` is one in brackets; `fixed` has to stay as it is.
 */
export type Slot = 'expression' | 'key' | 'bracketed' | 'fixed';

export interface MisplacedUse {
  /** Identifier of the framework whose call it is. */
  readonly framework: string;
  readonly code: number;
  readonly span: Span;
  /** What the framework makes of it. */
  readonly place: MisplacedStatus;
  /** The call it is an argument of, and which of its arguments. */
  readonly call: AnswerCall;
  readonly index: number;
}

export interface InvalidStatus {
  /**
   * `number`: a code that is not sent; `string`: a numeric string; `words`: any other; `member`: a constant that its
   * family does not have; `moved`: one that it has elsewhere.
   */
  readonly kind: 'number' | 'string' | 'words' | 'member' | 'moved';
  readonly span: Span;
  readonly text: string;
  /** What comes of it, as a sentence. */
  readonly effect: string;
  /** The package and version this holds from; null where it holds in all. */
  readonly since: Since | null;
  /** The code that is evidently meant; null where none is. */
  readonly meant: number | null;
  /** What to write for that code; null where that is not evident. */
  readonly instead: string | null;
}

/** A request method; `ANY` for a registration that takes them all. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE' | 'QUERY' | 'ANY';

/** A path operation: one method on one path, and the handler that answers it. */
export interface Route {
  readonly framework: string;
  readonly method: Method;
  /** As written, prefix of a router in the same file included; null where the file does not show it. */
  readonly path: string | null;
  /** Name of the handler function; null where it has none. */
  readonly handler: string | null;
  /** The whole route: decorators and function, or the registration call. */
  readonly span: Span;
  /** What registers it, as far as a reader looks at it to know the route: `app.post` in `@app.post("/items")`. */
  readonly head: Span;
  /** Status codes written on the registration. */
  readonly declared: readonly number[];
  /** Codes a client will see on success, ascending; the errors of a route that has nothing else; empty where it cannot be told. */
  readonly effective: readonly number[];
  /** Does its declaration serve other methods too, so that what is declared holds for them as well. */
  readonly sharesDeclaration: boolean;
  /** The code of an answer that names none: declared on the route or the framework's default; null where it cannot be told. */
  readonly unsaid: number | null;
  /** True where something decides the status that the file does not show: a helper that gets the response, a variable. */
  readonly decidedElsewhere: boolean;
  readonly returns: 'nothing' | 'value' | 'response' | 'unknown';
  /** Why we hold that a successful call creates a resource; null where we do not. */
  readonly creates: Evidence | null;
  /** Why we hold that a POST acts on what exists and creates nothing: `login`, `verify`; null where we do not. */
  readonly acts: Evidence | null;
  /** Why we hold that a PUT creates its resource where there is none, and does not tell: `upsert`; null where we do not. */
  readonly mayCreate: Evidence | null;
  /** The call that leaves all of the work to a queue or a background task, of which the answer tells no more than an id. */
  readonly queues: Evidence | null;
  readonly anatomy: RouteAnatomy;
}

export interface Evidence {
  readonly by: 'body' | 'name';
  /** The code that says so: `session.add`, `create_item`. */
  readonly what: string;
}

/** The places in a route that an edit touches: plain spans, so that a recipe never sees a syntax node. */
export interface RouteAnatomy {
  /** Arguments of the registration call or decorator. */
  readonly registration: ArgumentList | null;
  /** The declared success status where it is written; null where none is. */
  readonly declaredAt: Span | null;
  /** The whole handler function, without decorators; null where it is not in this file. */
  readonly handler: Span | null;
  /** The type in `-> Item` or `: Promise<Item>`, without the punctuation. */
  readonly returnType: Span | null;
  /** Every place where the handler hands over an answer, in source order. */
  readonly answers: readonly Answer[];
  /** Places where the handler sets the status apart from an answer: `response.status_code = 201`, `res.status(201);`. */
  readonly statusWrites: readonly StatusWrite[];
}

export interface ArgumentList {
  /** Between the parentheses. */
  readonly span: Span;
  readonly arguments: readonly Argument[];
}

export interface Argument {
  /** Keyword, or null for a positional argument. */
  readonly name: string | null;
  readonly span: Span;
  readonly value: Span;
}

export interface StatusWrite {
  /** The codes it may set: one, or the branches of a conditional; empty where they cannot be told. */
  readonly codes: readonly number[];
  readonly value: Span;
  /** The call or property that sets it: `res.status(404)`. */
  readonly span: Span;
  /** Is it certain that the handler ends here without sending anything, so that its client waits. */
  readonly unsent: boolean;
}

/** One place where a handler answers: a `return`, or a call that sends. */
export interface Answer {
  /**
   * `nothing`: a bare `return` or `return None`; `value`: returned to a framework that builds the response;
   * `response`: a response of its own kind, such as `JSONResponse(...)`, a redirect or a file; `send`: a call on the
   * response object sends content that is given to it.
   */
  readonly kind: 'nothing' | 'value' | 'response' | 'send';
  /** The answering expression: the returned value, or the sending call with its whole chain. */
  readonly span: Span;
  /** The statement it makes up on its own (`return x`, `res.json(x);`); null where it is part of something larger. */
  readonly statement: Span | null;
  /** Is that statement the last of the handler's own block, so that nothing follows it. */
  readonly last: boolean;
  /** Are there other statements in the block, so that removing this one leaves a block. */
  readonly alone: boolean;
  /** Status that this answer carries: a number, `default` where it says none, `dynamic` where it is computed or a helper's. */
  readonly status: number | 'default' | 'dynamic';
  /** The codes a `dynamic` status may have, as far as the file shows: the branches of a conditional, what a helper sets. */
  readonly possible: readonly number[];
  /** Where that status is written, or the call of the helper that writes it; null for `default`. */
  readonly statusAt: Span | null;
  /** What is sent as content; null where there is none. */
  readonly body: AnswerBody | null;
  /** The call that constructs or sends, where the answer is one. */
  readonly call: AnswerCall | null;
}

export interface AnswerBody {
  readonly span: Span;
  /**
   * `empty`: `null`, `{}`, `""`; `acknowledgement`: nothing but literals, such as `{"ok": True}`; `value`: anything
   * that tells the client something.
   */
  readonly content: 'empty' | 'acknowledgement' | 'value';
  /** What dropping it would lose: nothing, the one call it consists of, or calls somewhere inside. */
  readonly effects: 'none' | 'call' | 'inner';
  /** Is it a call or a choice that may come to nothing: `service.remove(id)`, `item or None`. */
  readonly mayBeNothing: boolean;
  /** Does it say in so many words that the request failed: `{"error": "no such item"}`, `{"success": False}`. */
  readonly failure: boolean;
}

export interface AnswerCall {
  /** Last name of what is called: `JSONResponse`, `json`, `sendStatus`. */
  readonly name: string;
  /** From the name's leading dot, or the name itself, to the closing parenthesis. */
  readonly span: Span;
  readonly arguments: ArgumentList;
}

// ---------------------------------------------------------------------------------------------------------------------
// What is known beyond the file

/** What a file's project says in its manifests and lock files about what it runs on. */
export interface Project {
  /**
   * By package: in PyPI's normal form (lower case, hyphens) or as npm has it; `python` for the interpreter. A package that
   * is not there is unknown, which is not the same as not installed.
   */
  readonly versions: Readonly<Record<string, VersionFact>>;
}

export interface VersionFact {
  /** The lowest version that a lock file pins or else the manifests allow; null where they allow any. */
  readonly lowest: string | null;
}

/** How handlers of a whole project answer: the habit that an odd one stands out from. */
export interface Habit {
  /** POST handlers that create and answer 200 or 201, and how many of them answer 201. */
  readonly creating: number;
  readonly answering201: number;
  /** DELETE handlers that answer 200 or 204, and how many of them answer 204. */
  readonly deleting: number;
  readonly answering204: number;
}

/** All that a face may tell the engine about where a file stands; null for what is not known. */
export interface Surroundings {
  readonly project: Project | null;
  readonly habit: Habit | null;
}

// ---------------------------------------------------------------------------------------------------------------------
// Findings and fixes

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding {
  /** Identifier of the rule, which is also the name of its file. */
  readonly rule: string;
  readonly span: Span;
  readonly message: string;
  /** The rule's own, unless this finding weighs more or less; what the user has set for the rule wins over both. */
  readonly severity: Severity;
  /** The status code it suggests, where it suggests one. */
  readonly suggest: number | null;
  readonly fixes: readonly Fix[];
}

/** Edits that are applied together or not at all, with a title that says what they do; the edits never overlap. */
export interface Fix {
  readonly title: string;
  /** The one to take without asking; at most one a finding. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** One rule: what it looks for, why, and an example that is also its test. */
export interface Rule {
  readonly id: string;
  readonly summary: string;
  /** The sentence of the specification it stands on, in our words, with its section and strength. */
  readonly why: string;
  readonly severity: Severity;
  /** Where it stands in the index of rules; under the others where it says nothing. */
  readonly theme?: RuleTheme;
  /** To read on; what `why` cites of RFCs is linked without being listed here. */
  readonly references?: readonly Reference[];
  /** Is it silent until somebody asks for it, because most code does without what it asks for. */
  readonly offByDefault?: true;
  readonly example: RuleExample;
  check(context: RuleContext): readonly Finding[];
  /**
   * Says that a project with this habit does otherwise, as a sentence for the end of the message: the finding is then a
   * warning. Null where there is no such habit; left out by rules that are not about habits.
   */
  oddIn?(habit: Habit): string | null;
}

/** What a rule is about. */
export type RuleTheme = 'method' | 'content' | 'headers' | 'errors' | 'names' | 'framework';

export interface RuleExample {
  readonly languageId: string;
  readonly before: string;
  /** With the preferred fix applied; null where there is none to take without asking. */
  readonly after: string | null;
  /** The project it stands in, for a rule that depends on versions. */
  readonly project?: Project;
}

/** All that a rule may look at. */
export interface RuleContext {
  readonly scan: Scan;
  readonly text: string;
  /** The table of a framework, by the identifier that routes and scans carry. */
  framework(id: string): Framework;
  /** A code as this file would write it: a number, or a constant it has already. */
  spell(code: number, framework: Framework): string;
  /** The fix that makes a route answer with a code, or null where that cannot be done safely. */
  answerWith(route: Route, code: number): Fix | null;
  /** The fix that makes one answer of a route carry a code and leaves the others alone; null where that is not safe. */
  changeAnswer(route: Route, answer: Answer, code: number): Fix | null;
  /** Does what holds from a version on hold in this project; null where its version is not known. */
  holdsHere(since: Since): boolean | null;
  /** The fix that puts a misplaced status where the framework looks for it; null where the call does not show how. */
  repair(use: MisplacedUse): Fix | null;
  /** The fix that answers a code together with the Location of what was created; null where the file does not show all of it. */
  answerLocated(route: Route, code: number): Fix | null;
  /** The fix that adds a code to what a route documents; null where its framework has no recipe for that. */
  documentStatus(route: Route, code: number): Fix | null;
  /** What replaces a constant whose name is old, once the project's own version is known to have it; null otherwise. */
  renaming(use: StatusUse): Renaming | null;
}

/** A constant's newer name in the same family. */
export interface Renaming {
  readonly family: ConstantFamily;
  readonly member: string;
  /** The version that brought the newer name and deprecated the older. */
  readonly since: string;
  /** Edits that write the newer name, its import included; null where they cannot be made safely. */
  readonly edits: readonly Edit[] | null;
}

// ---------------------------------------------------------------------------------------------------------------------
// Frameworks: data that the engine interprets

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
   * declare routes alike share the text, which is then run once for all of them.
   */
  readonly queries: readonly string[];
  readonly routing: Routing;
  /** Status a client sees when the handler says nothing, by method; `all` are the methods of the same registration. */
  readonly defaultStatus: (method: Method, all: readonly Method[]) => number;
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
  readonly recipes: Recipes;
  /** What happens when a route whose code has no content declares some; left out where nothing does. */
  readonly bodyless?: BodylessTable;
  /** What comes of a success that is raised as an exception, as a whole sentence; left out where that is a way to answer. */
  readonly raisedSuccess?: string;
  /** Answers that carry the header their code asks for without being told. */
  readonly ownHeaders?: readonly OwnHeader[];
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

export interface Routing {
  /** Classes and functions whose result routes are registered on: `FastAPI`, `express`, `Router`. */
  readonly routers: readonly string[];
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

/** An argument that looks like a status to people and is something else to the framework. */
export interface MisplacedStatus {
  /** The call's last name, and what it belongs to, as for a position. */
  readonly name: string;
  readonly of: 'framework' | 'response' | 'router';
  /** Only where it comes from this one of the framework's modules. */
  readonly module?: string;
  readonly index: number;
  /** The keyword that the same argument goes by. */
  readonly keyword?: string;
  /** Only calls with exactly this many arguments. */
  readonly arity?: number;
  /** Where the framework does look for the status; only calls where what stands there is evidently none. */
  readonly statusAt?: number;
  /** Only calls in front of which nothing has set the status. */
  readonly unset?: true;
  /** The code that is sent anyway, so that writing it does no harm. */
  readonly anyway?: number;
  /** What comes of it and where the status goes, as sentences. */
  readonly effect: string;
  /** The package and version this holds from; in every version where left out. */
  readonly since?: Since;
  /** How the call is put right; null where that takes more than the call shows. */
  readonly repair: Repair | null;
}

export interface Since {
  readonly package: string;
  readonly version: string;
}

/**
 * `swap`: the first two arguments trade places, the status with a keyword where one is named; `keyword`: it is passed by
 * keyword, `property`: as the property of an object; `setter`: it moves into a call in front, such as `.status`; `rename`:
 * another call takes it as it stands; `tuple`: it is returned beside the call.
 */
export type Repair =
  | { readonly by: 'swap'; readonly keyword?: string }
  | { readonly by: 'keyword'; readonly keyword: string }
  | { readonly by: 'property'; readonly property: string }
  | { readonly by: 'setter'; readonly setter: string }
  | { readonly by: 'rename'; readonly name: string }
  | { readonly by: 'tuple' };

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
  /** The expression for the new id in the handler: `item.id`. */
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
