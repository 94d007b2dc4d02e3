/** The licence texts of everything that the builds bundle or copy, as one text. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';

export const noticesFile = 'ThirdPartyNotices.txt';

/** Where a build leaves the names of the packages that it took files from; see esbuild.mjs. */
const bundledFile = 'dist/bundled.json';

/**
 * What packages carry compiled inside them without the licence text beside it.
 * @type {Readonly<Record<string, readonly { name: string, url: string, copyright: string }[]>>}
 */
const inside = {
  '@vscode/tree-sitter-wasm': [
    {
      name: 'tree-sitter',
      url: 'https://github.com/tree-sitter/tree-sitter',
      copyright: 'Copyright (c) 2018-2024 Max Brunsfeld',
    },
    {
      name: 'tree-sitter-python',
      url: 'https://github.com/tree-sitter/tree-sitter-python',
      copyright: 'Copyright (c) 2016 Max Brunsfeld',
    },
    {
      name: 'tree-sitter-typescript',
      url: 'https://github.com/tree-sitter/tree-sitter-typescript',
      copyright: 'Copyright (c) 2017 Max Brunsfeld',
    },
    {
      name: 'Emscripten',
      url: 'https://github.com/emscripten-core/emscripten',
      copyright: 'Copyright (c) 2010-2014 Emscripten authors, see AUTHORS file.',
    },
    {
      name: 'musl',
      url: 'https://musl.libc.org',
      copyright: 'Copyright (c) 2005-2020 Rich Felker, et al.',
    },
  ],
};

/**
 * The packages of which a build took files.
 * @param {readonly import('esbuild').Metafile[]} metafiles of what is shipped
 * @param {readonly string[]} copied paths of files that were copied as they are
 */
export function packagesOf(metafiles, copied) {
  const paths = [...metafiles.flatMap(({ inputs }) => Object.keys(inputs)), ...copied];
  const names = paths.flatMap((path) => {
    // The last one: a package may carry another inside.
    const rest = path.replaceAll('\\', '/').split('node_modules/').at(-1);
    return rest === undefined || !path.includes('node_modules') ? [] : [/^(?:@[^/]+\/)?[^/]+/.exec(rest)?.[0] ?? rest];
  });
  return [...new Set(names)].sort();
}

/**
 * Packages that leave out the licence text of their repository, and one of the same holder, under the same licence, that
 * has it.
 * @type {Readonly<Record<string, string>>}
 */
const lenders = { '@vscode/l10n': '@vscode/tree-sitter-wasm' };

/** The names that the last build left. */
export function bundledPackages() {
  if (!existsSync(bundledFile)) throw new Failure(`There is no ${bundledFile}; run: npm run build`);
  return /** @type {string[]} */ (JSON.parse(readFileSync(bundledFile, 'utf8')));
}

/**
 * The text of the notices.
 * @param {readonly string[]} packages names
 * @throws {Failure} for a package that comes without a licence text
 */
export function notices(packages) {
  /** Who shares a text, by the text: several packages of one project often do. */
  const sections = /** @type {Map<string, string[]>} */ (new Map());
  const add = (/** @type {string} */ who, /** @type {string} */ text) => {
    sections.set(text, [...(sections.get(text) ?? []), who]);
  };
  for (const name of packages) {
    const folder = join('node_modules', name);
    const { version, license, homepage, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
    const lender = files.length === 0 ? lenders[name] : undefined;
    if (files.length === 0 && !lender) throw new Failure(`${name} comes without a licence text.`);
    const from = address(homepage ?? repository?.url ?? repository);
    const texts = lender
      ? [unified(readFileSync(join('node_modules', lender, 'LICENSE'), 'utf8'))]
      : files.sort().map((file) => unified(readFileSync(join(folder, file), 'utf8')));
    const text = texts.join('\n\n');
    add([`${name} ${version} (${license})`, from].filter(Boolean).join('\n'), text);
    for (const part of inside[name] ?? []) {
      const standing = text.replace(/^Copyright .*$/m, part.copyright);
      if (standing === text) throw new Failure(`The licence of ${name} is not the MIT License any more.`);
      add(`${part.name} (MIT), inside ${name}\n${part.url}`, standing);
    }
  }
  const line = '-'.repeat(80);
  return `${[
    'HTTP Status Coach contains the following software by others, under these licences.',
    'Made by `npm run notices` from what the builds bundle.',
    ...[...sections].flatMap(([text, who]) => [line, who.join('\n\n'), text]),
  ].join('\n\n')}\n`;
}

/**
 * A licence text without what differs between systems and editors: line endings, indentation of the whole, blanks at
 * the ends of lines.
 * @param {string} text
 */
function unified(text) {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd());
  const indents = lines.filter(Boolean).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents);
  return lines
    .map((line) => line.slice(common))
    .join('\n')
    .trim();
}

/** @param {string | undefined} url as a package.json has it */
function address(url) {
  return url
    ?.replace(/^git\+/, '')
    .replace(/^git@github\.com:/, 'https://github.com/')
    .replace(/^git:/, 'https:')
    .replace(/(?:\.git)?(?:#.*)?$/, '');
}
