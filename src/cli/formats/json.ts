/** One JSON object with a list of files, written file by file; the README documents its form. */

import type { FileReport } from '../report';
import type { Format } from './format';

export function jsonFormat(withFindings: boolean): Format {
  let separator = '\n';
  return {
    begin: () => '{\n  "version": 1,\n  "files": [',
    file(path, report) {
      const text = JSON.stringify(fileObject(path, report, withFindings), null, 2);
      const written = `${separator}    ${text.replaceAll('\n', '\n    ')}`;
      separator = ',\n';
      return written;
    },
    end: () => (separator === '\n' ? ']\n}\n' : '\n  ]\n}\n'),
  };
}

function fileObject(path: string, { findings, ...report }: FileReport, withFindings: boolean) {
  if (!withFindings) return { path, ...report };
  return {
    path,
    ...report,
    findings: findings.map(({ fixes, ...finding }) => ({
      ...finding,
      fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(({ start, end, text }) => ({ start, end, text })) })),
    })),
  };
}
