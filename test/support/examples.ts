/** The sources that tests read as a whole, without their marks, and the places where they would lie. */

import { readdirSync, readFileSync } from 'node:fs';
import { languageOfPath } from '../../src/core/languages';
import { frameworks } from '../../src/frameworks/registry';
import { readMarks } from './marks';

/** Where the examples of frameworks lie that route by files: in the places that make them routes. */
export const addresses: Readonly<Record<string, string>> = {
  'next/example.ts': 'file:///shop/src/app/api/(shop)/items/route.ts',
  'next/example.exports.ts': 'file:///shop/src/app/api/(shop)/items/route.ts',
  'next-pages/example.ts': 'file:///shop/src/pages/api/items/index.ts',
  'next-pages/example.guard.js': 'file:///shop/pages/api/guard.js',
  'next-pages/example.rest.js': 'file:///shop/pages/api/rest.js',
};

export interface Original {
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
  readonly uri: string;
}

/** Every framework's example. */
export const examples = frameworks.flatMap(({ id }) =>
  readdirSync(`src/frameworks/${id}`)
    .filter((file) => file.startsWith('example.'))
    .map((file) => original(`src/frameworks/${id}/${file}`, `${id}/${file}`)),
);

/** Sources that hold many odd shapes at once. */
export const fixtures = ['test/core/fixtures', 'test/rules/fixtures'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => languageOfPath(file))
    .map((file) => original(`${folder}/${file}`, file)),
);

function original(path: string, name: string): Original {
  const text = readMarks(readFileSync(path, 'utf8')).text;
  return { name, languageId: languageOfPath(path)?.id ?? '', text, uri: addresses[name] ?? `test:${name}` };
}
