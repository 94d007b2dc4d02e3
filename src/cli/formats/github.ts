/** Workflow commands that GitHub Actions turns into annotations of the changed files. */

import type { Severity } from '../../core/model';
import type { Format } from './format';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export const githubFormat: Format = {
  begin: () => '',
  file(path, { findings }) {
    const lines = findings.map(({ severity, message, rule, line, column, endLine, endColumn }) => {
      const properties = Object.entries({
        file: path,
        line,
        col: column + 1,
        endLine,
        endColumn: endColumn + 1,
        title: rule,
      });
      const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
      return `::${commands[severity]} ${written}::${escapeMessage(message)}\n`;
    });
    return lines.join('');
  },
  end: () => '',
};

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
