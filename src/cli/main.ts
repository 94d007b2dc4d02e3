/** The command line: the editor's engine over files, for continuous integration and for measuring ourselves. */

import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { languageOfPath } from '../core/languages';
import type { Grammar } from '../core/model';
import { rules } from '../core/rules/registry';
import { createService } from '../core/service';
import { frameworks } from '../frameworks/registry';
import { readSource, sourceFiles } from './files';
import { type FileResult, reportObject, reportText } from './report';

const usage = `Usage: status-coach <command> <paths...> [options]

  scan <paths>     print routes and status codes as they were understood
  check <paths>    print findings; exit 1 when there is one at or above --fail-on

  --format <json|text>                            json for scan, text for check
  --fail-on <hint|information|warning|error>      default warning
  --help                                          this text
`;

const severities = ['hint', 'information', 'warning', 'error'] as const;

/** Wrong use of the command line: its message is all there is to say. */
class UsageError extends Error {}

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(argv);
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [command, ...paths] = positionals;
  if (command !== 'scan' && command !== 'check') {
    throw new UsageError(command ? `There is no command ${command}.` : 'Which command: scan or check?');
  }
  if (paths.length === 0) throw new UsageError(`Which paths should ${command} read?`);
  const format = values.format ?? (command === 'scan' ? 'json' : 'text');
  if (format !== 'json' && (format !== 'text' || command === 'scan')) {
    throw new UsageError(`${command} does not print the format ${format}.`);
  }
  const failOn = severities.indexOf((values['fail-on'] ?? 'warning') as (typeof severities)[number]);
  if (failOn < 0) throw new UsageError(`--fail-on takes one of ${severities.join(', ')}.`);

  const results = await readAll(paths, command === 'check');
  process.stdout.write(format === 'json' ? `${JSON.stringify(reportObject(results), null, 2)}\n` : reportText(results));
  const worst = Math.max(
    -1,
    ...results.flatMap(({ findings }) => (findings ?? []).map((each) => severities.indexOf(each.severity))),
  );
  return worst >= failOn ? 1 : 0;
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { format: { type: 'string' }, 'fail-on': { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

/** Files in which something was recognised, in the order they were found. */
async function readAll(paths: readonly string[], check: boolean): Promise<FileResult[]> {
  const grammarFile = (name: string) => readFile(join(__dirname, 'grammars', name));
  const service = createService({
    frameworks,
    rules,
    grammars: {
      runtime: () => grammarFile('tree-sitter.wasm'),
      grammar: (grammar: Grammar) => grammarFile(`tree-sitter-${grammar}.wasm`),
    },
    log: {
      info: (message) => process.stderr.write(`${message}\n`),
      error: (message) => process.stderr.write(`${message}\n`),
    },
  });
  const results: FileResult[] = [];
  for (const path of await sourceFiles(paths)) {
    const served = languageOfPath(path);
    if (!served) throw new UsageError(`${path} is in no language that is read here.`);
    const { text, markLength } = await readSource(path);
    const source = { uri: path, languageId: served.id, version: 0, text };
    const scan = await service.scan(source);
    const findings = check ? await service.findings(source) : null;
    service.forget(path);
    if (scan.routes.length === 0 && scan.uses.length === 0) continue;
    const shown = relative(process.cwd(), path).split(sep).join('/');
    results.push({ path: shown, language: served.id, text, markLength, scan, findings });
  }
  return results;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${messageOf(error)}\n${error instanceof UsageError ? `\n${usage}` : ''}`);
    process.exitCode = 2;
  },
);
