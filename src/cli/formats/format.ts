/** What every output format is: text for the start, for each file as it comes, and for the end. */

import type { Severity } from '../../core/model';
import type { FileReport } from '../report';

export interface Format {
  begin(): string;
  file(path: string, report: FileReport): string;
  end(tally: Tally): string;
}

/** What a whole run has found. */
export interface Tally {
  /** Files that were read, those without a finding too. */
  readonly files: number;
  readonly findings: Readonly<Record<Severity, number>>;
}
