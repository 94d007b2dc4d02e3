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
  /** The situations it is for, or who sends it, as a sentence; null for an unregistered code. */
  readonly when: string | null;
  /** Codes that it is taken for, the likeliest first. */
  readonly confusedWith: readonly Confusion[];
  /** The registered code to send in place of an unregistered one; null where there is none, and for registered codes. */
  readonly instead: number | null;
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

/** How deep an explanation goes. */
export type Level = keyof Meaning;

/** Other codes, and in a sentence or two what tells them apart, as plain text that reads the same from either side. */
export interface Confusion {
  readonly codes: readonly number[];
  readonly difference: string;
}

export interface HeaderDuty {
  readonly name: string;
  /** The strength the specification gives it: MUST, SHOULD or MAY. */
  readonly strength: 'must' | 'should' | 'may';
  /** What the header says, as a fragment that follows the name: `where the new resource is`. */
  readonly purpose: string;
  /** Only in answer to these methods; to all where left out. */
  readonly methods?: readonly Method[];
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
 * How a status is written: a number, a named constant, a symbol of a string kind, a class or function that carries one
 * (`NotFoundException`, `ApiNotFoundResponse`), or a numeric string key of a response map.
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

/** A place where a status goes, though none need stand there yet. */
export interface StatusPlace {
  readonly role: UseRole;
  /** Does the place itself say so, or would it take the codes around it to be sure. */
  readonly sure: boolean;
  /** Is nothing but an error meant there. */
  readonly errorsOnly: boolean;
  readonly slot: Slot;
  /** Last name of the call it is an argument of; null where it is none. */
  readonly call: string | null;
  /** The routes it stands in: several where one declaration serves several methods, the innermost declaration only. */
  readonly routes: readonly Route[];
  /** The function it stands in; null where it stands in none. */
  readonly around: Span | null;
  /** The name of that function. */
  readonly handler: string | null;
  /** Identifier of the framework whose table knows the place or whose route it stands in; else of the first imported. */
  readonly framework: string | null;
  readonly imports: readonly Import[];
  readonly shadows: readonly Shadow[];
}

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
  /** Does the handler take something of the request that the framework checks before it calls it. */
  readonly takesInput: boolean;
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
