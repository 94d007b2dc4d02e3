/** What FastAPI does around a path operation: read and validate the request, and answer every error in its own form. */

import { type Context, Hono } from 'hono';
import { plainResponse } from './plainResponse';
import {
  entriesOf,
  isArray,
  JsonDecodeError,
  type PythonValue,
  parseJsonBytes,
  UnreadableJsonError,
  writeJson,
  writeModelJson,
} from './pythonJson';
import {
  otherSlash,
  queryParameters,
  type RequestBindings,
  redirectUrl,
  requestPath,
  requestTarget,
  StarletteRouter,
} from './starlette';
import { type ErrorDetail, type Field, type Infer, missing, type Validated, type Validator } from './validation';

export type FastApiEnv = { Bindings: RequestBindings };
export type FastApi = Hono<FastApiEnv>;
export type Headers = Readonly<Record<string, string>>;

/** A Hono app without path operations that treats what it cannot route or validate as FastAPI does. */
export function createFastApi(): FastApi {
  const router = new StarletteRouter<never>();
  const app = new Hono<FastApiEnv>({ router, getPath: (request, options) => requestPath(request, options?.env) });
  app.notFound((c) => unrouted(c.req.raw, c.env, router));
  app.onError((error) => {
    try {
      return errorAnswer(error);
    } catch {
      return serverError();
    }
  });
  const { fetch } = app;
  app.fetch = (request, env, context) =>
    // Hono answers HEAD with its GET route; FastAPI has no HEAD unless one is declared.
    request.method === 'HEAD' ? unrouted(request, asBindings(env), router) : fetch(request, env, context);
  return app;
}

/** Hono knows the bindings of an app by their type only. */
export function asBindings(env: unknown): RequestBindings | undefined {
  return env as RequestBindings | undefined;
}

/** What a path operation declares beside its body. */
interface Declared {
  readonly path?: { readonly [name: string]: Validator<unknown> };
  readonly query?: { readonly [name: string]: Field<unknown> };
}

interface DeclaredWithBody extends Declared {
  readonly body: Validator<unknown>;
}

type PathOf<D extends Declared> = { readonly [Name in keyof D['path']]: Infer<D['path'][Name]> };

type Parsed<D extends Declared> = {
  readonly path: PathOf<D>;
  readonly query: { readonly [Name in keyof D['query']]: D['query'][Name] extends Field<infer T> ? T : never };
};

type ParsedWithBody<D extends DeclaredWithBody> = Parsed<D> & { readonly body: Infer<D['body']> };

/** Called with the parameters of the path as soon as they are right, before all else is looked at. */
type Depends<D extends Declared> = (path: PathOf<D>) => void;

/** The declared parts of a request, validated; throws what becomes a 422 where they are not as declared. */
export function parse<const D extends Declared>(c: Context<FastApiEnv>, declared: D): Parsed<D> {
  const errors: ErrorDetail[] = [];
  const parsed = parametersOf(c, declared, errors);
  if (errors.length > 0) throw new RequestValidationError(errors);
  return parsed;
}

/** The same of a request with a body, which can also be one that becomes a 400. */
export async function parseWithBody<const D extends DeclaredWithBody>(
  c: Context<FastApiEnv>,
  declared: D,
  depends?: Depends<D>,
): Promise<ParsedWithBody<D>> {
  const received = await readBody(c);
  const errors: ErrorDetail[] = [];
  const { path, query } = parametersOf(c, declared, errors, depends);
  const body = received === null ? { errors: [missing(['body'], null)] } : declared.body(received, ['body']);
  if ('errors' in body) errors.push(...body.errors);
  if (errors.length > 0 || 'errors' in body) throw new RequestValidationError(errors);
  // The declared validator made it, which is what its type says.
  return { path, query, body: body.value } as ParsedWithBody<D>;
}

function parametersOf<D extends Declared>(
  c: Context<FastApiEnv>,
  declared: D,
  errors: ErrorDetail[],
  depends?: Depends<D>,
): Parsed<D> {
  const keep = (values: Record<string, unknown>, name: string, result: Validated<unknown>) => {
    if ('errors' in result) errors.push(...result.errors);
    else values[name] = result.value;
  };
  const path: Record<string, unknown> = {};
  for (const name in declared.path) {
    const text = c.req.param(name) ?? null;
    keep(path, name, declared.path[name]?.(text, ['path', name]) ?? { value: text });
  }
  // Every declared name went through its own validator, which is what the types of path and query say.
  if (depends && errors.length === 0) depends(path as PathOf<D>);
  const query: Record<string, unknown> = {};
  if (declared.query) {
    const sent = queryParameters(requestTarget(c.req.raw, c.env).query);
    for (const name in declared.query) {
      const field = declared.query[name];
      const text = sent.get(name);
      if (!field) continue;
      if (text !== undefined) keep(query, name, field.validate(text, ['query', name]));
      else if (field.fallback) query[name] = field.fallback.value;
      else errors.push(missing(['query', name], null));
    }
  }
  return { path, query } as Parsed<D>;
}

/** The first header of this name; null where there is none. */
export function header(c: Context<FastApiEnv>, name: string): string | null {
  return headersOf(c.req.raw, c.env, name)[0] ?? null;
}

function headersOf(request: Request, bindings: RequestBindings | undefined, name: string): readonly string[] {
  if (bindings?.headers) return bindings.headers(name);
  const value = request.headers.get(name);
  return value === null ? [] : [value];
}

/** Answers with a response model: integers are bigint, floats are number. */
export function respond(value: PythonValue, status = 200, headers: Headers = {}): Response {
  return plainResponse(status, [...Object.entries(headers), json], writeModelJson(value));
}

/** Answers with JSON that is written already. */
export function respondJson(text: string): Response {
  return plainResponse(200, [json], text);
}

/** Answers 204; FastAPI labels even that with the media type of its default response class. */
export function noContent(): Response {
  return plainResponse(204, [json], null);
}

/** Answers with text, or with nothing: a 204 or 304 has no length, other empty answers say that theirs is 0. */
export function respondText(text: string | null, status: number, headers: Headers): Response {
  const type = text === null ? [] : [plainText];
  return plainResponse(
    status,
    [...Object.entries(headers), ...type],
    text ?? (status === 204 || status === 304 ? null : ''),
  );
}

/** Answers with the address of something else. */
export function redirect(location: string, status: number): Response {
  return respondText(null, status, { Location: location });
}

const json = ['Content-Type', 'application/json'] as const;
const plainText = ['Content-Type', 'text/plain; charset=utf-8'] as const;

/** An error that is an answer: nobody looks at its stack, and taking one down costs as much as the rest of the request. */
class AnswerError extends Error {
  constructor(message: string) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Thrown by a handler, answered as `{"detail": ...}`. */
export class HTTPException extends AnswerError {
  readonly status: number;
  readonly headers: Headers;

  constructor(status: number, detail: string, headers: Headers = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

class RequestValidationError extends AnswerError {
  readonly details: readonly ErrorDetail[];

  constructor(details: readonly ErrorDetail[]) {
    super('the request is not as declared');
    this.details = details;
  }
}

/** fastapi/routing.py, get_request_handler: JSON only where the content type says so, else the bytes as they are. */
async function readBody(c: Context<FastApiEnv>): Promise<PythonValue> {
  const bytes = c.env?.body ? await c.env.body() : new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length === 0) return null;
  if (!isJson(header(c, 'content-type') ?? '')) {
    // No model takes bytes, so they only ever appear in an error, as text.
    return textOf(bytes);
  }
  try {
    return parseJsonBytes(bytes);
  } catch (error) {
    if (error instanceof JsonDecodeError) throw new RequestValidationError([jsonInvalid(error)]);
    if (error instanceof UnreadableJsonError) {
      throw new HTTPException(400, 'There was an error parsing the body');
    }
    throw error;
  }
}

/** Where bytes are no UTF-8, a text that cannot be written either: FastAPI fails with a 500 as soon as it has to. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '\udc00';
  }
}

/** `application/json` or `application/*+json`; anything with more or less than one slash is `text/plain` to Python. */
function isJson(contentType: string): boolean {
  const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  return /^application\/(?:json|[^/]*\+json)$/.test(mediaType);
}

function jsonInvalid(error: JsonDecodeError): ErrorDetail {
  return {
    type: 'json_invalid',
    loc: ['body', BigInt(error.position)],
    msg: 'JSON decode error',
    input: {},
    ctx: { error: error.message },
  };
}

function unrouted(request: Request, bindings: RequestBindings | undefined, router: StarletteRouter<never>): Response {
  const path = requestPath(request, bindings);
  const method = router.methodAt(path);
  if (method) return detail('Method Not Allowed', 405, { Allow: method });
  const other = otherSlash(path);
  if (path !== '/' && router.methodAt(other)) {
    const host = headersOf(request, bindings, 'host')[0] ?? new URL(request.url).host;
    // Uvicorn believes a proxy on this machine.
    const proto = headersOf(request, bindings, 'x-forwarded-proto').at(-1)?.trim() ?? '';
    const scheme = ['http', 'https', 'ws', 'wss'].includes(proto) ? proto : 'http';
    return redirect(redirectUrl(scheme, host, other, requestTarget(request, bindings).query), 307);
  }
  return detail('Not Found', 404);
}

function errorAnswer(error: Error): Response {
  if (error instanceof RequestValidationError)
    return detail(
      error.details.map((entry) => ({ ...entry, input: encodable(entry.input) })),
      422,
    );
  if (error instanceof HTTPException) return detail(error.message, error.status, error.headers);
  return serverError();
}

function detail(value: PythonValue, status: number, headers: Headers = {}): Response {
  return plainResponse(status, [...Object.entries(headers), json], writeJson({ detail: value }));
}

function serverError(): Response {
  return plainResponse(500, [plainText], 'Internal Server Error');
}

/** How deep the offending input may nest before `jsonable_encoder` runs out of Python frames. Measured, as in pythonJson. */
const maxEncodableDepth = 956;

/** FastAPI's `jsonable_encoder`: drops members whose names start with `_sa`, a courtesy to SQLAlchemy. */
function encodable(value: PythonValue, depth = 0): PythonValue {
  if (value === null || typeof value !== 'object') return value;
  if (depth >= maxEncodableDepth) throw new Error('nested too deeply');
  if (isArray(value)) return value.map((element) => encodable(element, depth + 1));
  const members = entriesOf(value).filter(([name]) => !name.startsWith('_sa'));
  return new Map(members.map(([name, member]) => [name, encodable(member, depth + 1)]));
}
