/** Reads the arguments of the command line, and says what is wrong with them. */

import { parseArgs } from 'node:util';
import type { Severity } from '../core/model';
import { rules } from '../core/rules/registry';

export const usage = `Usage: status-coach <command> [paths...] [options]

  scan <paths>     print routes and status codes as they were understood
  check <paths>    print findings; exit 1 when there is one at or above --fail-on
  demo             serve the API of the lesson on 127.0.0.1, print its address, and go on until interrupted

A path is a file, a folder or a glob such as "src/**/*.py". What .gitignore names is left out.

  --format <name>           scan: json; check: text (default), json, sarif, github
  --fail-on <severity>      hint, information, warning (default) or error
  --rule <id>=<severity>    check: mark what a rule finds as hint ... error, or off; may be repeated
  --fix                     check: apply the preferred fix of each finding
  --stdin-filename <path>   read one source from stdin and take it for this file
  --threads <number>        default: as many as there are cores, at most 4
  --no-cache                read everything anew
  --port <number>           demo: the port to open; 0 (default) takes any that is free
  --help                    this text

Exit code: 0 clean, 1 findings at or above --fail-on, 2 wrong use or input that cannot be read.
`;

/** From the mildest on. */
export const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

const formats = { scan: ['json'], check: ['text', 'json', 'sarif', 'github'] } as const;
export type FormatName = (typeof formats)[keyof typeof formats][number];

/** How rules are to be marked, by id, where that is not left to the rule. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** Wrong use of the command line: its message is all there is to say. */
export class UsageError extends Error {}

export interface Options {
  readonly command: 'scan' | 'check';
  readonly paths: readonly string[];
  readonly format: FormatName;
  readonly failOn: Severity;
  readonly fix: boolean;
  readonly severities: Severities;
  /** The name of the source that comes on stdin, when it does. */
  readonly stdinFilename: string | null;
  /** Null where it was left to us. */
  readonly threads: number | null;
  readonly cache: boolean;
}

export interface DemoOptions {
  readonly command: 'demo';
  readonly port: number;
}

/** Throws a `UsageError` where the arguments make no sense. */
export function readOptions(argv: readonly string[]): Options | DemoOptions | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  const [command, ...paths] = positionals;
  if (command === 'demo') return demoOptions(values, paths);
  if (values.port !== undefined) throw new UsageError('--port belongs to demo.');
  if (command !== 'scan' && command !== 'check') {
    throw new UsageError(command ? `There is no command ${command}.` : 'Which command: scan, check or demo?');
  }
  const stdinFilename = values['stdin-filename'] ?? null;
  if (stdinFilename === null && paths.length === 0) throw new UsageError(`Which paths should ${command} read?`);
  if (stdinFilename !== null && paths.length > 0) {
    throw new UsageError('With --stdin-filename the source comes on stdin: leave the paths out.');
  }
  const format = formats[command].find((name) => name === (values.format ?? formats[command][0]));
  if (!format) throw new UsageError(`${command} does not print the format ${values.format}.`);
  const failOn = severities.find((severity) => severity === (values['fail-on'] ?? 'warning'));
  if (!failOn) throw new UsageError(`--fail-on takes one of ${severities.join(', ')}.`);
  const fix = values.fix ?? false;
  if (fix && command === 'scan') throw new UsageError('scan changes no file: --fix belongs to check.');
  if (fix && stdinFilename !== null) throw new UsageError('--fix needs a file to change: it does not go with stdin.');
  const wished = values.rule ?? [];
  if (wished.length > 0 && command === 'scan') throw new UsageError('scan asks no rule: --rule belongs to check.');
  const threads = values.threads === undefined ? null : Number(values.threads);
  if (threads !== null && !(Number.isInteger(threads) && threads >= 1)) {
    throw new UsageError('--threads takes a whole number from 1 on.');
  }
  return {
    command,
    paths,
    format,
    failOn,
    fix,
    severities: Object.fromEntries(wished.map(readSeverity)),
    stdinFilename,
    threads,
    cache: !values['no-cache'],
  };
}

/** `accepted-202=error`. */
function readSeverity(wish: string): [string, Severity | 'off'] {
  const [id = '', wanted] = wish.split('=', 2);
  if (!rules.some((rule) => rule.id === id)) {
    throw new UsageError(`There is no rule ${id}; the rules are ${rules.map((rule) => rule.id).join(', ')}.`);
  }
  const severity = [...severities, 'off' as const].find((each) => each === wanted);
  if (!severity) throw new UsageError(`--rule ${id}= takes one of ${severities.join(', ')}, off.`);
  return [id, severity];
}

function demoOptions(values: ReturnType<typeof parse>['values'], paths: readonly string[]): DemoOptions {
  const foreign = Object.keys(values).find((name) => name !== 'port');
  if (foreign || paths.length > 0)
    throw new UsageError(`demo takes --port and nothing else, not ${foreign ? `--${foreign}` : paths[0]}.`);
  const { port = '0' } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new UsageError('--port takes a whole number from 0 to 65535.');
  return { command: 'demo', port: Number(port) };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        fix: { type: 'boolean' },
        rule: { type: 'string', multiple: true },
        'stdin-filename': { type: 'string' },
        threads: { type: 'string' },
        'no-cache': { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Why the file system refused, without its code and the name of the call. */
export function reasonOf(error: unknown): string {
  return messageOf(error)
    .replace(/^E[A-Z]+: /, '')
    .replace(/, \w+(?: '.*')?$/, '');
}
