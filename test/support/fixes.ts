/** Every fix on all our fixtures and examples, as whole programs, for judges that know the frameworks better than we do. */

import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits } from '../../src/core/edits';
import { answerFixes } from '../../src/core/features/answers';
import { languageOfPath } from '../../src/core/languages';
import type { Route } from '../../src/core/model';
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
  readonly route: Route | null;
  /** The code that the fix promises its route to answer; null where it mends something else. */
  readonly code: number | null;
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

/**
 * The text after each fix: the codes that are offered on each route, and whatever else the findings have. `uri` is where
 * the text lies, if that makes it a route.
 */
export async function fixedPrograms(name: string, path: string, text: string, uri?: string): Promise<FixedProgram[]> {
  const anywhere = source(languageOfPath(path)?.id ?? '', text);
  const document = uri === undefined ? anywhere : { ...anywhere, uri };
  const scan = await engine.scan(document);
  const onRoutes = scan.routes.flatMap((route, index) =>
    answerFixes(route, scan, text, frameworks).map((fix): FixedProgram => {
      const code = Number(/\d{3}/.exec(fix.title)?.[0]);
      const located = fix.title.includes('Location') ? '-located' : '';
      return { name: `${name}-${index + 1}-${code}${located}`, path, text: applyEdits(text, fix.edits), route, code };
    }),
  );
  const seen = new Set(onRoutes.map((program) => program.text));
  const onFindings = (await engine.findings(document)).flatMap((finding, index) =>
    finding.fixes.flatMap((fix, nth): FixedProgram[] => {
      const after = applyEdits(text, fix.edits);
      if (seen.has(after)) return [];
      return [{ name: `${name}-${finding.rule}-${index + 1}-${nth + 1}`, path, text: after, route: null, code: null }];
    }),
  );
  return [...onRoutes, ...onFindings];
}

export function readExample(path: string): string {
  return readFileSync(path, 'utf8');
}
