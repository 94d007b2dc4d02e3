/** The rules of ARCHITECTURE.md, each a test: who may import what, and that no list kept in two places drifts. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { servedLanguages } from '../src/core/languages';
import { rules } from '../src/core/rules/registry';
import { captureNames } from '../src/core/scan/captures';
import { createSyntax } from '../src/core/syntax';
import { frameworks } from '../src/frameworks/registry';
import { contributions } from '../src/snippets/contributions';
import { templatesOf } from '../src/snippets/templates';
import { grammars } from './support/engine';
import { readManifest } from './support/manifest';

const manifest = readManifest();
const readme = readFileSync('README.md', 'utf8');

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.(?:ts|py|scm|txt)$/.test(file));
const modules = sources.filter((file) => file.endsWith('.ts') && !/\/example\.\w+$|\.d\.ts$/.test(file));

interface Import {
  readonly from: string;
  /** A path from the root for a file of ours, the package otherwise. */
  readonly to: string;
  readonly ours: boolean;
  /** Whether nothing is left of it when types are erased. */
  readonly typesOnly: boolean;
}

const imports: readonly Import[] = modules.flatMap((from) => {
  const text = readFileSync(from, 'utf8');
  const named = [
    ...text.matchAll(/^(?:import|export)\b[^'"]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gms),
  ];
  return named.map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    const typesOnly = /^(?:import|export) type\b/.test(match[0]) || text.slice(0, match.index).endsWith('typeof ');
    return name.startsWith('.')
      ? { from, to: normalize(join(dirname(from), name)).replaceAll('\\', '/'), ours: true, typesOnly }
      : { from, to: name, ours: false, typesOnly };
  });
});

/** Imports that break a rule, as readable lines. */
function offenders(isForbidden: (item: Import) => boolean): string[] {
  return imports.filter(isForbidden).map(({ from, to }) => `${from} imports ${to}`);
}

function within(...folders: readonly string[]): (file: string) => boolean {
  return (file) => folders.some((folder) => file === folder || file.startsWith(folder));
}

describe('architecture', () => {
  it('reads the sources it judges', () => {
    assert.ok(modules.length > 30);
    assert.ok(imports.length > 100);
  });

  it('only the editor adapters, the panel view, extension.ts and what starts it import vscode', () => {
    const may = within('src/editor/', 'src/panel/view.ts', 'src/extension.ts', 'src/activation.ts', 'src/platform/');
    assert.deepEqual(
      offenders(({ from, to }) => to === 'vscode' && !may(from)),
      [],
    );
  });

  it('only core/syntax.ts imports tree-sitter', () => {
    assert.deepEqual(
      offenders(({ from, to }) => to.includes('tree-sitter') && from !== 'src/core/syntax.ts'),
      [],
    );
  });

  it('only the demo server, its client, the command line, what runs in threads and what starts us in Node import node modules', () => {
    const may = within(
      'src/demo/server.ts',
      'src/demo/client.ts',
      'src/cli/',
      'src/background/',
      'src/platform/node.ts',
      'src/platform/compiled.ts',
    );
    assert.deepEqual(
      offenders(({ from, to }) => to.startsWith('node:') && !may(from)),
      [],
    );
  });

  it('the editor reaches the engine through engine.ts alone, so that it is built and loaded once', () => {
    // What VS Code waits for has the names of languages; it cannot wait for the engine.
    const may = ({ from, to }: Import) => from === 'src/activation.ts' && to === 'src/core/languages';
    const inEditor = within(
      'src/editor/',
      'src/extension.ts',
      'src/activation.ts',
      'src/panel/view.ts',
      'src/platform/',
    );
    const inEngine = within('src/core/', 'src/frameworks/', 'src/background/routeReading', 'src/background/sourceText');
    assert.deepEqual(
      offenders(
        (each) =>
          inEngine(each.to) &&
          !each.typesOnly &&
          !may(each) &&
          (inEditor(each.from) || each.from === 'src/background/reader.ts'),
      ),
      [],
    );
  });

  it('files that a browser loads, too, require nothing but vscode and each other', () => {
    const required = (file: string) => {
      const bundle = readFileSync(`dist/${file}`, 'utf8');
      return [...new Set([...bundle.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]))].sort();
    };
    assert.equal(manifest.browser, './dist/web/extension.js');
    assert.deepEqual(
      ['web/extension', 'adapters', 'engine', 'demo', 'lesson', 'snippets'].map((name) => required(`${name}.js`)),
      [
        ['vscode'],
        ['./engine.js', './text.js', 'vscode'],
        ['./text.js', './tree-sitter.js'],
        [],
        ['./text.js'],
        ['./text.js'],
      ],
    );
  });

  it('what VS Code waits for is small', () => {
    for (const file of ['dist/extension.js', 'dist/web/extension.js']) {
      const { length } = readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL.*/m, '');
      assert.ok(length < 10_000, `${file}: ${length}`);
    }
  });

  it('whatever VS Code asks while somebody types is guarded', () => {
    // The one that waits for the guarded hover is no provider of its own.
    const providers = modules.filter((file) => file !== 'src/activation.ts');
    const asked = providers.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/languages\.register\w+Provider\((?:\s*selector,)?\s*(\S+)/g)].map(
        (match) => `${file}: ${match[1]}`,
      ),
    );
    assert.ok(asked.length > 3, `${asked.length}`);
    assert.match(readFileSync('src/editor/hover.ts', 'utf8'), /return health\.guarded</);
    assert.deepEqual(
      asked.filter((line) => !line.includes(': health.guarded(')),
      [],
    );
  });

  it('no syntax node leaves core/scan', () => {
    const inside = within('src/core/scan/', 'src/core/syntax.ts', 'src/core/service.ts');
    assert.deepEqual(
      offenders(({ from, to }) => to === 'src/core/syntax' && !inside(from) && !typesOnly(from)),
      [],
    );
    const service = readFileSync('src/core/service.ts', 'utf8');
    assert.doesNotMatch(service, /SyntaxNode|\.root\b/);
  });

  it('only what starts it in Node and in a browser imports extension.ts', () => {
    const may = within('src/activation.ts', 'src/platform/node.ts', 'src/platform/web.ts');
    assert.deepEqual(
      offenders(({ from, to }) => to === 'src/extension' && !may(from)),
      [],
    );
  });

  it('data flows one way', () => {
    // Who may import whom, by folder; what is not listed may import only its own folder.
    const arrows: Readonly<Record<string, readonly string[]>> = {
      'src/core/model': [],
      'src/core/outline': ['src/core/model'],
      'src/core/framework': ['src/core/model'],
      'src/core/rule.': ['src/core/model', 'src/core/framework'],
      'src/core/rules/': [
        'src/core/model',
        'src/core/rule',
        'src/core/framework',
        'src/core/answers',
        'src/core/edits',
        'src/core/statusCodes',
      ],
      'src/core/features/': [
        'src/core/model',
        'src/core/framework',
        'src/core/rule',
        'src/core/answers',
        'src/core/edits',
        'src/core/imports',
        'src/core/positions',
        'src/core/project/facts',
        'src/core/statusCodes',
        'src/core/statusCodes/',
        'src/core/style',
      ],
      'src/core/scan/': [
        'src/core/model',
        'src/core/outline',
        'src/core/framework',
        'src/core/answers',
        'src/core/syntax',
        'src/core/statusCodes',
      ],
      'src/core/': ['src/core/'],
      'src/frameworks/': ['src/core/model', 'src/core/framework', 'src/core/answers', 'src/core/edits'],
      'src/snippets/': ['src/core/', 'src/frameworks/'],
      'src/background/': ['src/core/', 'src/engine'],
      'src/engine': ['src/core/', 'src/frameworks/', 'src/background/'],
      'src/editor/': ['src/engine', 'src/core/', 'src/background/', 'src/demo/host'],
      'src/lesson/': [],
      'src/demo/': ['src/lesson/'],
      'src/panel/page/': ['src/panel/protocol', 'src/lesson/'],
      'src/panel/': ['src/lesson/', 'src/demo/'],
      'src/cli/': ['src/background/', 'src/core/', 'src/frameworks/', 'src/demo/'],
      'src/extension': ['src/'],
      'src/activation': ['src/extension', 'src/core/languages', 'src/platform/platform'],
      'src/platform/': [
        'src/activation',
        'src/extension',
        'src/background/',
        'src/core/snippets/library',
        'src/demo/',
        'src/panel/',
        'src/snippets/',
      ],
    };
    const folders = Object.keys(arrows);
    const broken = offenders(({ from, to, ours }) => {
      // What says a text in the user's language is below everything.
      if (!ours || from === 'src/text.ts' || to === 'src/text') return false;
      const folder = folders.find((each) => from.startsWith(each));
      assert.ok(folder, `${from} has no place in the map of arrows`);
      const may = (allowed: string) => to === allowed || (allowed.endsWith('/') && to.startsWith(allowed));
      return !to.startsWith(folder) && !(arrows[folder] ?? []).some(may);
    });
    assert.deepEqual(broken, []);
  });

  it('no file imports itself in a circle', () => {
    const next = new Map<string, string[]>();
    for (const { from, to, ours } of imports) if (ours) next.set(from, [...(next.get(from) ?? []), `${to}.ts`]);
    const done = new Set<string>();
    function visit(file: string, path: readonly string[]) {
      assert.ok(!path.includes(file), `${[...path, file].join(' -> ')}`);
      if (done.has(file)) return;
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    }
    for (const file of modules) visit(file, []);
  });

  it('extension.ts stays short', () => {
    assert.ok(readFileSync('src/extension.ts', 'utf8').split('\n').length < 60);
  });

  it('every file opens with one sentence that says what it is for', () => {
    const others = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .map((file) => `test/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.ts') && !file.includes('/fixtures/') && !file.includes('/out/'));
    const scripts = readdirSync('scripts').map((file) => `scripts/${file}`);
    for (const file of [...sources, ...others, ...scripts, 'esbuild.mjs']) {
      const opening = readFileSync(file, 'utf8')
        .slice(0, 600)
        .replace(/^#!.*\n/, '');
      const pattern = file.endsWith('.py')
        ? /^"""[A-Z][^"]*[.;]/
        : file.endsWith('.txt')
          ? /^(?:#|\/\/) [A-Z].*[.]\n/
          : file.endsWith('.scm')
            ? /^; [A-Z].*[.]/
            : /^\/\*\*\s+(?:\* )?[A-Z\d`][\s\S]*?\.?\s*\*?\*\//;
      assert.match(opening, pattern, file);
    }
  });
});

describe('lists kept twice', () => {
  it('frameworks: registry, folders and README', () => {
    const folders = readdirSync('src/frameworks', { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'queries',
    );
    assert.deepEqual(frameworks.map(({ id }) => id).sort(), folders.map(({ name }) => name).sort());
    for (const { name } of folders) {
      assert.ok(existsSync(`src/frameworks/${name}/framework.ts`), name);
    }
    for (const { name } of frameworks) assert.ok(readme.includes(`| ${name} |`), `README has no row for ${name}`);
  });

  it('queries: the closed vocabulary of captures, for every grammar of their language', async () => {
    const syntax = createSyntax(grammars);
    for (const framework of frameworks) {
      const served = servedLanguages.filter(({ language }) => language === framework.language);
      assert.notEqual(served.length, 0, framework.id);
      for (const { grammar } of served) {
        (await syntax.parse(grammar, '')).dispose();
        const used = framework.queries.flatMap((query) => syntax.query(grammar, query).captureNames);
        assert.deepEqual(
          // A name that begins with an underscore serves a predicate only.
          used.filter((name) => !name.startsWith('_') && !captureNames.some((known) => known === name)),
          [],
          framework.id,
        );
        const registers = used.includes('route.call') || used.includes('route.verb');
        assert.ok(registers || framework.routing.shapes.length > 0, framework.id);
      }
    }
  });

  it('rules: registry and files', () => {
    const files = readdirSync('src/core/rules').filter((file) => /-\d{3}\.ts$|^[a-z]+(?:-[a-z0-9]+)+\.ts$/.test(file));
    // Settings, pages and tables are generated; test/rules/pages.test.ts compares them.
    assert.deepEqual(files.map((file) => file.replace('.ts', '')).sort(), rules.map(({ id }) => id).sort());
  });

  it('settings: manifest, code and README', () => {
    const code = modules
      .filter(within('src/editor/', 'src/panel/', 'src/extension.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    for (const [key, { default: value }] of Object.entries<{ default: unknown }>(
      manifest.contributes.configuration.properties,
    )) {
      const short = key.replace('statusCoach.', '');
      if (short.startsWith('rules.')) continue;
      assert.ok(readme.includes(`| \`${key}\` | \`${JSON.stringify(value).replaceAll('"', '')}\` |`), `README: ${key}`);
      assert.ok(code.includes(`'${short}'`), `${key} is never read`);
    }
    const read = [...code.matchAll(/settings\.get\('([^']+)'\)/g)].map((match) => `statusCoach.${match[1]}`);
    for (const key of read)
      assert.ok(key in manifest.contributes.configuration.properties, `${key} is not contributed`);
  });

  it('commands: manifest, code and README', () => {
    const contributed: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const code = modules.map((file) => readFileSync(file, 'utf8')).join('\n');
    const registered = [...code.matchAll(/'(statusCoach\.[a-zA-Z.]+)'/g)].map((match) => match[1] ?? '');
    for (const command of contributed) assert.ok(registered.includes(command), `${command} is not registered`);
    for (const { command, title, category } of manifest.contributes.commands) {
      assert.ok(readme.includes(`**${category}: ${title}**`), `README: ${command}`);
    }
  });

  it('settings: what opens a port is not for untrusted workspaces to choose', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const opening = Object.keys(manifest.contributes.configuration.properties).filter((key) => key.endsWith('port'));
    assert.notEqual(opening.length, 0);
    // VS Code looks at this list only where support is said to be limited.
    assert.deepEqual([supported, restrictedConfigurations], ['limited', opening]);
  });

  it('languages: activation events and the languages served', () => {
    assert.deepEqual(
      manifest.activationEvents,
      servedLanguages.map(({ id }) => `onLanguage:${id}`).sort(order(manifest.activationEvents)),
    );
  });

  it('snippets: every file is contributed for its languages, and README names prefixes and operations', () => {
    const contributed: { path: string; language: string }[] = manifest.contributes.snippets;
    const templates = templatesOf(frameworks);
    const expected = templates.flatMap(({ id, language }) => {
      if (language === 'python') return [`./dist/snippets/${id}.json python`];
      const typed = ['typescript', 'typescriptreact'].map((name) => `./dist/snippets/${id}.json ${name}`);
      const plain = ['javascript', 'javascriptreact'].map((name) => `./dist/snippets/${id}.javascript.json ${name}`);
      return contributions().has(`${id}.javascript.json`) ? [...typed, ...plain] : typed;
    });
    assert.deepEqual(contributed.map(({ path, language }) => `${path} ${language}`).sort(), expected.sort());
    const files = sources.filter((file) => /\/snippets[^/]*\.txt$/.test(file));
    assert.equal(templates.length, files.length, 'a file of snippets is not listed in src/frameworks/snippets.ts');
    for (const { prefix, sections } of templates) {
      assert.ok(readme.includes(`\`${prefix}-\``), `README: ${prefix}-`);
      for (const { operation } of sections)
        assert.ok(readme.includes(`\`${operation.replace(/^test-/, '')}\``), `README: ${operation}`);
    }
  });
});

/** May a file import the types of core/syntax: it hands grammar files on, and never sees a node. */
function typesOnly(file: string): boolean {
  const line = /^import (type )?\{([^}]*)\} from '[^']*core\/syntax'/m.exec(readFileSync(file, 'utf8'));
  return line?.[1] !== undefined && (line[2] ?? '').trim() === 'GrammarFiles';
}

function order(events: readonly string[]) {
  return (a: string, b: string) => events.indexOf(a) - events.indexOf(b);
}
