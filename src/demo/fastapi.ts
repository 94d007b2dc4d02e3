/** What FastAPI does around a path operation: read and validate the request, and answer every error in its own form. */

import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
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
  type RequestBindings,
  redirectUrl,
  requestPath,
  requestTarget,
  StarletteRouter,
} from './starlette';
import { type ErrorDetail, type Infer, missing, type Validator } from './validation';

export type FastApiEnv = { Bindings: RequestBindings };

/** A Hono app without path operations that treats what it cannot route or validate as FastAPI does. */
export function createFastApi(): Hono<FastApiEnv> {
  const router = new StarletteRouter<never>();
  const app = new Hono<FastApiEnv>({ router, getPath: (request, options) => requestPath(request, options?.env) });

  app.use(async (c, next) => {
    // Hono answers HEAD with its GET route; FastAPI has no HEAD unless one is declared.
    if (c.req.method === 'HEAD') return unrouted(c, router);
    await next();
    // FastAPI labels even an empty answer with the media type of its default response class.
    if (c.res.status === 204) c.res.headers.set('Content-Type', 'application/json');
    return undefined;
  });
  app.notFound((c) => unrouted(c, router));
  app.onError((error, c) => {
    try {
      return errorAnswer(error, c);
    } catch {
      return serverError(c);
    }
  });
  return app;
}

/** What a path operation declares. */
interface Declared {
  readonly path?: { readonly [name: string]: Validator<unknown> };
  readonly body?: Validator<unknown>;
}

type Parsed<D extends Declared> = {
  readonly path: { readonly [Name in keyof D['path']]: Infer<D['path'][Name]> };
  readonly body: Infer<D['body']>;
};

/** The declared parts of a request, validated; throws what becomes a 422 (or 400) where they are not as declared. */
export async function parse<const D extends Declared>(c: Context<FastApiEnv>, declared: D): Promise<Parsed<D>> {
  const received = declared.body && (await readBody(c));
  const errors: ErrorDetail[] = [];
  const path: Record<string, unknown> = {};
  for (const [name, validate] of Object.entries(declared.path ?? {})) {
    const result = validate(c.req.param(name) ?? null, ['path', name]);
    if ('errors' in result) errors.push(...result.errors);
    else path[name] = result.value;
  }
  let body: unknown;
  if (declared.body && received !== undefined) {
    const result = received === null ? { errors: [missing(['body'], null)] } : declared.body(received, ['body']);
    if ('errors' in result) errors.push(...result.errors);
    else body = result.value;
  }
  if (errors.length > 0) throw new RequestValidationError(errors);
  // Every declared name went through its own validator, which is what the return type says.
  return { path, body } as Parsed<D>;
}

/** Answers with a response model: integers are bigint, floats are number. */
export function respond(
  c: Context<FastApiEnv>,
  value: PythonValue,
  status: ContentfulStatusCode = 200,
  headers: Record<string, string> = {},
): Response {
  return c.body(writeModelJson(value), status, { ...headers, 'Content-Type': 'application/json' });
}

class RequestValidationError extends Error {
  readonly details: readonly ErrorDetail[];

  constructor(details: readonly ErrorDetail[]) {
    super('the request is not as declared');
    this.details = details;
  }
}

/** fastapi/routing.py, get_request_handler: JSON only where the content type says so, else the bytes as they are. */
async function readBody(c: Context<FastApiEnv>): Promise<PythonValue> {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length === 0) return null;
  if (!isJson(c.req.header('content-type') ?? '')) {
    // No model takes bytes, so they only ever appear in an error, as text. Where they are none, FastAPI fails with a 500.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  }
  try {
    return parseJsonBytes(bytes);
  } catch (error) {
    if (error instanceof JsonDecodeError) throw new RequestValidationError([jsonInvalid(error)]);
    if (error instanceof UnreadableJsonError) {
      throw new HTTPException(400, { message: 'There was an error parsing the body' });
    }
    throw error;
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

function unrouted(c: Context<FastApiEnv>, router: StarletteRouter<never>): Response {
  const path = c.req.path;
  const method = router.methodAt(path);
  if (method) return detail(c, 'Method Not Allowed', 405, { Allow: method });
  const other = otherSlash(path);
  if (path !== '/' && router.methodAt(other)) {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const { query } = requestTarget(c.req.raw, c.env);
    return c.body(null, 307, { 'Content-Length': '0', Location: redirectUrl(host, other, query) });
  }
  return detail(c, 'Not Found', 404);
}

function errorAnswer(error: Error, c: Context<FastApiEnv>): Response {
  if (error instanceof RequestValidationError)
    return detail(
      c,
      error.details.map((entry) => encodable(entry)),
      422,
    );
  if (error instanceof HTTPException) return detail(c, error.message, error.status);
  return serverError(c);
}

function detail(
  c: Context<FastApiEnv>,
  value: PythonValue,
  status: ContentfulStatusCode,
  headers: Record<string, string> = {},
): Response {
  return c.body(writeJson({ detail: value }), status, { ...headers, 'Content-Type': 'application/json' });
}

function serverError(c: Context<FastApiEnv>): Response {
  return c.body('Internal Server Error', 500, { 'Content-Type': 'text/plain; charset=utf-8' });
}

/** How deep the offending input may nest before `jsonable_encoder` runs out of Python frames. Measured, as in pythonJson. */
const maxEncodableDepth = 956;

/** FastAPI's `jsonable_encoder`: drops members whose names start with `_sa`, a courtesy to SQLAlchemy. */
function encodable(value: PythonValue, depth = -1): PythonValue {
  if (value === null || typeof value !== 'object') return value;
  if (depth >= maxEncodableDepth) throw new Error('nested too deeply');
  if (isArray(value)) return value.map((element) => encodable(element, depth + 1));
  const members = entriesOf(value).filter(([name]) => !name.startsWith('_sa'));
  return new Map(members.map(([name, member]) => [name, encodable(member, depth + 1)]));
}
