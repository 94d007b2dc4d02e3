/** SARIF 2.1.0, the format that code scanning services take. */

import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../../core/model';
import type { Rule } from '../../core/rule';
import { rulePage } from '../../core/rules/pages';
import type { Place, ReportedFinding } from '../report';
import type { Format } from './format';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export function sarifFormat(rules: readonly Rule[], version: string): Format {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'HTTP Status Coach', semanticVersion: version, rules: rules.map(describe) } },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  };
  // The results come last, so that they can be written one by one between the two halves.
  const closing = ']}]}';
  const opening = JSON.stringify(log).slice(0, -closing.length);
  const ids = rules.map(({ id }) => id);
  let separator = '\n';
  return {
    begin: () => opening,
    file(path, { findings }) {
      const results = findings.map((finding) => {
        const written = separator + JSON.stringify(resultOf(path, finding, ids));
        separator = ',\n';
        return written;
      });
      return results.join('');
    },
    end: () => `\n${closing}\n`,
  };
}

function describe({ id, summary, why, severity, offByDefault }: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    helpUri: rulePage(id),
    defaultConfiguration: { level: levels[severity], enabled: !offByDefault },
  };
}

function resultOf(path: string, finding: ReportedFinding, ids: readonly string[]): Result {
  const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/') };
  return {
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding) } }],
    ...(finding.fixes.length > 0 && {
      fixes: finding.fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map(({ place, text }) => ({
              deletedRegion: regionOf(place),
              insertedContent: { text },
            })),
          },
        ],
      })),
    }),
  };
}

/** SARIF counts columns from 1 (§3.30.6). */
function regionOf({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column + 1, endLine, endColumn: endColumn + 1 };
}
