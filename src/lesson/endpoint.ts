/** What the lesson says about an endpoint, and how its source is found. */

import app from './app.py';
import { definitionsOf } from './source';
import twins from './twins.json';

export interface Endpoint {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters in braces, as FastAPI writes it. */
  readonly path: string;
  readonly title: string;
  readonly teaches: Prose;
  readonly examples: readonly [Example, ...Example[]];
  /** The path operation in lesson/app.py, with the models and helpers it uses. */
  readonly python: string;
  /** The same in TypeScript with Hono. */
  readonly typescript: string;
}

/** The same thing told at two levels. */
export interface Prose {
  readonly beginner: string;
  readonly advanced: string;
}

/** A request that gets an interesting answer from the seeded data. */
export interface Example {
  readonly label: string;
  /** A value for each parameter of the path, not encoded; empty where there are none. */
  readonly path?: Readonly<Record<string, string>>;
  /** Without its question mark, encoded. */
  readonly query?: string;
  /** Beyond Accept and Content-Type, which every request has where it needs them. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** JSON or what should have been; left out where the endpoint takes none. */
  readonly body?: string;
  /** Requests without a body that have to come first, for example `POST /process`. */
  readonly after?: readonly string[];
  /** The status it gets. */
  readonly status: number;
}

export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

const definitions = definitionsOf(app);
const operations = new Map(Object.entries(twins));

/** Parts of lesson/app.py by name, as they stand there. Throws when there is none. */
export function python(...names: readonly string[]): string {
  return names.map((name) => partOf(definitions, name)).join('\n\n\n');
}

/** Parts of the demo's routes: a path operation such as `GET /items`, a model, a helper. Throws when there is none. */
export function typescript(...names: readonly string[]): string {
  return names.map((name) => partOf(operations, name)).join('\n\n');
}

function partOf(parts: ReadonlyMap<string, string>, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`nothing in the demo is called ${name}`);
  return part;
}
