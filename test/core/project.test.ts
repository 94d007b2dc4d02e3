/** What manifests and lock files say of versions: the forms that people and tools write, and that nothing is guessed. */

import assert from 'node:assert/strict';
import type { Language } from '../../src/core/model';
import { hasVersion } from '../../src/core/project/facts';
import { isManifest, manifestGlob, readProject } from '../../src/core/project/project';
import { compareVersions, isAtLeast, lowestAllowed } from '../../src/core/project/versions';

/** Package to lowest version, as read from the files of one folder. */
function facts(files: Readonly<Record<string, string>>, language: Language = 'python'): Record<string, string | null> {
  const manifests = Object.entries(files).map(([name, text]) => ({ name, text }));
  const { versions } = readProject(manifests, language);
  return Object.fromEntries(Object.entries(versions).map(([name, { lowest }]) => [name, lowest]));
}

describe('versions', () => {
  it('are ordered as PyPI and npm order them', () => {
    const ascending = ['0.9', '0.10.0rc1', '0.10', '0.10.1', '0.48.0', '1.0.0-beta.2', '1.0.0', '1.0.post1', '1!2.0'];
    for (const [index, version] of ascending.entries()) {
      for (const later of ascending.slice(index)) assert.ok(isAtLeast(later, version), `${later} >= ${version}`);
    }
    assert.equal(compareVersions('1.0', '1.0.0'), 0);
    assert.equal(isAtLeast('1.0rc1', '1.0'), false);
    assert.equal(isAtLeast('latest', '0.1'), false);
  });

  it('have the lowest that a requirement allows', () => {
    const cases: readonly (readonly [string, string | null])[] = [
      ['', null],
      ['*', null],
      ['<1.0', null],
      ['!=0.47', null],
      ['==0.48.0', '0.48.0'],
      ['===0.48.0', '0.48.0'],
      ['==0.48.*', '0.48'],
      ['~=0.48', '0.48'],
      ['>=0.40,<0.50', '0.40'],
      ['<0.50, >= 0.40', '0.40'],
      ['>0.40', '0.40'],
      ['>=0.40,>=0.9', '0.40'],
      ['^0.48', '0.48'],
      ['~0.48.1', '0.48.1'],
      ['0.48.0', '0.48.0'],
      ['^2.0 || ^1.5', '1.5'],
      ['^2.0 || *', null],
    ];
    for (const [clauses, lowest] of cases) assert.equal(lowestAllowed(clauses), lowest, clauses);
  });
});

describe('a Python project', () => {
  it('requirements.txt', () => {
    assert.deepEqual(
      facts({
        'requirements.txt': `# pinned by hand
-r base.txt
--index-url https://example.org/simple
fastapi[standard]==0.118.0  # the web
Starlette >= 0.48.0, <1 ; python_version >= "3.9"
Flask_RESTful
my.pkg @ https://example.org/my.whl
uvicorn==0.37.0 \\
    --hash=sha256:abc \\
    --hash=sha256:def
-e .
`,
      }),
      {
        fastapi: '0.118.0',
        'flask-restful': null,
        'my-pkg': null,
        starlette: '0.48.0',
        uvicorn: '0.37.0',
      },
    );
  });

  it('pyproject.toml in the standard form, with groups and uv', () => {
    assert.deepEqual(
      facts({
        'pyproject.toml': `[project]
name = "shop"
requires-python = ">=3.11"
dependencies = [
  "fastapi>=0.115", # the web
  'starlette',
]
[project.optional-dependencies]
web = ["uvicorn~=0.30"]
[dependency-groups]
dev = ["httpx>=0.27", { include-group = "test" }]
[tool.uv]
dev-dependencies = ["pytest>=8"]
`,
      }),
      { fastapi: '0.115', httpx: '0.27', pytest: '8', python: '3.11', starlette: null, uvicorn: '0.30' },
    );
  });

  it("pyproject.toml in Poetry's form", () => {
    assert.deepEqual(
      facts({
        'pyproject.toml': `[tool.poetry.dependencies]
python = "^3.13"
fastapi = { version = "^0.118", extras = ["standard"] }
starlette = "0.48.0"
local = { path = "../local" }
[tool.poetry.group.dev.dependencies]
httpx = "*"
`,
      }),
      { fastapi: '0.118', httpx: null, local: null, python: '3.13', starlette: '0.48.0' },
    );
  });

  it('setup.cfg', () => {
    const text =
      '[options]\npython_requires = >=3.8\ninstall_requires =\n    starlette>=0.48\n    httpx\nzip_safe = false\n';
    assert.deepEqual(facts({ 'setup.cfg': text }), { httpx: null, python: '3.8', starlette: '0.48' });
  });

  it('a lock file decides', () => {
    const manifest = { 'pyproject.toml': '[project]\ndependencies = ["starlette>=0.40"]\n' };
    const uv = 'version = 1\n\n[[package]]\nname = "starlette"\nversion = "0.50.0"\nsource = { registry = "x" }\n';
    const poetry = '[[package]]\r\nname = "Starlette"\r\nversion = "0.49.1"\r\n';
    const pipfile = JSON.stringify({ _meta: {}, default: { starlette: { version: '==0.48.0' } }, develop: {} });
    assert.deepEqual(facts(manifest), { starlette: '0.40' });
    assert.deepEqual(facts({ ...manifest, 'uv.lock': uv }), { starlette: '0.50.0' });
    assert.deepEqual(facts({ ...manifest, 'poetry.lock': poetry }), { starlette: '0.49.1' });
    assert.deepEqual(facts({ ...manifest, 'Pipfile.lock': pipfile }), { starlette: '0.48.0' });
    const forked = `${uv}\n[[package]]\nname = "starlette"\nversion = "0.46.0"\n`;
    assert.deepEqual(facts({ ...manifest, 'uv.lock': forked }), { starlette: '0.46.0' });
  });

  it('files that disagree count with the lowest, and one that is broken says nothing', () => {
    const files = {
      'requirements.txt': 'starlette==0.50\nhttpx',
      'requirements-dev.txt': 'starlette>=0.45\nhttpx>=0.2',
    };
    assert.deepEqual(facts(files), { httpx: '0.2', starlette: '0.45' });
    assert.deepEqual(facts({ 'pyproject.toml': '[project\n', 'Pipfile.lock': '{', 'requirements.txt': 'a==1' }), {
      a: '1',
    });
  });
});

describe('a JavaScript project', () => {
  const manifest = {
    'package.json': JSON.stringify({
      dependencies: { express: '^5.1.0', 'http-status-codes': '>=1.4 <3', '@nestjs/common': 'workspace:*' },
      devDependencies: { typescript: 'latest', hono: '4.x || ^3.2' },
    }),
  };
  const stated = {
    '@nestjs/common': null,
    express: '5.1.0',
    hono: '3.2.0',
    'http-status-codes': '1.4.0',
    typescript: null,
  };

  it('package.json', () => assert.deepEqual(facts(manifest, 'ecmascript'), stated));

  const locks: Readonly<Record<string, string>> = {
    'package-lock.json': JSON.stringify(
      {
        packages: {
          '': { name: 'shop' },
          'node_modules/@nestjs/common': { version: '11.2.10' },
          'node_modules/http-status-codes': { version: '2.3.0', license: 'MIT' },
          'node_modules/brought-along': { version: '1.0.0' },
        },
      },
      null,
      2,
    ),
    'yarn.lock':
      '"@nestjs/common@npm:^11.0.0":\n  version: 11.2.10\n  resolution: x\n\nhttp-status-codes@^2.1.0, http-status-codes@^2.3.0:\n  version "2.3.0"\n',
    'pnpm-lock.yaml':
      "importers:\n\n  .:\n    dependencies:\n      '@nestjs/common':\n        specifier: workspace:*\n        version: 11.2.10(rxjs@7.8.1)\n      http-status-codes:\n        specifier: ^2.1.0\n        version: 2.3.0\n",
  };
  for (const [name, text] of Object.entries(locks)) {
    it(`${name} decides on what package.json names`, () => {
      assert.deepEqual(facts({ ...manifest, [name]: text }, 'ecmascript'), {
        ...stated,
        '@nestjs/common': '11.2.10',
        'http-status-codes': '2.3.0',
      });
    });
  }
});

describe('project facts', () => {
  it('are only claimed where they are known', () => {
    const project = readProject([{ name: 'requirements.txt', text: 'starlette\nhttpx==1.0' }], 'python');
    assert.equal(hasVersion(project, 'httpx', '1.0'), true);
    assert.equal(hasVersion(project, 'httpx', '1.1'), false);
    assert.equal(hasVersion(project, 'starlette', '0.1'), false);
    assert.equal(hasVersion(project, 'toString', '0.1'), false);
    assert.equal(hasVersion(null, 'httpx', '0.1'), false);
  });

  it('the glob for watchers names every kind of manifest', () => {
    const names = /\{(.*)\}/.exec(manifestGlob)?.[1]?.split(',') ?? [];
    for (const name of names) {
      const file = name.replace('*', '-dev');
      assert.ok(isManifest(file, 'python') !== isManifest(file, 'ecmascript'), file);
    }
    assert.equal(names.length, 10);
    assert.equal(isManifest('notes.txt', 'python'), false);
  });
});
