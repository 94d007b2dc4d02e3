/** Which names say that the value beside them is a status. */

import { statusCode, usualPhrase } from '../statusCodes';
import type { SyntaxNode } from '../syntax';
import { propertyName } from './calls';
import type { ScanContext } from './context';
import type { ClassParts } from './dialect';
import { lastName } from './names';

/** `status_code`, `statusCode`, `httpStatus`, `expected_status_code`: numbers under such a name are statuses. */
const statusCodeName = /(?:^|_)(?:http_?status(?:_?code)?|status_?code)$|(?:[Ss]tatusCode|HttpStatus)$/i;
/** Plain `status` names states and progress too, so the number has to be a known code; so has that of a `responseCode`. */
const statusName = /^(?:expected_?)?status$|(?:^|_)(?:http|response)_?code$|(?:^|[a-z])(?:[hH]ttp|[rR]esponse)Code$/i;
/** `code` names error codes of every kind, so it counts for known errors only, in a file that speaks of HTTP. */
const codeName = /^(?:error_?)?code$/i;
const speaksOfHttp = /status_?code|\bhttp/i;
const errorClass = /(?:Error|Exception|Problem)$/;
const plainError =
  /^(?:Base|Group)?Exception$|^(?:Value|Type|Key|Index|Lookup|Runtime|OS|IO|Attribute|Name|Arithmetic|Range|Syntax|Reference|Eval|URI|Aggregate)?Error$/;
/** What a constant is called beside the phrase of its code: `HTTP_404_NOT_FOUND`, `STATUS_OK`, `NotFoundCode`. */
const aroundPhrase = /^(?:(?:http|status|code|sc)_?)+(?=[A-Z\d_a-z])|_?(?:status|code|error)+$/gi;

export function isKnown(code: number): boolean {
  return statusCode(code) !== undefined;
}

export function namesStatus(name: string, code: number): boolean {
  return statusCodeName.test(name) || (statusName.test(name) && isKnown(code));
}

export function namesErrorCode(name: string, code: number, context: ScanContext): boolean {
  return codeName.test(name) && isKnownError(code) && speaksOfHttp.test(context.text);
}

export function isKnownError(code: number): boolean {
  return code >= 400 && isKnown(code);
}

/** `NOT_FOUND = 404`, `HTTP_409_CONFLICT = 409`, `Created = 201`: a name that is the phrase of the very code. */
export function namesPhrase(name: string, code: number): boolean {
  const known = statusCode(code);
  if (!known || !/[A-Za-z]{2}/.test(name)) return false;
  if (new RegExp(`^HTTP_${code}(?:_|$)`).test(name)) return true;
  const said = plain(name);
  const bare = plain(name.replace(aroundPhrase, ''));
  return [usualPhrase(code) ?? '', known.phrase, ...known.formerPhrases].some((phrase) => {
    const words = plain(phrase);
    return words !== '' && (words === said || words === bare);
  });
}

function plain(words: string): string {
  return words.replace(/[^A-Za-z]/g, '').toLowerCase();
}

/** Does a node stand in the body of a class of errors, outside of its methods: `class NotFound(AppError): code = 404`. */
export function isInErrorClass(node: SyntaxNode, context: ScanContext): boolean {
  const owner = classAround(node, context, false);
  const names = owner ? [owner.node.childForFieldName('name')?.text ?? '', ...basesOf(owner)] : [];
  return names.some((name) => errorClass.test(name));
}

/** Is a call of `super` given to a class of errors that may take a status, which those of the language do not. */
export function extendsError(node: SyntaxNode, context: ScanContext): boolean {
  const owner = classAround(node, context, true);
  return owner !== null && basesOf(owner).some((base) => errorClass.test(base) && !plainError.test(base));
}

function basesOf({ bases }: ClassParts): string[] {
  return bases.map(({ text }) => lastName(text));
}

function classAround(node: SyntaxNode, { dialect }: ScanContext, throughFunctions: boolean): ClassParts | null {
  for (let here = node.parent; here; here = here.parent) {
    const parts = dialect.class(here);
    if (parts) return parts;
    if (!throughFunctions && dialect.kind(here) === 'function') return null;
  }
  return null;
}

/**
 * Is an expression a status by its last name, `response.status_code`, `res.status`, `response.status()`, or by what the
 * name was given: `const { status: made } = await post()`, `code = response.status_code`.
 */
export function isStatus(node: SyntaxNode, code: number, context: ScanContext): boolean {
  const name = nameOf(node, context);
  return namesStatus(name, code) || namesErrorCode(name, code, context) || isGivenStatus(node, code, context);
}

function nameOf(node: SyntaxNode, context: ScanContext): string {
  const { dialect } = context;
  const here = dialect.peel(node);
  const index = dialect.subscript(here)?.index;
  if (index) return dialect.stringValue(index) ?? '';
  return propertyName(dialect.call(here)?.callee ?? here, context);
}

function isGivenStatus(node: SyntaxNode, code: number, context: ScanContext): boolean {
  const { dialect, names } = context;
  const here = dialect.peel(node);
  if (dialect.kind(here) !== 'name' || !isKnown(code)) return false;
  if (isChecked(here, context)) return true;
  const bindings = names.bindingsOf(here);
  return (
    bindings.length > 0 &&
    bindings.every(({ value, key }) => {
      if (key !== null) return namesStatus(key, code);
      const given = value && dialect.peel(preferred(dialect.peel(value), context));
      return !!given && /^(?:member|call)$/.test(dialect.kind(given)) && namesStatus(nameOf(given, context), code);
    })
  );
}

/** `x` of `x || 500`. */
function preferred(node: SyntaxNode, { dialect }: ScanContext): SyntaxNode {
  const last = node.lastNamedChild;
  return (last && dialect.standsInFor(last)) ?? node;
}

/** The parameter of a function that says which statuses are good: `validateStatus: (code) => code < 500`. */
function isChecked(name: SyntaxNode, { dialect, names }: ScanContext): boolean {
  const place = names.parameterOf(name)?.owner;
  const around = place && dialect.place(place);
  return (around?.kind === 'property' || around?.kind === 'keyword') && around.name === 'validateStatus';
}
