/** Finds the function of this file that a handler's call leads to, and what the call gives its parameters. */

import type { Answer, Span } from '../../model';
import type { SyntaxNode } from '../../syntax';
import type { ScanContext } from '../context';
import type { CallParts, ParameterParts, Place } from '../dialect';
import type { Handler } from '../handlers';
import { type AnswerPlace, givenFor, newState, type ReadingState } from './state';

/** Helpers that call helpers; a third is further than a reader of the route would look. */
const deepestHelper = 2;

interface HelperCall {
  readonly handler: Handler;
  /** Parameter to what it is given: the argument, or the default where the call leaves it out. */
  readonly given: ReadonlyMap<string, SyntaxNode>;
}

/** The state to read a called function of this file with; given a place, for what it does with the value there. */
export function helperState(state: ReadingState, parts: CallParts | null, place: Place | null): ReadingState | null {
  const depth = (state.helper?.depth ?? 0) + 1;
  const call = parts && depth <= deepestHelper ? helperCall(parts, state.context) : null;
  const response = call && place ? parameterAt(place, call)?.name : null;
  if (!call || response === undefined || response === '') return null;
  const given = new Map([...call.given].map(([name, node]) => [name, givenFor(state, node) ?? node]));
  return newState(call.handler, state.framework, state.context, { given, response, depth });
}

/** A function of this file called by its name; null for any other call, and where a decorator may change what it does. */
function helperCall(parts: CallParts, context: ScanContext): HelperCall | null {
  const { dialect, names } = context;
  if (dialect.kind(parts.callee) !== 'name' || parts.arguments.some(({ name }) => name?.startsWith('*'))) return null;
  const [binding, other] = names.bindingsOf(parts.callee);
  if (!binding?.value || binding.key !== null || other) return null;
  const node = dialect.peel(binding.value);
  const functionParts = dialect.function(node);
  if (!functionParts || node.parent?.type === 'decorated_definition') return null;
  const positional = parts.arguments.filter(({ name }) => name === null);
  const given = new Map<string, SyntaxNode>();
  functionParts.parameters.forEach((parameter, index) => {
    const named = parts.arguments.find(({ name }) => name === parameter.name);
    const value = (named ?? positional[index])?.value ?? parameter.value;
    if (value) given.set(parameter.name, value);
  });
  return { handler: { node, parts: functionParts }, given };
}

/** The helper's parameter that takes the value at a place of its call. */
function parameterAt(place: Place, { handler }: HelperCall): ParameterParts | null {
  const { parameters } = handler.parts;
  if (place.kind === 'argument') return parameters[place.index] ?? null;
  return place.kind === 'keyword' ? (parameters.find(({ name }) => name === place.name) ?? null) : null;
}

/**
 * An answer of a helper as one of the handler that calls it. Other routes use the helper too, so nothing in it may be
 * edited for this one: its successes are of the kind that no recipe touches.
 */
export function answerThrough(answer: Answer, call: Span, whole: AnswerPlace): Answer {
  const { status, possible } = answer;
  const success = typeof status === 'number' && status < 400;
  return {
    ...whole,
    kind: 'response',
    span: call,
    status: success ? 'dynamic' : status,
    possible: success ? [status] : possible,
    statusAt: answer.statusAt && call,
    body: null,
    call: null,
  };
}
