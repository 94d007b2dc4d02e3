/** Says who chose the status of an answer: a line of the handler, something that the handler relies on, or FastAPI itself. */

import { sentences, t } from '../text';
import app from './app.py';
import type { SeenExchange } from './chapter';
import type { Endpoint } from './endpoint';
import { endpointOf, endpointsAt } from './requests';
import { definitionAround } from './source';

export interface Origin {
  /** A sentence. */
  readonly by: string;
  /** The line of the endpoint's Python source that it points at, from 0; null where there is none. */
  readonly line: number | null;
}

/** An answer of the demo to any request. */
export function originOf(exchange: SeenExchange): Origin {
  const { request, response } = exchange;
  const path = request.target.split('?', 1)[0] ?? '';
  const mirrored = response.headers.find(([name]) => name.toLowerCase() === 'x-mirror')?.[1];
  if (mirrored !== undefined) {
    return { by: t`The mirror of your own code, not a real answer: ${mirrored}.`, line: null };
  }
  const endpoint = endpointOf(request);
  if (path === '/openapi.json' && response.status === 200) {
    return { by: t('FastAPI writes this description from the path operations.'), line: null };
  }
  if (!endpoint) return fromNowhere(path, response.status);
  const { detail } = jsonOf(response.body);
  if (response.status === 405 && detail === 'Method Not Allowed') {
    const methods = [...new Set(endpointsAt(path).map(({ method }) => method))].join(', ');
    return { by: t`FastAPI itself: ${endpoint.path} is there, but only for ${methods}.`, line: null };
  }
  if (response.status === 422 && Array.isArray(detail)) return fromValidation(endpoint, detail);
  return fromHandler(endpoint, exchange, typeof detail === 'string' ? detail : null);
}

function fromNowhere(path: string, status: number): Origin {
  const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  if (status === 307 && endpointsAt(other).length > 0) {
    return { by: t`FastAPI itself: the path is known as ${other}, so it sends the client there.`, line: null };
  }
  if (status === 404) return { by: t('FastAPI itself: no path operation has this path.'), line: null };
  return { by: t('The server, before FastAPI saw the request.'), line: null };
}

function fromValidation(endpoint: Endpoint, problems: readonly unknown[]): Origin {
  const [first] = problems;
  const { loc, msg, type } = isRecord(first) ? first : {};
  const [where = '', ...names] = Array.isArray(loc) ? loc.map(String) : [];
  const lines = endpoint.python.split('\n');
  if (type === 'json_invalid') {
    const by = t('FastAPI itself, before the handler was called: the body is not JSON.');
    return { by, line: signatureLine(lines) };
  }
  const by = t`FastAPI itself, before the handler was called: ${misfit(where, names.join('.'))} does not fit (${String(msg)}).`;
  return {
    by: sentences(by, problems.length > 1 && t`It found ${problems.length} problems in all.`),
    line: declarationLine(lines, names.at(-1) ?? '', where === 'body'),
  };
}

/** The subject of a sentence. */
function misfit(where: string, name: string): string {
  switch (where) {
    case 'body':
      return name === '' ? t('the body') : t`\`${name}\` in the body`;
    case 'query':
      return name === '' ? t('the query') : t`\`${name}\` in the query`;
    case 'path':
      return name === '' ? t('the path') : t`\`${name}\` in the path`;
    case 'header':
      return name === '' ? t('the header') : t`\`${name}\` in the header`;
    default:
      return name === '' ? `\`${where}\`` : `\`${where}.${name}\``;
  }
}

/** Where a value is given its type: in a model, or in the signature of the handler or of what it depends on. */
function declarationLine(lines: readonly string[], name: string, isInBody: boolean): number {
  const declares = new RegExp(`(?:^\\s+|[(, ])${escaped(name)}: `);
  const signature = signatureLine(lines);
  const isDeclared = (line: string, index: number) =>
    declares.test(line) && !line.startsWith('@') && (isInBody ? index < signature : /^\s+\w+: |def /.test(line));
  const ownSignature = lines.findIndex((line, index) => index >= signature && isDeclared(line, index));
  const found = ownSignature === -1 ? lines.findIndex(isDeclared) : ownSignature;
  return found === -1 ? signature : found;
}

/** The handler's own answer, an exception it raised, or one that something raised which it called. */
function fromHandler(endpoint: Endpoint, { response }: SeenExchange, detail: string | null): Origin {
  const lines = endpoint.python.split('\n');
  const { status } = response;
  if (status >= 400) {
    const raised = detail === null ? null : raisedWith(detail);
    const raisedAt = raised ? lines.findIndex((each) => each.trim() === raised.text) : -1;
    if (raised && definition(lines[signatureLine(lines)] ?? '') === raised.within) {
      return { by: t('The handler raises it.'), line: raisedAt === -1 ? signatureLine(lines) : raisedAt };
    }
    if (raised) {
      const alias = aliasOf(raised.within);
      const line = lines.findIndex(
        (each) => each.includes(`${raised.within}(`) || (alias && each.includes(`: ${alias}`)),
      );
      const by = alias
        ? t`The dependency \`${raised.within}\` raises it, before the handler is called.`
        : t`\`${raised.within}\`, which the handler calls, raises it.`;
      return { by, line: raisedAt === -1 ? line : raisedAt };
    }
    if (status === 500) {
      const line = lines.findIndex((each) => /raise \w*Error\(/.test(each));
      return {
        by: t('An exception that nobody expected: the server turns it into a 500.'),
        line: line === -1 ? null : line,
      };
    }
    const security = lines.findIndex((line) => line.includes('HTTPAuthorizationCredentials'));
    if (status === 401 && security !== -1) {
      return { by: t('FastAPI’s HTTPBearer, before the handler was called: there is no token.'), line: security };
    }
    const looked = lines.findIndex((line) => /HTTPException\(\w+, \w+\[\w+\]/.test(line));
    if (looked !== -1) return { by: t('The handler raises it.'), line: looked };
  }
  return fromAnswer(lines, status, response.body === '');
}

/** Which line of a handler decided on a status that was not raised; the later in the handler, the stronger. */
function fromAnswer(lines: readonly string[], status: number, isEmpty: boolean): Origin {
  const decorator = decoratorLine(lines);
  const signature = signatureLine(lines);
  const inside = (test: (line: string) => boolean) => lines.findIndex((line, index) => index > signature && test(line));
  const named = new RegExp(`\\bHTTP_${status}_`);
  const returned = inside((line) => /Response\(/.test(line) && named.test(line));
  if (returned !== -1) return { by: t('The handler returns a response of its own, which carries it.'), line: returned };
  const assigned = inside((line) => line.includes('response.status_code =') && named.test(line));
  if (assigned !== -1) return { by: t('The handler sets it on its Response parameter.'), line: assigned };
  const chosen = inside(
    (line) =>
      /return \w*Response\(/.test(line) && /\bcode\b/.test(line) && /JSONResponse|Redirect/.test(line) !== isEmpty,
  );
  const redirected = inside((line) => /return RedirectResponse\(.*\bcode\b/.test(line));
  if (chosen !== -1 || redirected !== -1) {
    return {
      by: t('The handler returns a response with the code it was asked for.'),
      line: redirected === -1 ? chosen : redirected,
    };
  }
  if (named.test(lines[decorator] ?? '')) return { by: t('`status_code` on the decorator.'), line: decorator };
  const plain = inside((line) => /return JSONResponse\(/.test(line));
  if (plain !== -1 && status === 200) {
    return { by: t('The handler returns a JSONResponse that names no status: 200.'), line: plain };
  }
  return { by: t('FastAPI’s default: nothing names another status.'), line: decorator === -1 ? null : decorator };
}

/** Where app.py raises an exception with these words: the line, and the function around it. */
function raisedWith(detail: string): { readonly text: string; readonly within: string } | null {
  const lines = app.split('\n');
  const index = lines.findIndex((line) => line.includes(JSON.stringify(detail)) && !line.includes('Problem('));
  const within = index === -1 ? null : definitionAround(app, index);
  const text = lines[index]?.trim();
  return within && text && /^\s/.test(lines[index] ?? '') ? { text, within } : null;
}

/** The name under which a dependency is annotated: `KnownUser = Annotated[StoredUser, Depends(known_user)]`. */
function aliasOf(dependency: string): string | null {
  return new RegExp(`^(\\w+) = Annotated\\[.*Depends\\(${escaped(dependency)}\\)`, 'm').exec(app)?.[1] ?? null;
}

/** The name that a line defines. */
function definition(line: string): string | null {
  return /^\s*(?:async def|def) (\w+)/.exec(line)?.[1] ?? null;
}

/** The handler's own, behind its decorator. */
function signatureLine(lines: readonly string[]): number {
  const decorator = decoratorLine(lines);
  return Math.max(
    0,
    lines.findIndex((line, index) => index > decorator && /^(?:async )?def /.test(line)),
  );
}

function decoratorLine(lines: readonly string[]): number {
  return lines.findIndex((line) => line.startsWith('@app.'));
}

function jsonOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()[\]\\|]/g, '\\$&');
}
