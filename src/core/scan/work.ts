/** What a handler does besides creating: it acts on what exists, puts what may be missing, or leaves its work to a queue. */

import { isSuccess } from '../answers';
import type { Answer, AnswerBody, Evidence, Method, Route } from '../model';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import {
  type Call,
  callsIn,
  endsInParameter,
  lastSegment,
  registeredName,
  singular,
  storedBy,
  stores,
  words,
} from './evidence';
import type { Handler } from './handlers';
import { lastName } from './names';
import { field, nodesAt, same, span } from './nodes';
import type { Registration } from './routes';
import {
  accompanyingTask,
  actionWords,
  creatingWords,
  eitherCall,
  foundWords,
  lookingCall,
  openWords,
  optionalUpsertCall,
  otherActionPairs,
  plainActionPairs,
  plainActionsAlone,
  plainActionWords,
  queueingCall,
  queueReceiver,
  renewedCredential,
  sayNothingWords,
  storingReceiver,
  upsertCall,
} from './vocabulary';

export function workOf(
  registration: Registration,
  method: Method,
  answers: readonly Answer[],
  context: ScanContext,
): Pick<Route, 'acts' | 'mayCreate' | 'queues'> {
  // One declaration that serves several methods cannot be given a code for one of them.
  const alone = registration.methods.length === 1;
  return {
    acts: alone && method === 'POST' ? actionEvidence(registration, context) : null,
    mayCreate: alone && method === 'PUT' ? puttingEvidence(registration, context) : null,
    queues: alone && changing.has(method) ? queueingEvidence(registration, answers, context) : null,
  };
}

const changing: ReadonlySet<Method> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

// ---------------------------------------------------------------------------------------------------------------------
// Actions

/** Its name or the last segment of its path says so, the other does not say otherwise, and its body stores nothing. */
function actionEvidence(registration: Registration, context: ScanContext): Evidence | null {
  const { handler } = registration;
  const name = handler?.parts.name ?? registeredName(registration, context);
  const segment = lastSegment(registration.path) ?? registration.group;
  const told = [actionOf(words(name ?? '')), segment?.endsWith('s') ? 'nothing' : actionOf(words(segment ?? ''))];
  if (told.includes('unclear') || !told.includes('plain')) return null;
  // What a webhook is answered is for its sender to say, and what puts in place may create.
  if (handler && /webhook|upsert/i.test(handler.node.text)) return null;
  const calls = handler ? callsIn(handler, context) : [];
  const stored = handler && storedBy(handler, calls, segment, name, context);
  if (stored || calls.some((call) => eitherCall.test(call.name) || upsertCall.test(call.name))) return null;
  return { by: 'name', what: (told[0] === 'plain' ? name : segment) ?? '' };
}

function actionOf(said: readonly string[]): 'plain' | 'unclear' | 'nothing' {
  const [first] = said;
  if (first === undefined || sayNothingWords.has(first)) return 'nothing';
  if (said.some((word) => creatingWords.has(word) || openWords.has(word))) return 'unclear';
  const phrase = said.join(' ');
  if (plainActionPairs.test(phrase)) return 'plain';
  if (renewedCredential.test(phrase)) return 'unclear';
  if (plainActionsAlone.has(first)) return said.length === 1 ? 'plain' : 'unclear';
  if (plainActionWords.has(first)) return otherActionPairs.test(phrase) ? 'unclear' : 'plain';
  return actionWords.has(first) ? 'unclear' : 'nothing';
}

// ---------------------------------------------------------------------------------------------------------------------
// Puts that create

/** The path ends in what names the resource, and the body makes one of the same name where it finds none. */
function puttingEvidence(registration: Registration, context: ScanContext): Evidence | null {
  const { handler, path } = registration;
  if (!handler || !endsInParameter(path)) return null;
  const name = handler.parts.name;
  const about = new Set([...words(path?.replace(/[:{<[][^/]*/g, '') ?? ''), ...words(name ?? '')].map(singular));
  const calls = callsIn(handler, context);
  const parameter = /\w+/.exec(path?.split('/').at(-1) ?? '')?.[0] ?? '';
  const upsert = calls.find(
    (call) => isUpsert(call, handler) && isAbout(call, about, parameter) && !tellsCreated(call, handler, context),
  );
  if (upsert) return { by: 'body', what: upsert.text };
  const segment = path?.split('/').at(-2) ?? null;
  const created = calls.find((call) => stores(call, segment, name) && isForMissing(call.node, about, handler));
  if (created) return { by: 'body', what: created.text };
  const [kept] = nodesAt(
    context.root,
    context.text,
    /^[ \t]*[\w$]+(?=\[[^\]\n]+\]\s*=(?!=))/gm,
    (node) => (about.has(singular(node.text)) && isForMissing(node, about, handler) ? node : null),
    handler.parts.body.startIndex,
    handler.node.endIndex,
  );
  return kept ? { by: 'body', what: kept.text } : null;
}

function isUpsert({ name, node }: Call, handler: Handler): boolean {
  if (upsertCall.test(name)) return true;
  if (!optionalUpsertCall.test(name)) return false;
  const option = /\bupsert["']?\s*[:=]\s*(?:true|True)\b/;
  // The options may have a name: `const options = { upsert: true }`.
  const last = /,\s*(\w+)\s*\)$/.exec(node.text)?.[1];
  const named = last && new RegExp(`\\b${last}\\s*=\\s*\\{[^}]*\\}`).exec(handler.node.text)?.[0];
  return option.test(node.text) || (!!named && option.test(named));
}

/** Does the call speak of what the route is about, or of nothing but a store. */
function isAbout({ text, receiver, name, node }: Call, about: ReadonlySet<string>, parameter: string): boolean {
  // `PUT /:id` of a router whose prefix stands elsewhere names nothing but the id.
  if (about.size === 0) return parameter !== '' && new RegExp(`\\b${parameter}\\b`).test(node.text);
  const said = words(text).map(singular);
  if (said.some((word) => about.has(word) && !upsertWords.has(word))) return true;
  return storingReceiver.test(receiver) && words(name).every((word) => upsertWords.has(word));
}

const upsertWords: ReadonlySet<string> = new Set(
  'upsert get find update create insert replace or one and by id put'.split(' '),
);

/** `item, created = ...`: a flag that is read afterwards may decide the status. */
function tellsCreated({ node }: Call, handler: Handler, { text }: ScanContext): boolean {
  const line = text.slice(text.lastIndexOf('\n', node.startIndex) + 1, node.startIndex);
  const flag = /,\s*(\w+)\s*[\])]?\s*=\s*(?:await\s+)?$/.exec(line)?.[1];
  return flag !== undefined && new RegExp(`\\b${flag}\\b`).test(text.slice(node.endIndex, handler.node.endIndex));
}

/** Does the call stand where the resource was looked for and not found. */
function isForMissing(call: SyntaxNode, about: ReadonlySet<string>, handler: Handler): boolean {
  let child = call;
  for (let parent = child.parent; parent && !same(child, handler.node); child = parent, parent = child.parent) {
    if (parent.type !== 'if_statement') continue;
    const condition = field(parent, 'condition')?.text.replace(/^\((.*)\)$/s, '$1') ?? '';
    const missing = same(field(parent, 'consequence'), child);
    const subject = (missing ? notFound : found)
      .exec(condition)
      ?.slice(1)
      .find((part) => part !== undefined);
    const speaks = words(subject ?? '').some((word) => foundWords.has(word) || about.has(singular(word)));
    if (speaks && !/\b(?:raise|throw)\b/.test(child.text)) return true;
  }
  return false;
}

const notFound =
  /^(?:not\s+([\w.]+)|([\w.]+)\s+is\s+None|[\w.]+\s+not\s+in\s+([\w.]+)|!\s*([\w.]+)(?:\.has\(.*\))?|([\w.]+)\s*===?\s*(?:null|undefined))$/;
const found =
  /^(?:([\w.]+)(?:\s+is\s+not\s+None|\s*!==?\s*(?:null|undefined))?|[\w.]+\s+in\s+([\w.]+)|([\w.]+)\.has\(.*\))$/;

// ---------------------------------------------------------------------------------------------------------------------
// Work left to a queue

const queueingHint = /\.(?:delay|apply_async|send_task|enqueue\w*|kiq|add_task)\s*\(|[qQ]ueue\.add\s*\(/;

/** A queue gets all there is to do, and the answers tell no more than that it did, or the id of what waits there. */
function queueingEvidence(
  { handler, path }: Registration,
  answers: readonly Answer[],
  context: ScanContext,
): Evidence | null {
  if (!handler) return null;
  const body = context.text.slice(handler.parts.body.startIndex, handler.node.endIndex);
  // What is written into something else is work of its own: `jobs[id] = "waiting"`, `order.state = "paid"`.
  if (!queueingHint.test(body) || /^[ \t]*[\w$.]+(?:\[[^\]\n]+\]|\.[\w$]+)\s*[+-]?=(?!=)/m.test(body)) return null;
  const calls = callsIn(handler, context);
  const queueing = calls.filter((call) => isQueueing(call, context));
  const within = (call: Call, spans: readonly { start: number; end: number }[]) =>
    spans.some(({ start, end }) => start <= call.node.startIndex && call.node.endIndex <= end);
  const handedOver = queueing.map(({ node }) => span(node));
  const sending = answers.flatMap(({ call, span }) => (call ? [span] : []));
  const works = calls.some((call) => !isLooking(call) && !within(call, handedOver) && !within(call, sending));
  const about = new Set([...words(path ?? ''), ...words(handler.parts.name ?? '')]);
  const meant = queueing.find((call) => !accompanies(call, about));
  const successes = answers.filter(isSuccess);
  if (works || !meant || !successes.every(({ body }) => saysOnlyThat(body, queueing, context))) return null;
  return { by: 'body', what: meant.text };
}

function isQueueing({ name, receiver, text }: Call, { dialect }: ScanContext): boolean {
  if (receiver === '') return false;
  if (name === 'add') return queueReceiver.test(receiver);
  if (name === 'add_task') return /background|tasks/i.test(receiver);
  if (name === 'delay' && dialect.language !== 'python') return false;
  return queueingCall.test(name) && text !== '';
}

function isLooking({ name, receiver }: Call): boolean {
  // `set(ids)` makes a set; `cache.set(key, value)` stores.
  return lookingCall.test(name) && (receiver === '' || !/^(?:set|list|execute)$/.test(name));
}

/** Does the task only tell others of what the handler does, which then is more than this call. */
function accompanies({ node, text, name }: Call, about: ReadonlySet<string>): boolean {
  // `send_mail.delay(order)` names the task before the call, `tasks.add_task(send_mail, order)` in it.
  const given = /^(?:delay|apply_async|kiq)$/.test(name) ? '' : /\(\s*['"]?([\w.-]+)/.exec(node.text)?.[1];
  const task = `${text} ${given ?? ''}`;
  return accompanyingTask.test(task) && !words(task).some((word) => word.length > 3 && about.has(word));
}

function saysOnlyThat(body: AnswerBody | null, queueing: readonly Call[], { text }: ScanContext): boolean {
  if (body?.content !== 'value') return true;
  const jobs = queueing.flatMap(({ node }) => {
    const line = text.slice(text.lastIndexOf('\n', node.startIndex) + 1, node.startIndex);
    const name = /(\w+)(?:\s*:[^=]+)?\s*=\s*(?:await\s+)?$/.exec(line)?.[1];
    return name === undefined ? [] : [name];
  });
  const written = queueing.reduce(
    (rest, { node }) => rest.replace(node.text, ''),
    text.slice(body.span.start, body.span.end),
  );
  const rest = written.replace(/[rbf]?(["'`])(?:\\.|(?!\1)[^\\])*\1/g, '').replace(/\b\w+\s*[:=](?!=)/g, '');
  const names = rest.match(/[A-Za-z_$][\w$.]*/g) ?? [];
  return names.every(
    (name) =>
      /^(?:str|String|None|null|undefined|[tT]rue|[fF]alse|await|[A-Z]\w*)$/.test(name) ||
      /(?:^|[._])id$|_id$|Id$/.test(lastName(name)) ||
      jobs.some((job) => name.startsWith(`${job}.`)),
  );
}
