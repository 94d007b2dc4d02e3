/** What is known of a handler while it is read, and what every step of the reading asks of it. */

import type { Framework } from '../../framework';
import type { Answer, Span, StatusWrite } from '../../model';
import type { SyntaxNode } from '../../syntax';
import type { ScanContext } from '../context';
import { enclosingFunction, type Handler, isOutside } from '../handlers';
import { nodesAt, same, span } from '../nodes';
import { codesOf } from '../values';

export interface ReadingState {
  readonly handler: Handler;
  readonly framework: Framework;
  readonly context: ScanContext;
  /** How a helper is read for the handler that calls it; null for a route's own handler. */
  readonly helper: HelperReading | null;
  readonly answers: Answer[];
  readonly writes: Write[];
  decidedElsewhere: boolean;
  /** May something else answer: the response object or the request is handed on. */
  passedOn: boolean;
}

export interface HelperReading {
  readonly given: ReadonlyMap<string, SyntaxNode>;
  /** What it calls the response object; null where it is read for what it returns. */
  readonly response: string | null;
  readonly depth: number;
}

export interface Write extends StatusWrite {
  readonly at: number;
  /** The block it stands in, as far as it reaches. */
  readonly reach: Span;
  /** Is it written in a helper, where it must stay as it is. */
  readonly elsewhere: boolean;
}

export function newState(
  handler: Handler,
  framework: Framework,
  context: ScanContext,
  helper: HelperReading | null = null,
): ReadingState {
  return { handler, framework, context, helper, answers: [], writes: [], decidedElsewhere: false, passedOn: false };
}

/** What an answer says of its status. */
export type AnswerStatus = Pick<Answer, 'status' | 'possible' | 'statusAt'>;

/** Of an answer that names no status. */
export const unsaid = { status: 'default', possible: [], statusAt: null } as const;

export function written(codes: readonly number[], at: Span): AnswerStatus {
  const [code] = codes;
  return codes.length === 1 && code !== undefined
    ? { status: code, possible: [], statusAt: at }
    : { status: 'dynamic', possible: codes, statusAt: at };
}

export function statusOf(state: ReadingState, node: SyntaxNode): AnswerStatus {
  return written(codesGiven(state, node), span(node));
}

export function codesGiven(state: ReadingState, node: SyntaxNode): number[] {
  return codesOf(givenFor(state, node) ?? node, state.context);
}

/** What the call of a helper gives the parameter that stands here; null where it is none or is given anew inside. */
export function givenFor(state: ReadingState, node: SyntaxNode): SyntaxNode | null {
  const { dialect, names } = state.context;
  const here = dialect.peel(node);
  const owner = state.helper && dialect.kind(here) === 'name' ? names.parameterOf(here)?.owner : null;
  if (!state.helper || !same(owner, state.handler.node) || names.bindingsOf(here).length > 1) return null;
  return state.helper.given.get(here.text) ?? null;
}

/** Where an answer stands: the statement that is all of it, and that statement's place among the others. */
export type AnswerPlace = Pick<Answer, 'statement' | 'last' | 'alone'>;

/** The place of an answer that is a statement; null for one that is only part of one. */
export function placeOf(state: ReadingState, statement: SyntaxNode | null): AnswerPlace {
  if (!statement) return { statement: null, last: false, alone: false };
  const { dialect } = state.context;
  const siblings = statement.parent ? dialect.statements(statement.parent) : [];
  const own = dialect.statements(state.handler.parts.body);
  return { statement: span(statement), last: same(own.at(-1), statement), alone: siblings.length === 1 };
}

/** The block a statement is in, or the statement alone where it is the branch of an `if` without braces. */
export function reachOf(node: SyntaxNode): SyntaxNode {
  let here = node;
  while (here.parent && !/^(?:expression|return)_statement$/.test(here.type)) here = here.parent;
  return here.parent && /(?:block|program|module|switch_case|switch_default)$/.test(here.parent.type)
    ? here.parent
    : here;
}

/** Nodes inside the handler; those of functions nested in it only where `nested` asks for them. */
export function nodesInside(
  state: ReadingState,
  pattern: RegExp,
  pick: (node: SyntaxNode) => SyntaxNode | null,
  nested = false,
): SyntaxNode[] {
  const { node } = state.handler;
  return nodesAt(
    state.context.root,
    state.context.text,
    pattern,
    (found) => {
      const picked = pick(found);
      if (picked && isOutside(picked, state.handler)) return null;
      return picked && (nested || same(enclosingFunction(picked, state.context), node)) ? picked : null;
    },
    node.startIndex,
    node.endIndex,
  );
}
