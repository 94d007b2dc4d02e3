/** What a rule is: its words, its example and what it may look at. */

import type { ConstantFamily, Framework } from './framework';
import type {
  Answer,
  Edit,
  Finding,
  Fix,
  Habit,
  MisplacedUse,
  Project,
  Reference,
  Route,
  Scan,
  Severity,
  Since,
  StatusUse,
} from './model';

/** One rule: what it looks for, why, and an example that is also its test. */
export interface Rule {
  readonly id: string;
  readonly summary: string;
  /** The sentence of the specification it stands on, in our words, with its section and strength. */
  readonly why: string;
  readonly severity: Severity;
  /** Where it stands in the index of rules; under the others where it says nothing. */
  readonly theme?: RuleTheme;
  /** To read on; what `why` cites of RFCs is linked without being listed here. */
  readonly references?: readonly Reference[];
  /** Is it silent until somebody asks for it, because most code does without what it asks for. */
  readonly offByDefault?: true;
  readonly example: RuleExample;
  check(context: RuleContext): readonly Finding[];
  /**
   * Says that a project with this habit does otherwise, as a sentence for the end of the message: the finding is then a
   * warning. Null where there is no such habit; left out by rules that are not about habits.
   */
  oddIn?(habit: Habit): string | null;
}

/** What a rule is about. */
export type RuleTheme = 'method' | 'content' | 'headers' | 'errors' | 'names' | 'framework';

export interface RuleExample {
  readonly languageId: string;
  readonly before: string;
  /** With the preferred fix applied; null where there is none to take without asking. */
  readonly after: string | null;
  /** The project it stands in, for a rule that depends on versions. */
  readonly project?: Project;
}

/** All that a rule may look at. */
export interface RuleContext {
  readonly scan: Scan;
  readonly text: string;
  /** The table of a framework, by the identifier that routes and scans carry. */
  framework(id: string): Framework;
  /** A code as this file would write it: a number, or a constant it has already. */
  spell(code: number, framework: Framework): string;
  /** The fix that makes a route answer with a code, or null where that cannot be done safely. */
  answerWith(route: Route, code: number): Fix | null;
  /** The fix that makes one answer of a route carry a code and leaves the others alone; null where that is not safe. */
  changeAnswer(route: Route, answer: Answer, code: number): Fix | null;
  /** Does what holds from a version on hold in this project; null where its version is not known. */
  holdsHere(since: Since): boolean | null;
  /** The fix that puts a misplaced status where the framework looks for it; null where the call does not show how. */
  repair(use: MisplacedUse): Fix | null;
  /** The fix that answers a code together with the Location of what was created; null where the file does not show all of it. */
  answerLocated(route: Route, code: number): Fix | null;
  /** The fix that adds a code to what a route documents; null where its framework has no recipe for that. */
  documentStatus(route: Route, code: number): Fix | null;
  /** What replaces a constant whose name is old, once the project's own version is known to have it; null otherwise. */
  renaming(use: StatusUse): Renaming | null;
}

/** A constant's newer name in the same family. */
export interface Renaming {
  readonly family: ConstantFamily;
  readonly member: string;
  /** The version that brought the newer name and deprecated the older. */
  readonly since: string;
  /** Edits that write the newer name, its import included; null where they cannot be made safely. */
  readonly edits: readonly Edit[] | null;
}
