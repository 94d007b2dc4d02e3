/** Names that tell by themselves that the number beside them is a status: in clients, tests, helpers and error classes. */

import type { UseRole } from '../model';
import { statusCode } from '../statusCodes';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import type { Place } from './dialect';
import { calleeName, propertyName } from './positions';

/** `status_code`, `statusCode`, `httpStatus`, `expected_status_code`: numbers under such a name are statuses. */
const statusCodeName = /(?:^|_)(?:http_?status(?:_?code)?|status_?code)$|(?:[Ss]tatusCode|HttpStatus)$/i;
/** Plain `status` names states and progress too, so the number has to be a known code. */
const statusName = /^(?:expected_?)?status$/i;
/** `code` names error codes of every kind, so it counts for known errors only, in a file that speaks of HTTP. */
const codeName = /^(?:error_?)?code$/i;
const speaksOfHttp = /status_?code|\bhttp/i;
const statusMap = /(?:^|_)status_?(?:codes?|map)$|[sS]tatus(?:Codes?|Map)$/i;
const responseMap = /^responses?$/;
const statusTable = /(?:^|\.)(?:STATUS_CODES|STATUS_TEXT|responses)$/;
const equality = /^(?:assert_?equals?|strict_?equal|equals?|deep_?equal|deep_?strict_?equal|is|same|assert_?same)$/i;
const matcher = /^(?:toBe|toEqual|toStrictEqual|equal|equals|eql|eq|be|is)$/;
const statusCall =
  /^(?:(?:set|expect|assert|with|have|to_?have)_?)?(?:http_?|response_?)?status(?:_?code)?(?:_?is)?$|^sendStatus$/i;
const errorClass = /(?:Error|Exception|Problem)$/;
const errorMaker = /^(?:createError|create_error|httpError|http_error)$/;

/** What a code is doing at a place, judged by names alone; null where they do not tell. */
export function tellingRole(place: Place, code: number, context: ScanContext): UseRole | null {
  if (code < 100 || code > 599) return null;
  switch (place.kind) {
    case 'keyword':
      return names(place.name, code) || isErrorCode(place.name, code, context) ? 'mentioned' : null;
    case 'property':
      return names(place.name, code) || isErrorCode(place.name, code, context) || isStatusMap(place.mapping, context)
        ? 'mentioned'
        : null;
    case 'assigned': {
      const name = propertyName(place.target, context);
      return names(name, code) || isErrorCode(name, code, context) ? 'mentioned' : null;
    }
    case 'compared':
      return isStatus(place.with, code, context) ? 'compared' : null;
    case 'key':
      return isResponseMap(place.mapping, context) ? 'documented' : null;
    case 'index':
      return statusTable.test(place.object.text) ? 'mentioned' : null;
    case 'argument':
      return argumentRole(place, code, context);
    case 'returned':
      return null;
  }
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

function names(name: string, code: number): boolean {
  return statusCodeName.test(name) || (statusName.test(name) && statusCode(code) !== undefined);
}

function isErrorCode(name: string, code: number, context: ScanContext): boolean {
  return codeName.test(name) && code >= 400 && statusCode(code) !== undefined && speaksOfHttp.test(context.text);
}

/** The value of something called `STATUS_CODES`: what its keys lead to are statuses. */
function isStatusMap(mapping: SyntaxNode, context: ScanContext): boolean {
  const around = context.dialect.place(mapping);
  return around?.kind === 'assigned' && statusMap.test(propertyName(around.target, context));
}

/** Is an expression a status by its last name: `response.status_code`, `res.status`, `response.status()`. */
function isStatus(node: SyntaxNode, code: number, context: ScanContext): boolean {
  const { dialect } = context;
  const here = dialect.peel(node);
  const call = dialect.call(here);
  return names(propertyName(call ? call.callee : here, context), code);
}

/** The value of something called `responses` or, in a schema, `response`. */
function isResponseMap(mapping: SyntaxNode, context: ScanContext): boolean {
  const around = context.dialect.place(mapping);
  if (around?.kind === 'keyword' || around?.kind === 'property') return responseMap.test(around.name);
  return around?.kind === 'assigned' && responseMap.test(propertyName(around.target, context));
}

function argumentRole(
  place: Extract<Place, { readonly kind: 'argument' }>,
  code: number,
  context: ScanContext,
): UseRole | null {
  const { dialect } = context;
  const call = dialect.call(place.call);
  const name = calleeName(place.call, context) ?? '';
  if (!call) return null;
  const member = dialect.member(call.callee);
  if (member && name === 'expect' && place.index === 0) return 'compared';
  if (member && matcher.test(name) && place.index === 0) {
    const subject = expectation(member.object, context);
    if (subject) return isStatus(subject, code, context) ? 'compared' : null;
  }
  if (equality.test(name)) {
    const others = call.arguments.filter((_, index) => index !== place.index);
    return others.some((other) => isStatus(other.value, code, context)) ? 'compared' : null;
  }
  if (place.index === 0 && member && statusCall.test(name)) return names('status', code) ? 'mentioned' : null;
  if (names(parameterName(call.callee, place.index, context), code)) return 'mentioned';
  // `httpx.Response(404)` takes the status first, unlike the responses of servers.
  if (place.index === 0 && name === 'Response' && context.names.resolve(call.callee)?.module === 'httpx')
    return 'mentioned';
  if (place.index === 0 && errorMaker.test(name)) return 'raised';
  return errorClass.test(name) && code >= 400 ? 'raised' : null;
}

/** `x` of `expect(x).to.not.equal(...)`; null where the chain does not begin so. */
function expectation(object: SyntaxNode, context: ScanContext): SyntaxNode | null {
  const { dialect } = context;
  let here = object;
  for (let steps = 0; steps < 6; steps++) {
    const call = dialect.call(here);
    if (call) return call.callee.text === 'expect' ? (call.arguments[0]?.value ?? null) : null;
    const member = dialect.member(here);
    if (!member) return null;
    here = member.object;
  }
  return null;
}

/** What a function of this file calls the argument at an index; empty where it is not one of this file's. */
function parameterName(callee: SyntaxNode, index: number, context: ScanContext): string {
  if (context.dialect.kind(callee) !== 'name' || context.names.parameterOf(callee)) return '';
  const value = context.names.valueBoundTo(callee);
  const parts = value ? context.dialect.function(value) : null;
  return parts?.parameters[index]?.name ?? '';
}
