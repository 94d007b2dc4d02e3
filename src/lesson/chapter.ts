/** What a chapter of the course is made of: prose in blocks, and exercises graded by what the server really answered. */

export type Level = 'beginner' | 'advanced';

export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** What one can do after it, in a sentence. */
  readonly goal: string;
  /** Each level can be read without the other. */
  readonly beginner: readonly Block[];
  readonly advanced: readonly Block[];
  readonly exercises: readonly Exercise[];
}

/**
 * Texts may hold `code`, **strong words** and [links](https://example.com) and nothing else.
 */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** The sentence to remember. */
  | { readonly kind: 'takeaway'; readonly text: string }
  /** A request to send from here, the status it gets from fresh data, and what to look at in the answer. */
  | { readonly kind: 'try'; readonly request: SentRequest; readonly status: number; readonly look: string }
  /** A piece of code that is no endpoint of the demo server. */
  | { readonly kind: 'code'; readonly python: string; readonly typescript: string };

/** What a block says to people; code says nothing. */
export function textsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'takeaway':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [...block.head, ...block.rows.flat()];
    case 'try':
      return [block.look];
    case 'code':
      return [];
  }
}

export interface Exercise {
  readonly id: string;
  readonly level: Level;
  readonly task: string;
  /** From a nudge to nearly the answer. */
  readonly hints: readonly [string, ...string[]];
  /** Requests that solve it on a server with fresh data. */
  readonly solution: readonly [SentRequest, ...SentRequest[]];
  /** Are these exchanges, oldest first, a solution. */
  isSolved(exchanges: readonly SeenExchange[]): boolean;
  /** What the solution has shown, told afterwards. */
  readonly lesson: string;
}

/** A request as an exercise or an example gives it. */
export interface SentRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
}

/** What was sent and what came back, as far as a grader looks at it. */
export interface SeenExchange {
  readonly request: {
    readonly method: string;
    readonly target: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: string | null;
  };
  readonly response: {
    readonly status: number;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: string;
  };
}
