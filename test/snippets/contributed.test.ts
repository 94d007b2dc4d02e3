/** What every contributed snippet keeps: names, tab-stops, the resource asked once; and that snippets are expanded as VS Code does. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippet syntax looks like a forgotten template string.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { contributedSnippets } from '../../src/core/snippets/contributed';
import { usedNames } from '../../src/core/snippets/statements';
import { frameworks } from '../../src/frameworks/registry';
import { expandSnippet, tabStopOrder } from './expandSnippet';
import { proofs } from './frameworks';
import { templateOf } from './programs';
import { operations, promisesOf } from './promises';

describe('expanding a snippet', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['plain', 'plain'],
    ['$1|${1}|${1:one}|$1', 'one|one|one|one'],
    ['${1:a ${2:b} c} $2', 'a b c b'],
    ['${1|first,second|} $1', 'first first'],
    ['${1|a\\,b,c|}', 'a,b'],
    ['\\${1} \\} {x} \\\\ \\n', '${1} } {x} \\ \\n'],
    ['${1:{a\\}}', '{a}'],
    ['${1:order_line} ${1/(.*)/${1:/pascalcase}/} ${1/(.*)/${1:/capitalize}/}', 'order_line OrderLine Order_line'],
    ['${1:orderLine}${1/(.*)/${1:/pascalcase}/}', 'orderLineOrderLine'],
    ['${1:a-b-c} ${1/-/_/g} ${1/(.)-(.)/$2${1:/upcase}/}', 'a-b-c a_b_c bA-c'],
    ['${1:${2:x}s.get()}$0', 'xs.get()'],
    ['${1:ax}${1/(x)$|(y)$/$1${1:+es}${2:+ies}/}', 'axaxes'],
  ];
  for (const [body, expected] of cases) it(body, () => assert.equal(expandSnippet(body), expected));

  it('takes another value wherever the tab-stop stands', () => {
    assert.equal(expandSnippet('${1:item}s $1 ${1/(.*)/${1:/pascalcase}/}', { 1: 'cup' }), 'cups cup Cup');
  });

  for (const broken of ['${1:a', '${TM_FILENAME}', '$name', '${1/(.*)/${1:/snakecase}/}', '${1|a', '${1/(.*/x}']) {
    it(`refuses ${broken}`, () => {
      assert.throws(() => expandSnippet(broken));
    });
  }
});

describe('prefixes of other packs', () => {
  const { packs } = JSON.parse(readFileSync('test/snippets/fixtures/otherPacks.json', 'utf8'));
  const others: readonly string[] = packs.flatMap(({ prefixes }: { prefixes: readonly string[] }) => prefixes);

  it('are known', () => {
    assert.equal(packs.length, 7);
    assert.ok(others.length > 390);
  });

  it('are none of ours, nor what ours begin with', () => {
    const ours = proofs.flatMap(({ id }) =>
      Object.values(contributedSnippets(templateOf(id), id)).map(({ prefix }) => prefix),
    );
    const offered = proofs
      .flatMap(({ id }) => templateOf(id).sections)
      .map(({ operation, isTest }) => (isTest ? operation : `route-${operation}`));
    assert.deepEqual(
      [...ours, ...offered].filter((prefix) => others.includes(prefix)),
      [],
    );
    const spaces = proofs.map(({ id }) => `${templateOf(id).prefix}-`);
    assert.equal(new Set(spaces).size, spaces.length);
    assert.deepEqual(
      others.filter((prefix) => [...spaces, 'route-', 'test-'].some((space) => prefix.startsWith(space))),
      [],
    );
  });
});

for (const { id, language } of proofs) {
  describe(`contributed snippets of ${id}`, () => {
    const template = templateOf(id);
    const name = frameworks.find((framework) => framework.id === template.framework)?.name ?? '';
    const handlers = template.sections.filter(({ isTest }) => !isTest).map(({ operation }) => operation);

    it('are a handler and a test for every operation', () => {
      const kinds = handlers.map((operation) => operation.replace(/^invalid\d+$/, 'invalid'));
      assert.deepEqual(kinds.sort(), [...operations].sort());
      const tests = template.sections.filter(({ isTest }) => isTest).map(({ operation }) => operation);
      assert.deepEqual(tests.sort(), handlers.map((operation) => `test-${operation}`).sort());
    });

    it('have names and prefixes of their own', () => {
      const snippets = contributedSnippets(template, name);
      assert.equal(Object.keys(snippets).length, template.sections.length);
      assert.equal(new Set(Object.values(snippets).map(({ prefix }) => prefix)).size, template.sections.length);
    });

    const { javascript } = template;
    if (javascript) {
      for (const [title, { body }] of Object.entries(contributedSnippets(javascript, name))) {
        it(`${title} is JavaScript where no types are wanted`, async () => {
          await transform(expandSnippet(body.join('\n')), { loader: 'js' });
        });
      }
    }

    for (const section of template.sections) {
      const [snippet] = Object.values(contributedSnippets(template, name, [section]));
      const body = snippet?.body.join('\n') ?? '';
      const { operation, description } = section;

      describe(`${template.prefix}-${operation}`, () => {
        it('says in its description which statuses it answers', () => {
          assert.ok(description.length <= 100 && !description.endsWith('.'), description);
          if (section.isTest) return;
          for (const { status } of promisesOf(operation)) {
            // That there is nothing by an unknown id goes without saying where the handler is about something else.
            if (status === 404 && !/(?:get|put|patch|delete)\d/.test(operation)) continue;
            if (operation === 'error' && status === 204) continue;
            assert.match(description, new RegExp(`\\b${status}\\b`));
          }
        });

        it('asks for the router first, then for the resource, then for the rest', () => {
          const order = tabStopOrder(body);
          assert.deepEqual(
            [...order].sort((a, b) => a - b),
            order.map((_, index) => index + 1),
          );
          const rest = order.filter((number) => number > 2);
          assert.deepEqual(
            rest,
            [...rest].sort((a, b) => a - b),
          );
        });

        it('asks for the resource once and writes it everywhere', () => {
          const resource = [1, 2].find((index) => body.includes(`\${${index}:item}`));
          assert.ok(resource, 'it asks for no resource');
          const renamed = expandSnippet(body, { [resource]: 'cup' });
          assert.doesNotMatch(renamed, /item/i);
          assert.equal(renamed.replaceAll('cup', 'item').replaceAll('Cup', 'Item'), expandSnippet(body));
        });

        it('takes nothing from its frame that files of people do not have', () => {
          const fixed = section.code.replace(/«[^»]*»/g, '0');
          const frame = section.isTest ? template.testFrame : template.frame;
          const { router } = template;
          const taken = frame.blocks.filter(({ declares }) =>
            declares.some((each) => usedNames(fixed, language).has(each)),
          );
          const known = (each: string) =>
            /item/i.test(each) || each === router || (section.isTest && each === 'client');
          assert.deepEqual(
            taken.filter(({ declares, hole }) => hole === null && !declares.some(known)).map(({ code }) => code),
            [],
          );
        });

        it('asks for the app or router once', () => {
          const { router } = template;
          if (router === null || !body.includes(`\${1:${router}}`)) return;
          assert.doesNotMatch(expandSnippet(body, { 1: 'other' }), new RegExp(`(?<![\\w.'"/])${router}\\b(?!=)`));
        });
      });
    }
  });
}
