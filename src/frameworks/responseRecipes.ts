/** How code that answers with response objects of its own is rewritten: Django, aiohttp, Sanic, Next.js. */

import { isSuccess, sendsContent } from '../core/answers';
import { addArgument, insert, replace, slice } from '../core/edits';
import type { AnswerRequest, Created, Recipes } from '../core/framework';
import type { AnswerCall, Edit } from '../core/model';
import { withHeaders } from './locations';

/** How one framework writes its responses; each gives null for a call that it cannot rewrite. */
interface ResponseStyle {
  /** Writes the status into a call that has none. */
  status(call: AnswerCall, request: AnswerRequest): readonly Edit[] | null;
  /** Makes a call one without content, the status of which is at `statusAt`, if anywhere. */
  empty(call: AnswerCall, request: AnswerRequest, statusAt: boolean): readonly Edit[] | null;
}

function responseRecipes(style: ResponseStyle): Recipes {
  return { answerWith: (request) => answerWith(request, style) };
}

function answerWith(request: AnswerRequest, style: ResponseStyle): readonly Edit[] | null {
  const { route, code, spelled } = request;
  const successes = route.anatomy.answers.filter(isSuccess);
  // A handler that serves several methods has answers of each, and which is whose cannot be told.
  if (route.decidedElsewhere || route.sharesDeclaration || route.anatomy.statusWrites.length > 0) return null;
  if (successes.length === 0) return null;
  const edits: Edit[] = [];
  for (const { kind, call, status, statusAt, body } of successes) {
    if (kind !== 'response' || !call || status === 'dynamic') return null;
    // A redirect stays one, and so does a change of protocol.
    if (typeof status === 'number' && (status < 200 || status >= 300) && !request.alone) return null;
    if (!sendsContent(code) && body && body.effects !== 'none') return null;
    const changes = sendsContent(code)
      ? statusAt
        ? [replace(statusAt, spelled)]
        : style.status(call, request)
      : style.empty(call, request, statusAt !== null);
    if (!changes) return null;
    edits.push(...changes);
  }
  return edits;
}

/**
 * Python's response classes, which take `status=` and `headers=`; `empty` has the class without content for each, and its
 * module. `address` writes the expression for the address of what was created; null where the route does not show it.
 */
export function keywordResponses(
  module: string,
  empty: Readonly<Record<string, string>>,
  address: (request: AnswerRequest, created: Created) => string | null,
): Recipes {
  const locate = (request: AnswerRequest, created: Created): readonly Edit[] | null => {
    const { kind, call } = created.answer;
    if (kind !== 'response' || !call || empty[call.name] === undefined) return null;
    const written = address(request, created);
    return written === null ? null : withHeaders(call, written, request.text);
  };
  const { answerWith: answer } = responseRecipes({
    status: (call, { spelled, text }) => [addArgument(call.arguments, `status=${spelled}`, text)],
    empty(call, { spelled, text, route, importName }) {
      const callee = slice(text, { start: call.span.start, end: call.arguments.span.start - 1 });
      const name = empty[call.name];
      if (name === undefined || !callee.endsWith(call.name)) return null;
      const { returnType } = route.anatomy;
      if (name !== call.name && returnType && slice(text, returnType).includes(call.name)) return null;
      const prefix = callee.slice(0, callee.length - call.name.length);
      const imported = prefix === '' && name !== call.name ? importName(module, name) : [];
      const headers = call.arguments.arguments.filter((argument) => argument.name === 'headers');
      const kept = headers.map((argument) => `, ${slice(text, argument.span)}`).join('');
      return imported && [replace(call.span, `${prefix}${name}(status=${spelled}${kept})`), ...imported];
    },
  });
  return { answerWith: answer, locate };
}

/** The web-standard constructors, which take their status in an object: `Response.json(x, { status: 201 })`. */
export const standardResponses = responseRecipes({
  status,
  empty(call, request, statusAt) {
    const { text, route } = request;
    const { returnType } = route.anatomy;
    // `NextResponse<Item>` promises content.
    if (returnType && /Response</.test(slice(text, returnType))) return null;
    const callee = { start: call.span.start, end: call.arguments.span.start - 1 };
    const made = slice(text, callee)
      .replace(/^new\s+/, '')
      .replace(/\.json$/, '');
    const [content] = call.arguments.arguments;
    const renamed = replace(callee, `new ${made}`);
    if (!content) return [renamed, insert(call.arguments.span.start, `null, { status: ${request.spelled} }`)];
    const coded = statusAt ? [] : status(call, request);
    return coded && [renamed, replace(content.span, 'null'), ...coded];
  },
});

function status({ arguments: list }: AnswerCall, { spelled, text }: AnswerRequest): readonly Edit[] | null {
  const [content, init] = list.arguments;
  if (!content) return [insert(list.span.start, `null, { status: ${spelled} }`)];
  if (!init) return [addArgument(list, `{ status: ${spelled} }`, text)];
  const written = slice(text, init.span);
  if (/^\{\s*\}$/.test(written)) return [replace(init.span, `{ status: ${spelled} }`)];
  return written.startsWith('{') ? [insert(init.span.start + 1, ` status: ${spelled},`)] : null;
}
