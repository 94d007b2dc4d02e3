/** Puts together what the panel shows and never changes, in the user's language: the course, the endpoints, the codes and the way to them. */

import type { Block } from '../lesson/chapter';
import { chapters } from '../lesson/course';
import { endpoints } from '../lesson/lesson';
import { complete, placeOfCode, requestOfExample, requestsBefore, type WireRequest } from '../lesson/requests';
import { t } from '../text';
import type { PanelBlock, PanelCode, PanelContent, PanelRequest } from './protocol';

/** What the panel needs to know about status codes; whoever registers it brings it along. */
export interface Knowledge {
  readonly codes: readonly KnownCode[];
  readonly decisions: PanelContent['decisions'];
}

export type KnownCode = Omit<PanelCode, 'request' | 'chapter'>;

export function panelContent({ codes, decisions }: Knowledge): PanelContent {
  return {
    chapters: chapters.map(({ id, title, goal, beginner, advanced, exercises }) => ({
      id,
      title: t(title),
      goal: t(goal),
      beginner: beginner.map(panelBlock),
      advanced: advanced.map(panelBlock),
      exercises: exercises.map(({ id, level, task, hints, lesson }) => ({
        id,
        level,
        task: t(task),
        hints: hints.map(said),
        lesson: t(lesson),
      })),
    })),
    endpoints: endpoints.map((endpoint) => ({
      id: endpoint.id,
      method: endpoint.method,
      path: endpoint.path,
      title: t(endpoint.title),
      teaches: { beginner: t(endpoint.teaches.beginner), advanced: t(endpoint.teaches.advanced) },
      examples: endpoint.examples.map((example) => ({
        label: t(example.label),
        request: sendable(requestOfExample(endpoint, example)),
        first: requestsBefore(example).map(sendable),
        status: example.status,
      })),
      python: endpoint.python,
      typescript: endpoint.typescript,
    })),
    codes: codes.map((code) => ({ ...code, ...placeShown(code.code) })),
    decisions,
  };
}

/** Where a code is taught and seen; also one that nobody has registered. */
export function placeShown(code: number): Pick<PanelCode, 'chapter' | 'request'> {
  const { chapter, request } = placeOfCode(code);
  return { chapter, request: request && sendable(request) };
}

function panelBlock(block: Block): PanelBlock {
  switch (block.kind) {
    case 'try':
      return { ...block, look: t(block.look), request: sendable(complete(block.request)) };
    case 'text':
    case 'takeaway':
      return { ...block, text: t(block.text) };
    case 'list':
      return { ...block, items: block.items.map(said) };
    case 'table':
      return { ...block, head: block.head.map(said), rows: block.rows.map((row) => row.map(said)) };
    case 'code':
      return block;
  }
}

/** A text of the course in the user's language. */
function said(text: string): string {
  return t(text);
}

/** With the header that every client of an API sends. */
function sendable(request: WireRequest): PanelRequest {
  return { ...request, headers: [['Accept', 'application/json'], ...request.headers] };
}
