/** What a file offers to code that is written into it, as plain data. */

import type { Project, Scan, Span } from './model';

export interface Outline {
  /** The scan, with the imports of a file that names no status too. */
  readonly scan: Scan;
  /** Identifiers of the frameworks whose file it is, the one with most routes first. */
  readonly frameworks: readonly string[];
  /** Names that the file declares at its top level. */
  readonly declared: readonly string[];
  /** What routes are registered on, in source order. */
  readonly routers: readonly KnownRouter[];
  /** Variables of the top level that hold what a call of an imported name returned: `client = TestClient(app)`. */
  readonly made: readonly Made[];
  /** The statements of the top level, comments left out. */
  readonly statements: readonly Span[];
  /** Functions of the top level that are handed what routes are registered on, such as plugins. */
  readonly plugins: readonly Plugin[];
  /** Classes of the top level that are decorated, such as controllers. */
  readonly classes: readonly DecoratedClass[];
  /** What a statement at the offset that was asked about is part of; null where none can stand there. */
  readonly place: WritingPlace | null;
  /** Packages of the project, as far as they are known. */
  readonly packages: readonly string[];
  /** What is known of their versions; null where nothing is. */
  readonly project: Project | null;
}

export interface Plugin {
  readonly framework: string;
  /** The parameter that is the router. */
  readonly router: string;
  readonly span: Span;
  readonly statements: readonly Span[];
}

export interface KnownRouter {
  readonly framework: string;
  readonly name: string;
  /** What made it, by its last name: `FastAPI`; null where the file does not show it. */
  readonly by: string | null;
  /** What the paths of its routes start with; null where the file does not show that. */
  readonly prefix: string | null;
  /** Where it is known from. */
  readonly from: number;
}

export interface Made {
  readonly name: string;
  readonly by: string;
  readonly module: string;
}

export interface DecoratedClass {
  readonly decorators: readonly string[];
  readonly span: Span;
  /** The members with their decorators; and where the first one would stand. */
  readonly members: readonly Span[];
  readonly start: number;
}

export type WritingPlace =
  | { readonly kind: 'module' }
  /** In a function's own block; its parameters, and what it is an argument of: `describe`. */
  | { readonly kind: 'function'; readonly parameters: readonly string[]; readonly argumentOf: string | null }
  | { readonly kind: 'class'; readonly decorators: readonly string[] };
