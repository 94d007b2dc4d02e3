/** Every fix on all our fixtures and examples, as whole programs, for judges that know the frameworks better than we do. */

import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits } from '../../src/core/edits';
import { answerFixes } from '../../src/core/features/answers';
import { languageOfPath } from '../../src/core/languages';
import type { Fix, Route } from '../../src/core/model';
import { frameworks } from '../../src/frameworks/registry';
import { cases } from './cases';
import { engine, source } from './engine';
import { readMarks } from './marks';

export interface FixedProgram {
  /** Tells the place and the fix: `lesson-create-1-202`. */
  readonly name: string;
  /** The file it was made from. */
  readonly path: string;
  readonly text: string;
  readonly route: Route;
  /** The code that the fix promises. */
  readonly code: number;
}

/** Fixtures that are split into cases, without their marks. */
export function fixtureTexts(
  ending: '.py' | '.ts',
): { readonly name: string; readonly path: string; readonly text: string }[] {
  const folders = ['test/core/fixtures', 'test/rules/fixtures'];
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(ending) && !file.startsWith('silence'))
      .flatMap((file) =>
        cases(`${folder}/${file}`).map(({ title, text }, index) => ({
          name: `${file.replace(ending, '')}-${index + 1}-${title.replaceAll(/\W+/g, '-')}`,
          path: `${folder}/${file}`,
          text: readMarks(text.split(/^(?:#|\/\/) --- /m)[0] ?? '').text,
        })),
      ),
  );
}

/** The text after each fix that is offered on each of its routes: those of findings, and the codes that fit the method. */
export async function fixedPrograms(name: string, path: string, text: string): Promise<FixedProgram[]> {
  const document = source(languageOfPath(path)?.id ?? '', text);
  const scan = await engine.scan(document);
  const findings = await engine.findings(document);
  return scan.routes.flatMap((route, index) => {
    const found = findings
      .filter((finding) => finding.span.start === route.head.start)
      .flatMap((finding) => finding.fixes);
    const fixes: readonly Fix[] = [...found, ...answerFixes(route, scan, text, frameworks)];
    const byCode = new Map(fixes.map((fix) => [Number(/\d{3}/.exec(fix.title)?.[0]), fix]));
    return [...byCode].map(([code, fix]) => ({
      name: `${name}-${index + 1}-${code}`,
      path,
      text: applyEdits(text, fix.edits),
      route,
      code,
    }));
  });
}

export function readExample(path: string): string {
  return readFileSync(path, 'utf8');
}
