/** Finds the function of this file that a handler's call leads to, and what the call gives its parameters. */

import type { Answer, Span } from '../model';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import type { CallParts, ParameterParts, Place } from './dialect';
import type { Handler } from './handlers';

/** Helpers that call helpers; a third is further than a reader of the route would look. */
export const deepestHelper = 2;

export interface HelperCall {
  readonly handler: Handler;
  /** Parameter to what it is given: the argument, or the default where the call leaves it out. */
  readonly given: ReadonlyMap<string, SyntaxNode>;
}

/** A function of this file called by its name; null for any other call, and where a decorator may change what it does. */
export function helperCall(parts: CallParts, context: ScanContext): HelperCall | null {
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
export function parameterAt(place: Place, { handler }: HelperCall): ParameterParts | null {
  const { parameters } = handler.parts;
  if (place.kind === 'argument') return parameters[place.index] ?? null;
  return place.kind === 'keyword' ? (parameters.find(({ name }) => name === place.name) ?? null) : null;
}

/**
 * An answer of a helper as one of the handler that calls it. Other routes use the helper too, so nothing in it may be
 * edited for this one: its successes are of the kind that no recipe touches.
 */
export function answerThrough(answer: Answer, call: Span, whole: Pick<Answer, 'statement' | 'last' | 'alone'>): Answer {
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
