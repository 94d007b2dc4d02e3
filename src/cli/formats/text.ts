/** Findings as people read them: by file, a line each, and a last line that counts. */

import type { Severity } from '../../core/model';
import { severities } from '../options';
import type { Format } from './format';

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 32 };

/** Colour is for terminals, and for nobody who asked for none (no-color.org). */
export function wantsColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
}

export function textFormat(colour: boolean): Format {
  const paint = (style: number, text: string) => (colour ? `\u001B[${style}m${text}\u001B[0m` : text);
  return {
    begin: () => '',
    file(path, { findings }) {
      if (findings.length === 0) return '';
      const places = findings.map(({ line, column }) => `${line}:${column + 1}`);
      const placeWidth = Math.max(...places.map(({ length }) => length));
      const severityWidth = Math.max(...findings.map(({ severity }) => severity.length));
      const lines = findings.map(({ severity, message, rule }, index) => {
        const place = (places[index] ?? '').padStart(placeWidth);
        const strength = paint(colours[severity], severity.padEnd(severityWidth));
        return `  ${place}  ${strength}  ${message}  ${paint(2, rule)}\n`;
      });
      return `${paint(4, path)}\n${lines.join('')}\n`;
    },
    end({ files, findings }) {
      const total = severities.reduce((sum, severity) => sum + findings[severity], 0);
      if (total === 0) return `No findings in ${counted(files, 'file')}.\n`;
      const parts = [...severities]
        .reverse()
        .filter((severity) => findings[severity] > 0)
        .map((severity) =>
          severity === 'information' ? `${findings[severity]} information` : counted(findings[severity], severity),
        );
      return `${counted(total, 'finding')} in ${counted(files, 'file')}: ${parts.join(', ')}.\n`;
    },
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
