/** Reads a handler: every place where it answers, what it sets the status to, and what it leaves to others. */

import type { Framework } from '../../framework';
import type { Answer, StatusWrite } from '../../model';
import type { SyntaxNode } from '../../syntax';
import type { ScanContext } from '../context';
import type { Handler } from '../handlers';
import { isThrowing, same, span } from '../nodes';
import { responseName } from '../responseObject';
import { readExits, readReturns } from './returned';
import { readResponseObject, withPendingStatus } from './sent';
import { newState, type ReadingState } from './state';

export interface Reading {
  readonly answers: readonly Answer[];
  readonly statusWrites: readonly StatusWrite[];
  /**
   * Codes set once for all answers: `response.status_code = 201` in the handler's own block; empty where it cannot be
   * told which, null where none is.
   */
  readonly settled: readonly number[] | null;
  readonly decidedElsewhere: boolean;
  /** Is there no code to read yet: `...`, `pass`, a docstring. */
  readonly stub: boolean;
  /** Does every way through the handler end in an exception: it answers nowhere and its last statement raises. */
  readonly neverSucceeds: boolean;
  /** What clients see of it because it answers nothing; null where it does, or may. */
  readonly unanswered: number | null;
}

export function readHandler(handler: Handler, framework: Framework, context: ScanContext): Reading {
  const state = newState(handler, framework, context);
  readResponseObject(state, responseName(handler, framework, context));
  readExits(state);
  readReturns(state);
  state.answers.sort((a, b) => a.span.start - b.span.start);
  return {
    answers: state.answers.map((answer) => withPendingStatus(state, answer)),
    statusWrites: state.writes.map(({ codes, value, span: at, unsent }) => ({ codes, value, span: at, unsent })),
    settled: framework.answers.returnsBody ? settledCodes(state) : null,
    decidedElsewhere: state.decidedElsewhere,
    stub: isStub(state),
    neverSucceeds: state.answers.length === 0 && endsInException(state),
    unanswered: isUnanswered(state) ? (framework.answers.unanswered?.status ?? null) : null,
  };
}

function settledCodes(state: ReadingState): readonly number[] | null {
  const body = span(state.handler.parts.body);
  const whole = state.writes.filter((write) => write.reach.start === body.start && write.reach.end === body.end);
  return whole.at(-1)?.codes ?? null;
}

function isStub(state: ReadingState): boolean {
  const { dialect } = state.context;
  const statements = dialect.statements(state.handler.parts.body);
  if (statements.length === 0) return dialect.kind(state.handler.parts.body) === 'other';
  return statements.every(
    (statement) =>
      statement.type === 'pass_statement' ||
      (statement.type === 'expression_statement' && /^(?:ellipsis|string)$/.test(statement.namedChild(0)?.type ?? '')),
  );
}

function endsInException(state: ReadingState): boolean {
  const { body } = state.handler.parts;
  const last = state.context.dialect.statements(body).at(-1) ?? body;
  return isThrowing(last) || raises(state, last);
}

/** `ctx.throw(404)`, `next(error)`, alone or returned. */
function raises(state: ReadingState, statement: SyntaxNode): boolean {
  const { dialect, names } = state.context;
  const { raises } = state.framework.answers;
  const whole = /^(?:expression|return)_statement$/.test(statement.type) ? statement.namedChildren[0] : statement;
  const call = whole && raises.length > 0 ? dialect.call(dialect.peel(whole)) : null;
  if (!call || call.arguments.length === 0) return false;
  const member = dialect.member(call.callee);
  const parameter = names.parameterOf(member ? member.object : call.callee);
  return raises.includes((member ? member.property : call.callee).text) && same(parameter?.owner, state.handler.node);
}

function isUnanswered(state: ReadingState): boolean {
  const silent = state.answers.length === 0 && state.writes.length === 0 && !state.decidedElsewhere;
  // A parameter behind the response object's passes the request on.
  return silent && !state.passedOn && state.handler.parts.parameters.length === 1 && !isStub(state);
}
