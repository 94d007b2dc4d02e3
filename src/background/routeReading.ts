/** Reads the routes of a source, wherever that is done: in a thread beside the extension host, or in the host itself. */

import { type RouteRow, routeRows } from '../core/features/routeMap';
import type { Project, Severity, Source } from '../core/model';
import type { Service } from '../core/service';

/** What the user has set for rules, by their identifiers; those not named decide for themselves. */
export type SetSeverities = Readonly<Record<string, Severity | 'off'>>;

/** How a file is judged. Plain data, because it crosses threads. */
export interface Judging {
  /** Whether findings are wanted at all. */
  readonly judges: boolean;
  readonly set: SetSeverities;
  readonly project: Project | null;
}

export interface FileToRead extends Judging {
  readonly uri: string;
  readonly languageId: string;
  /** Its path on this machine where it has one, its text otherwise. */
  readonly at: { readonly path: string } | { readonly text: string };
}

export interface ReadRoutes {
  readonly uri: string;
  /** Null where the file cannot be read. */
  readonly routes: readonly RouteRow[] | null;
}

/** Nothing of the source is kept. What is a habit here is not weighed: nobody knows before the last file is read. */
export async function readRoutes(
  service: Pick<Service, 'read' | 'refusals'>,
  source: Source,
  { judges, set, project }: Judging,
): Promise<readonly RouteRow[]> {
  const { scan, findings } = await service.read({ ...source, surroundings: { project, habit: null } }, (rule) =>
    judges ? (set[rule.id] ?? null) : 'off',
  );
  return routeRows(scan, source.text, findings, service.refusals);
}
