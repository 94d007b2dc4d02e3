/** Calls whose names say that an argument is a status: assertions, the project's own responders, look-ups with a default. */

import type { UseRole } from '../model';
import type { SyntaxNode } from '../syntax';
import { calleeName, propertyName } from './calls';
import type { ScanContext } from './context';
import type { CallParts, Place } from './dialect';
import { extendsError, isKnown, isKnownError, isStatus, namesErrorCode, namesStatus } from './tellingNames';

export const equality =
  /^(?:assert_?(?:not_?|almost_?)?equals?|assert_?(?:less|greater)(?:_?(?:equal|than))?|strict_?equal|not_?(?:strict_?)?equal|equals?|deep_?equal|deep_?strict_?equal|is|same|assert_?same)$/i;
export const matcher =
  /^(?:toBe|toEqual|toStrictEqual|equal|equals|eql|eq|be|is|above|below|least|most|toBe(?:Less|Greater)Than(?:OrEqual)?)$/;
export const statusCall =
  /^(?:(?:set|expect|assert|with|have|to_?have)_?)?(?:http_?|response_?)?status(?:_?code)?(?:_?is)?$|^sendStatus$/i;
export const errorClass = /(?:Error|Exception|Problem)$/;
export const errorMaker = /^(?:createError|create_error|httpError|http_error)$/;
const containing = /^(?:assert_?(?:not_?)?in|toContain|include|includes|contains?|oneOf)$/i;
/** `expect(res.status).toHaveBeenCalledWith(404)` */
const calledWith = /(?:^c|C)alled(?:Once)?With(?:Exactly|Match)?$/;
const sendingName = /^(?:status|sendStatus|code|writeHead|setStatus)$/;
const defaulting = /^(?:getattr|get|pop|setdefault)$/;
const parametrize = /^parametrize$/;
/** `reply(200, body)` of what stands in for a server: `nock(url).get("/")`, `mock.onGet("/")`. */
const replying = /^reply(?:Once)?$/;
const intercepted =
  /^(?:on(?:Any|Get|Post|Put|Patch|Delete|Head|Options)|get|post|put|patch|delete|head|options|intercept|query|matchHeader|persist|times)$/;
/** The project's own helpers and classes that answer: `sendResponse(res, 200, data)`, `new ApiResponse(201, user)`. */
const responderVerb =
  /^(?:send|make|create|build|return|render|json|api|http|error|err|success|failure|failed|fail|respond|reply|write|format|standard|custom)$/;
const responderNoun = /^(?:response|resp|reply|error|responder|err)$/;
const responderAlone = /^(?:respond|respondWith|respondError|fail|failWith|abortWith|sendError|send_error)$/;
/** Classes of frameworks and platforms, whose positions are in tables. */
const platformResponse =
  /^(?:Json|JSON|HTML|Html|Http|HTTP|File|Streaming|Redirect|Template|PlainText|Next|ORJSON|UJSON|Simple|Stream)?Response$/;

export function argumentRole(
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
  if (isSpiedOn(call, name, place.index, context)) return isKnown(code) ? 'compared' : null;
  if (/^assert_?redirects$/i.test(name)) return place.index > 1 && isKnown(code) ? 'compared' : null;
  if (/^(?:toHaveProperty|property|should)$/.test(name) && place.index === 1) {
    const first = call.arguments[0]?.value;
    const its = /\bits\(\s*(['"])(\w+)\1\s*\)$/.exec(member?.object.text ?? '')?.[2];
    return namesStatus(its ?? (first && dialect.stringValue(first)) ?? '', code) ? 'compared' : null;
  }
  if (defaulting.test(name)) return isDefault(call, place.index, code, context) ? 'mentioned' : null;
  if (place.index === 0 && member && statusCall.test(name)) return namesStatus('status', code) ? 'mentioned' : null;
  if (namesStatus(parameterName(call.callee, place.index, context), code)) return 'mentioned';
  // `httpx.Response(404)` takes the status first, unlike the responses of servers.
  if (place.index === 0 && name === 'Response' && context.names.resolve(call.callee)?.module === 'httpx')
    return 'mentioned';
  if (place.index === 0 && errorMaker.test(name)) return 'raised';
  if (errorClass.test(name)) return code >= 400 ? 'raised' : null;
  if (/^super(?:\(\)\.__init__)?$/.test(call.callee.text)) {
    return isKnownError(code) && extendsError(place.call, context) ? 'raised' : null;
  }
  if (replying.test(name) && place.index === 0 && member) {
    const before = dialect.call(member.object);
    return before && isKnown(code) && intercepted.test(propertyName(before.callee, context)) ? 'mentioned' : null;
  }
  return isResponder(name) && place.index < 4 && code >= 200 && isKnown(code) ? 'returned' : null;
}

/** What stands in a list that a call is given: one of the codes that are right, a row of a parametrised test. */
export function listedArgumentRole(
  place: Extract<Place, { readonly kind: 'argument' | 'listed' }>,
  index: number,
  code: number,
  context: ScanContext,
): UseRole | null {
  const { dialect } = context;
  const beyond = place.kind === 'listed' ? dialect.place(place.list) : place;
  if (beyond?.kind !== 'argument') return null;
  const call = dialect.call(beyond.call);
  const name = calleeName(beyond.call, context) ?? '';
  if (!call) return null;
  if (parametrize.test(name) && beyond.index === 1) {
    const columns = columnsOf(call.arguments[0]?.value ?? null, context);
    const column = place.kind === 'listed' ? columns[index] : columns.length === 1 ? columns[0] : undefined;
    return column !== undefined && namesStatus(column, code) ? 'mentioned' : null;
  }
  if (place.kind === 'listed') return null;
  const others = call.arguments.filter((_, each) => each !== beyond.index).map(({ value }) => value);
  if (containing.test(name)) return others.some((other) => isStatus(other, code, context)) ? 'compared' : null;
  // Django's client tells of each redirect as an address with its status.
  if (equality.test(name)) return others.some(({ text }) => /\bredirect_chain\b/.test(text)) ? 'compared' : null;
  if (name !== 'expect') return null;
  const chained = beyond.call.parent && dialect.member(beyond.call.parent) ? beyond.call.parent : null;
  const outer = chained?.parent ? dialect.call(chained.parent) : null;
  const subject = outer && containing.test(propertyName(outer.callee, context)) ? outer.arguments[0]?.value : undefined;
  return subject && isStatus(subject, code, context) ? 'compared' : null;
}

/** `"payload,expected_status"` and `["payload", "expected_status"]`. */
function columnsOf(node: SyntaxNode | null, { dialect }: ScanContext): string[] {
  if (!node) return [];
  const text = dialect.stringValue(node);
  if (text !== null) return text.split(',').map((name) => name.trim());
  return dialect.elements(node).map((element) => dialect.stringValue(element) ?? '');
}

/** A check of what a mocked response was called with. */
function isSpiedOn(call: CallParts, name: string, index: number, context: ScanContext): boolean {
  const member = context.dialect.member(call.callee);
  if (!member || !calledWith.test(name)) return false;
  const expected = expectation(member.object, context);
  const [first] = call.arguments;
  const spy = expected ?? (index === 1 && first ? first.value : member.object);
  return index === (spy === first?.value ? 1 : 0) && sendingName.test(propertyName(spy, context));
}

/** `getattr(error, "status_code", 500)`, `options.get("status", 200)` */
function isDefault({ arguments: given }: CallParts, index: number, code: number, context: ScanContext): boolean {
  const before = index > 0 ? given[index - 1]?.value : undefined;
  const name = (before && context.dialect.stringValue(before)) ?? '';
  return namesStatus(name, code) || namesErrorCode(name, code, context);
}

function isResponder(name: string): boolean {
  if (responderAlone.test(name)) return true;
  if (platformResponse.test(name)) return false;
  const words = name
    .replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  const [first = ''] = words;
  return words.length > 1 && responderVerb.test(first) && responderNoun.test(words.at(-1) ?? '');
}

/** `x` of `expect(x).to.not.equal(...)`; null where the chain does not begin so. */
export function expectation(object: SyntaxNode, context: ScanContext): SyntaxNode | null {
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
