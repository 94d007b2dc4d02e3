/** Does a successful call of this handler create a resource: what its body does first, names second. */

import type { Evidence, Method } from '../model';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import { type Handler, isOutside } from './handlers';
import { forPattern, lastName } from './names';
import { nodesAt } from './nodes';
import type { Registration } from './routes';
import {
  accompanyingRecord,
  actingSegments,
  actionWords,
  collectingMethod,
  creatingWords,
  credentialCall,
  eitherCall,
  elsewhereReceiver,
  elsewhereService,
  insertingCall,
  notAResource,
  storingReceiver,
} from './vocabulary';

/** Null where nothing says so, or where a name or a call says that it is an action. */
export function creationEvidence(registration: Registration, method: Method, context: ScanContext): Evidence | null {
  // One declaration that serves several methods cannot be given a code for one of them; and a POST to one resource,
  // `/users/{id}`, changes it at least as often as it makes another.
  if (method !== 'POST' || registration.methods.length > 1) return null;
  if (endsInParameter(registration.path) || takesId(registration)) return null;
  const { handler } = registration;
  const name = handler?.parts.name ?? registeredName(registration, context);
  const segment = lastSegment(registration.path) ?? registration.group;
  if (isAction(name, segment) || isBelowAction(registration.path)) return null;

  const calls = handler ? callsIn(handler, context) : [];
  if (calls.some((call) => credentialCall.test(call.name) || eitherCall.test(call.name))) return null;
  const stored = handler && storedBy(handler, calls, segment, name, context);
  if (stored) return { by: 'body', what: stored.text };

  const first = words(name ?? '')[0];
  return first && creatingWords.has(first) && !notAResource.test(name ?? '') ? { by: 'name', what: name ?? '' } : null;
}

/** What puts something new into a store; null where nothing does. */
export function storedBy(
  handler: Handler,
  calls: readonly Call[],
  segment: string | null,
  name: string | null,
  context: ScanContext,
): Pick<Call, 'text'> | null {
  return (
    calls.find((call) => stores(call, segment, name)) ??
    savedAnew(handler, calls, context) ??
    keyed(handler, segment, context)
  );
}

export interface Call {
  readonly node: SyntaxNode;
  /** The receiver and name as written: `session.add`. */
  readonly text: string;
  readonly receiver: string;
  readonly name: string;
  /** Is the receiver made in the handler itself, so that nothing outlives the call: `const rows = []`. */
  readonly isLocal: () => boolean;
}

export function registeredName(registration: Registration, context: ScanContext): string | null {
  const last = registration.parts?.arguments.at(-1)?.value;
  const kind = last ? context.dialect.kind(last) : 'other';
  return last && (kind === 'name' || kind === 'member') ? lastName(last.text) : null;
}

function isAction(name: string | null, segment: string | null): boolean {
  const first = words(name ?? '')[0];
  if (first && actionWords.has(first)) return true;
  if (!segment) return false;
  const parts = words(segment);
  // `createAccess` in `POST /access` makes one.
  if (
    first &&
    creatingWords.has(first) &&
    words(name ?? '')
      .slice(1)
      .map(singular)
      .join() === parts.map(singular).join()
  )
    return false;
  if (/^(?:chat|completions?)$/.test(parts.at(-1) ?? '')) return true;
  // `email-domains` and `upload_sessions` are nouns in spite of their first word.
  const noun = parts.length > 1 && segment.endsWith('s');
  return !noun && actionWords.has(parts[0] ?? '') && !creatingWords.has(parts[0] ?? '');
}

/** Does a path lead to something that is done: below `/cron`, or a call by its name as in `orders.create`. */
function isBelowAction(path: string | null): boolean {
  const segments = (path ?? '').split('/').filter((part) => part !== '');
  const last = segments.pop() ?? '';
  return segments.some((part) => actingSegments.has(part)) || /^[\w-]+\.(?!json$|xml$|csv$)[a-z]\w*$/.test(last);
}

/** The last segment of a path that is not a parameter; null where there is none. */
export function lastSegment(path: string | null): string | null {
  const segments = (path ?? '').split('/').filter((part) => part !== '');
  const last = segments.at(-1);
  return last && !/^[:{<[]/.test(last) ? last : null;
}

/** A handler without a path of its own, such as a view's method, that is given an id: it acts on what has it. */
function takesId({ path, handler }: Registration): boolean {
  return (
    path === null && (handler?.parts.parameters ?? []).some(({ name }) => /(?:^|_)(?:id|pk|slug|uuid)$|Id$/.test(name))
  );
}

export function endsInParameter(path: string | null): boolean {
  return /[/][:{<[][^/]*$/.test(path ?? '');
}

/** `createUser`, `create_user` and `create-user` are the words create, user. */
export function words(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

export function callsIn(handler: Handler, context: ScanContext): Call[] {
  const { node, parts } = handler;
  const calls: Call[] = [];
  const body = context.text.slice(parts.body.startIndex, node.endIndex);
  nodesAt(
    context.root,
    context.text,
    /[\w$]\s*\(/g,
    (paren) => {
      const call = paren.parent?.parent ?? null;
      const callee = call ? context.dialect.call(call)?.callee : null;
      if (!call || !callee || isOutside(call, handler)) return null;
      const member = context.dialect.member(callee);
      const name = member ? member.property.text : callee.text;
      const receiver = member ? lastName(member.object.text) : '';
      const object = member?.object.text ?? '';
      const text = callee.text.replace(/\s*\n\s*/g, '');
      calls.push({ node: call, text, receiver, name, isLocal: () => isLocal(object, body) });
      return call;
    },
    parts.body.startIndex,
    node.endIndex,
  );
  return calls;
}

/** Only empty collections are looked for; what was found or fetched may be kept elsewhere. */
function isLocal(receiver: string, body: string): boolean {
  const root = /^[\w$]+/.exec(receiver)?.[0];
  if (!root || !/^[\w$.]+$/.test(receiver)) return root !== undefined && receiver.includes('[');
  return (
    receiver === root &&
    new RegExp(
      `(?<![\\w$.])${forPattern(root)}\\s*(?::[^=\\n]{1,80})?=\\s*(?:\\[|\\{|new |list\\(|dict\\(|set\\()`,
    ).test(body)
  );
}

export function stores(call: Call, segment: string | null, handlerName: string | null): boolean {
  if (elsewhereReceiver.test(call.receiver) || elsewhereService.test(call.text)) return false;
  if (insertingCall.test(call.name)) {
    return !notAResource.test(call.name) && !isGivenRequest(call) && !accompanies(call, segment, handlerName);
  }
  if (/^(?:add|insert)$/.test(call.name)) return storingReceiver.test(call.receiver);
  return collectingMethod.test(call.name) && isCollection(call.receiver, segment, handlerName) && !call.isLocal();
}

/** `add_message(request, "saved")` leaves something with the request, for the page that is shown next. */
function isGivenRequest({ name, node }: Call): boolean {
  return /^add/.test(name) && /\(\s*(?:self\.)?req(?:uest)?\s*,/.test(node.text.slice(0, 200));
}

/** Is what a call makes a record beside the matter: `prisma.auditLog.create`, `Token.objects.create`, `createEvent`. */
function accompanies({ text, name }: Call, segment: string | null, handlerName: string | null): boolean {
  const holders = text.split('.').filter((part) => !/^(?:objects|query|model|session|db)$/.test(part));
  const own = words(name);
  const made = (own.length > 1 ? own : words(holders.at(-2) ?? '')).at(-1) ?? '';
  if (!accompanyingRecord.test(made)) return false;
  const about = new Set([...words(segment ?? ''), ...words(handlerName ?? '')].map(singular));
  return !about.has(singular(made));
}

/** Is a variable named after what the route is about: `items` in `POST /items`, `orders` in `create_order`. */
function isCollection(receiver: string, segment: string | null, handlerName: string | null): boolean {
  const about = new Set([...words(segment ?? ''), ...words(handlerName ?? '')].map(singular));
  return words(receiver).some((word) => about.has(singular(word)) && !creatingWords.has(word));
}

export function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}

/** `repository.save(order)` keeps new and old objects alike: it counts where the handler makes one, `new Order()`. */
function savedAnew(handler: Handler, calls: readonly Call[], context: ScanContext): Pick<Call, 'text'> | null {
  const saving = calls.find(
    (call) => call.name === 'save' && (storingReceiver.test(call.receiver) || call.receiver !== ''),
  );
  // What is looked up in the same place first is as likely to be changed.
  const looksUp = calls.some((call) => call.receiver === saving?.receiver && /^(?:find|get|load)/.test(call.name));
  if (!saving || looksUp) return null;
  const body = context.text.slice(handler.parts.body.startIndex, handler.node.endIndex);
  const own = /^\w+$/.test(saving.receiver) && !storingReceiver.test(saving.receiver) ? saving.receiver : null;
  const python = context.dialect.language === 'python';
  // What saves itself was made here only where it was given a new object: `order = Order()`.
  const given =
    own === null || own === 'self' || own === 'this' ? '' : `\\b${own}\\s*(?::[^=\\n]{1,80})?=\\s*(?:await\\s+)?`;
  const makes = new RegExp(python ? `${given || '='}\\s*(?:[\\w.]+\\.)?[A-Z]\\w*\\(` : `${given}\\bnew\\s+[A-Z]`);
  return makes.test(body.replace(/\bnew\s+(?:\w*Error|Date|Promise|Map|Set|URL)\b/g, '')) ? saving : null;
}

/** `items[item.id] = item`. */
function keyed(handler: Handler, segment: string | null, context: ScanContext): Pick<Call, 'text'> | null {
  const body = context.text.slice(handler.parts.body.startIndex, handler.node.endIndex);
  const match = /^[ \t]*([\w$.]+)\[[^\]\n]+\]\s*=(?!=)/m.exec(body);
  const receiver = match?.[1];
  // `request.session["seen"] = True` in `POST /session` keeps nothing of the API's own.
  const collects = receiver && !notAResource.test(receiver) && !isLocal(receiver, body);
  return collects && isCollection(lastName(receiver), segment, handler.parts.name)
    ? { text: `${receiver}[...]` }
    : null;
}
