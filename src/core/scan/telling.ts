/** Names that tell by themselves that the number beside them is a status: in clients, tests, helpers and error classes. */

import type { UseRole } from '../model';
import type { SyntaxNode } from '../syntax';
import { calleeName, propertyName } from './calls';
import type { ScanContext } from './context';
import type { Place } from './dialect';
import {
  argumentRole,
  equality,
  errorClass,
  errorMaker,
  expectation,
  listedArgumentRole,
  matcher,
  statusCall,
} from './tellingCalls';
import {
  isInErrorClass,
  isKnown,
  isKnownError,
  isStatus,
  namesErrorCode,
  namesPhrase,
  namesStatus,
} from './tellingNames';

/** What an object or enum is called whose values are statuses: `STATUS_MAP`, `statusByError`, `HttpCode`. */
const statusMap =
  /(?:^|_)status_?(?:codes?|map)$|[sS]tatus(?:Codes?|Map)$|(?:^|_)(?:http|error)_?(?:status(?:es)?|codes?)$|^(?:[A-Z]\w*)?Http(?:Status(?:es)?|Codes?)$|^(?:http)?status(?:_?codes?)?_?(?:by|for|of)(?=_|[A-Z])|(?:_to_|To)(?:http_?)?status(?:_?codes?)?$/i;
const responseMap = /^responses?$/;
/** What an object is called whose keys are statuses, beside `responses`. */
const keyedByStatus =
  /^(?:error|exception|status)_?handlers$|(?:^|_)status_?(?:text|message|name|phrase|label)s?$|(?:^|_)(?:error|http|api|common|default|openapi)_?responses$|[a-z](?:Error|Http|Api|Common|Default|OpenApi)Responses$|^(?:http)?status(?:text|message|name|phrase|label)s?$/i;
/** A call that documents answers: `@other_responses({404: ...})`. */
const documentingCall = /(?:^|_)responses(?:_all)?$|^responses[A-Z]|[a-z]Responses$/;
const statusTable = /(?:^|\.)(?:STATUS_CODES|STATUS_TEXT|responses)$/;
/** What a list is called whose elements are statuses: `RETRY_STATUS_CODES`, `status_forcelist`. */
const statusCodeList = /status_?codes?(?:_?(?:list|set))?$|^status_?forcelist$/i;
/** `okStatuses`, unlike the statuses of an order; the codes have to be known ones. */
const statusList =
  /(?:^|_)(?:retry|retryable|ok|success|error|http|allowed|expected|valid|response|accepted|acceptable)_?status(?:es)?$/i;
const collection = /^(?:Set|set|frozenset|tuple|list)$/;
const ignoring = /elastic|opensearch|\bes\b/i;

/** What a code is doing at a place, judged by names alone; null where they do not tell. */
export function tellingRole(place: Place, code: number, context: ScanContext): UseRole | null {
  if (code < 100 || code > 599) return null;
  switch (place.kind) {
    case 'keyword':
      return names(place.name, code, context) || isIgnored(place.name, code, context) ? 'mentioned' : null;
    case 'property':
      return names(place.name, code, context) || namesPhrase(place.name, code) || isStatusMap(place, code, context)
        ? 'mentioned'
        : null;
    case 'assigned': {
      const name = propertyName(place.target, context);
      const told = names(name, code, context) || namesPhrase(name, code) || isOfStatusEnum(place.target, code, context);
      return told || isErrorsCode(name, place.target, code, context) ? 'mentioned' : null;
    }
    case 'compared':
      return isStatus(place.with, code, context) ? 'compared' : null;
    case 'key':
      return isResponseMap(place.mapping, code, context) ? 'documented' : null;
    case 'index':
      return isStatusTable(place.object, code) ? 'mentioned' : null;
    case 'argument':
      return argumentRole(place, code, context);
    case 'listed':
      return listedRole(place, code, context);
    case 'returned':
      return null;
  }
}

/** `error.status || 500`: what stands in for a status is one. */
export function fallbackRole(node: SyntaxNode, code: number, context: ScanContext): UseRole | null {
  const preferred = context.dialect.standsInFor(node);
  return preferred && code >= 100 && code <= 599 && isStatus(preferred, code, context) ? 'mentioned' : null;
}

const httpError = /http|api|status/i;
const request = /\b(?:fetch|axios|supertest|request|inject|got|ky|httpx|requests|client)\b/;
const response = /^(?:res|resp|response|reply)\d*$|Res(?:ponse)?$|_res(?:p(?:onse)?)?$|[rR]eply$/;

/**
 * Do the names tell enough to speak of statuses before any code stands there. `unknown` is a code that nobody knows:
 * names that want a known one beside them say too little alone.
 */
export function isTelling(place: Place, unknown: number, context: ScanContext): boolean {
  const { dialect } = context;
  if (place.kind === 'compared') return isStatus(place.with, unknown, context) || isOfResponse(place.with, context);
  if (place.kind === 'key') {
    const around = dialect.place(place.mapping);
    if (around?.kind !== 'keyword' && around?.kind !== 'property') return false;
    const beyond = around.kind === 'property' ? dialect.place(around.mapping) : null;
    return around.name === 'responses' || (beyond?.kind === 'property' && beyond.name === 'schema');
  }
  if (place.kind === 'index') return /STATUS/.test(place.object.text);
  if (place.kind !== 'argument') return tellingRole(place, unknown, context) !== null;
  const call = dialect.call(place.call);
  const member = call && dialect.member(call.callee);
  const name = calleeName(place.call, context) ?? '';
  const subject = member && matcher.test(name) ? expectation(member.object, context) : null;
  if (subject) return isStatus(subject, unknown, context) || isOfResponse(subject, context);
  if (equality.test(name)) {
    const others = call?.arguments.filter((_, index) => index !== place.index) ?? [];
    return others.some(({ value }) => isStatus(value, unknown, context) || isOfResponse(value, context));
  }
  if (member && place.index === 0 && statusCall.test(name)) {
    return !/^status$/i.test(name) || isOfResponse(call.callee, context);
  }
  if (errorClass.test(name) && !errorMaker.test(name)) {
    return (place.index === 0 && httpError.test(name)) || takesStatus(call?.callee ?? null, place.index, context);
  }
  return tellingRole(place, unknown, context) !== null;
}

/** Does the constructor of a class of this file call its argument at an index a status. */
function takesStatus(callee: SyntaxNode | null, index: number, context: ScanContext): boolean {
  const value = callee && context.dialect.kind(callee) === 'name' ? context.names.valueBoundTo(callee) : null;
  const own = value && context.dialect.class(value)?.init?.parameters.filter(({ name }) => name !== 'self');
  return /status|code/i.test(own?.[index]?.name ?? '');
}

/** `response.status`, `(await request(app).get("/")).status`: a status of other things is a matter of its own. */
function isOfResponse(node: SyntaxNode, { dialect, names }: ScanContext): boolean {
  const here = dialect.peel(node);
  const member = dialect.member(dialect.call(here)?.callee ?? here);
  if (!member || !/status/i.test(member.property.text)) return false;
  const object = dialect.peel(member.object);
  if (response.test(dialect.member(object)?.property.text ?? object.text)) return true;
  const value = dialect.kind(object) === 'name' ? names.valueBoundTo(object) : null;
  const made = value && dialect.kind(value) !== 'function' ? value : object;
  return dialect.call(dialect.peel(made)) !== null && request.test(made.text.slice(0, 200));
}

function names(name: string, code: number, context: ScanContext): boolean {
  return namesStatus(name, code) || namesErrorCode(name, code, context);
}

/** `code = 404` of a class of errors, in a file that need not speak of HTTP. */
function isErrorsCode(name: string, target: SyntaxNode, code: number, context: ScanContext): boolean {
  return name === 'code' && isKnownError(code) && isInErrorClass(target, context);
}

/** Answers that the client of a search engine is to take for good: `ignore=[404]`. */
function isIgnored(name: string, code: number, context: ScanContext): boolean {
  return name === 'ignore' && isKnownError(code) && ignoring.test(context.text);
}

/** The value of something called `STATUS_CODES`: what its keys lead to are statuses. */
function isStatusMap({ mapping }: Extract<Place, { kind: 'property' }>, code: number, context: ScanContext): boolean {
  const around = context.dialect.place(mapping);
  return around?.kind === 'assigned' && isKnown(code) && statusMap.test(propertyName(around.target, context));
}

/** `enum HttpCode { Missing = 404 }` */
function isOfStatusEnum(target: SyntaxNode, code: number, { dialect }: ScanContext): boolean {
  const owner = target.parent?.parent?.parent ?? null;
  const around = [target.parent?.parent ?? null, owner].find((node) => node && dialect.class(node));
  return !!around && isKnown(code) && statusMap.test(around.childForFieldName('name')?.text ?? '');
}

function isStatusTable(object: SyntaxNode, code: number): boolean {
  const name = object.text.replace(/^.*\./s, '');
  return statusTable.test(object.text) || (isKnown(code) && keyedByStatus.test(name));
}

/** The value of something called `responses` or, in a schema, `response`. */
function isResponseMap(mapping: SyntaxNode, code: number, context: ScanContext): boolean {
  const around = context.dialect.place(mapping);
  if (around?.kind === 'argument') {
    return isKnown(code) && documentingCall.test(calleeName(around.call, context) ?? '');
  }
  const name =
    around?.kind === 'keyword' || around?.kind === 'property'
      ? around.name
      : around?.kind === 'assigned'
        ? propertyName(around.target, context)
        : '';
  return responseMap.test(name) || (isKnown(code) && keyedByStatus.test(name));
}

function namesStatuses(name: string, code: number): boolean {
  return statusCodeList.test(name) || (isKnown(code) && statusList.test(name));
}

/** `[408, 429]` where the list goes to something that holds statuses, or is compared with one. */
function listedRole(
  { index, list }: Extract<Place, { kind: 'listed' }>,
  code: number,
  context: ScanContext,
): UseRole | null {
  let place = context.dialect.place(list);
  if (place?.kind === 'argument' && collection.test(calleeName(place.call, context) ?? '')) {
    place = context.dialect.place(place.call);
  }
  switch (place?.kind) {
    case 'keyword':
    case 'property':
      return namesStatuses(place.name, code) || isIgnored(place.name, code, context) ? 'mentioned' : null;
    case 'assigned':
      return namesStatuses(propertyName(place.target, context), code) ? 'mentioned' : null;
    case 'argument':
    case 'listed':
      return listedArgumentRole(place, index, code, context);
    default:
      return null;
  }
}
