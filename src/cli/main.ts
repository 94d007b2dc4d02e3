/** The command line: the editor's engine over files, for continuous integration and for measuring ourselves. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { languageOfPath } from '../core/languages';
import type { Severity } from '../core/model';
import { rules } from '../core/rules/registry';
import { noCache, openCache } from './cache';
import { serveDemo } from './demo';
import { createEngine, type Engine, type Reading, readFiles, type Task } from './engine';
import { findFiles, shownPath } from './files';
import { fixFile } from './fix';
import type { Format } from './formats/format';
import { githubFormat } from './formats/github';
import { jsonFormat } from './formats/json';
import { sarifFormat } from './formats/sarif';
import { textFormat, wantsColour } from './formats/text';
import { type FileResult, settling } from './habits';
import { messageOf, type Options, readOptions, reasonOf, severities, UsageError, usage } from './options';
import { flush, print } from './output';
import { readAll } from './readings';
import { createCrew, serveThread } from './threads';

/** What a shell says of a program that writes into a closed pipe: 128 and the number of SIGPIPE. */
const closedPipe = 141;

async function main(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (options === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  if (options.command === 'demo') return serveDemo(options);
  const format = formatOf(options);
  const found: Record<Severity, number> = { hint: 0, information: 0, warning: 0, error: 0 };
  let files = 0;
  let complete = true;
  const complain = (problem: string) => {
    complete = false;
    process.stderr.write(`${problem}\n`);
  };

  const settled = settling(options.format === 'json', options.severities);
  const tell = async ({ path, report }: FileResult) => {
    for (const { severity } of report.findings) found[severity]++;
    await print(format.file(path, report));
  };

  const readings =
    options.stdinFilename === null ? fromFiles(options, complain) : fromStdin(options.stdinFilename, options);
  let begun = false;
  for await (const reading of readings) {
    // Only now, so that nothing but the message is printed where the paths make no sense.
    if (!begun) await print(format.begin());
    begun = true;
    if ('problem' in reading) {
      complain(reading.problem);
      continue;
    }
    files++;
    for (const note of reading.notes) process.stderr.write(`${note}\n`);
    if (!reading.report) continue;
    const { path, report } = reading;
    for (const result of options.command === 'scan' ? [{ path, report }] : settled.add({ path, report }))
      await tell(result);
  }
  if (!begun) await print(format.begin());
  for (const result of settled.end()) await tell(result);
  await print(format.end({ files, findings: found }));
  flush();
  if (!complete) return 2;
  const failing = severities.slice(severities.indexOf(options.failOn));
  return options.command === 'check' && failing.some((severity) => found[severity] > 0) ? 1 : 0;
}

function formatOf({ command, format }: Options): Format {
  switch (format) {
    case 'text':
      return textFormat(wantsColour(process.stdout, process.env));
    case 'json':
      return jsonFormat(command === 'check');
    case 'github':
      return githubFormat;
    case 'sarif': {
      const manifest: { version: string } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
      return sarifFormat(rules, manifest.version);
    }
  }
}

function taskOf({ command, severities, cache }: Options): Task {
  return { judges: command === 'check', severities, remembers: cache };
}

async function* fromStdin(name: string, options: Options): AsyncGenerator<Reading> {
  if (!languageOfPath(name)) throw new UsageError(`${name} is in no language that is read here.`);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  yield createEngine({ ...taskOf(options), remembers: false }).read(
    shownPath(name),
    Buffer.concat(chunks).toString('utf8'),
  );
}

async function* fromFiles(options: Options, complain: (problem: string) => void): AsyncGenerator<Reading> {
  const cache = options.cache ? openCache() : noCache;
  const task = taskOf(options);
  const crew = createCrew(task, options.threads);
  // Workers take as long to start as the rest of the files takes to find; a cache may leave nothing for them to do.
  if (cache.isEmpty) crew.engine.prepare();
  const { files, problems } = findFiles(options.paths, cache.isEmpty ? crew.grow : undefined);
  for (const problem of problems) complain(problem);
  let engine: Engine | null = null;
  for await (const reading of readAll(files, task, crew, cache)) {
    const fixable =
      'report' in reading && reading.report?.findings.some(({ fixes }) => fixes.some((fix) => fix.preferred));
    if (!options.fix || !fixable) {
      yield reading;
      continue;
    }
    engine ??= createEngine({ ...task, remembers: false });
    yield* await fixed(reading, engine, options, complain);
  }
  cache.save();
}

/** The readings of a file after its fixes; what was changed is told on stdout where people read that. */
async function fixed(reading: Reading, engine: Engine, { format }: Options, complain: (problem: string) => void) {
  const { path } = reading;
  try {
    for (const { line, title } of await fixFile(path, engine)) {
      const told = `${path}:${line}: ${title}\n`;
      if (format === 'text') await print(told);
      else process.stderr.write(told);
    }
  } catch (error) {
    complain(`${path} was not changed: ${reasonOf(error)}.`);
    return [reading];
  }
  return readFiles(engine, [path]);
}

if (isMainThread) {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no error of ours, nor is everything clean.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(closedPipe);
    process.stderr.write(`The output could not be written: ${error.message}\n`);
    process.exit(2);
  });
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${messageOf(error)}\n${error instanceof UsageError ? `\n${usage}` : ''}`);
      process.exitCode = 2;
    },
  );
} else {
  serveThread();
}
