/** What is generated: a page for each rule, their index, their settings, and the tables in the README. Pure. */

import { applyEdits } from '../src/core/edits';
import type { Project, Reference, Severity } from '../src/core/model';
import type { Rule, RuleTheme } from '../src/core/rule';
import { rulePage } from '../src/core/rules/pages';
import type { Service } from '../src/core/service';
import { statusCode } from '../src/core/statusCodes';
import { rfc } from '../src/core/statusCodes/entry';
import { resolved } from './manifest';
import { type AboutFramework, between, withTables } from './readmeTables';

const folder = 'docs/rules';

/** In the order of the index. */
const themes: Readonly<Record<RuleTheme | 'other', string>> = {
  method: 'The code fits the method',
  content: 'The code fits the content',
  headers: 'The code comes with its headers',
  errors: 'Errors say what went wrong',
  names: 'Codes that exist, names that stay',
  framework: 'What frameworks do not forgive',
  other: 'Other rules',
};

/** How each value of a rule's setting shows in the editor. */
const looks: Readonly<Record<Severity | 'off', string>> = {
  off: 'Nothing is marked.',
  hint: 'Three dots under the code, and no entry among the problems.',
  information: 'Underlined, and listed among the problems as information.',
  warning: 'Underlined, and listed among the problems as a warning.',
  error: 'Underlined, and listed among the problems as an error.',
};

const meanings: Readonly<Record<Severity, string>> = {
  error: 'It crashes, hangs, or sends something else than the code says.',
  warning: 'It breaks a MUST of the specification, contradicts itself, or uses a name that is going away.',
  information: 'It departs from a recommendation, and clients may notice.',
  hint: 'A recommendation or a convention: three dots under the code, and no entry among the problems.',
};

/**
 * Every generated file by its path in the project, with forward slashes.
 * @param manifest the text of package.json as it is
 * @param texts the text of package.nls.json as it is
 * @param readme the text of README.md as it is
 * @param frameworks what the README says of each, in its order
 */
export async function generatedFiles(
  rules: readonly Rule[],
  service: Service,
  manifest: string,
  texts: string,
  readme: string,
  frameworks: readonly AboutFramework[],
): Promise<ReadonlyMap<string, string>> {
  const pages = await Promise.all(
    rules.map(async (rule) => [`${folder}/${rule.id}.md`, await page(rule, service)] as const),
  );
  const settings = withSettings(manifest, rules);
  const words = withSettingTexts(texts, rules);
  const shown = resolved(settings, words);
  return new Map([
    ...pages,
    [`${folder}/README.md`, index(rules)],
    ['package.json', settings],
    ['package.nls.json', words],
    ['README.md', withTables(between(readme, 'rules', table(rules, `${folder}/`)), shown, frameworks)],
  ]);
}

// ---------------------------------------------------------------------------------------------------------------------
// Pages

async function page(rule: Rule, service: Service): Promise<string> {
  const { id, summary, why, severity, example } = rule;
  const code = (text: string) => `\`\`\`${example.languageId}\n${text.trimEnd()}\n\`\`\``;
  const { fix, after, suggest } = await mended(rule, service);
  const comment = example.languageId === 'python' ? '#' : '//';
  const better =
    after === null || after === example.before
      ? ['There is no fix: what is right here is for you to say.']
      : [fix === null ? 'Better:' : `After the fix *${fix}*:`, code(after)];
  return `${[
    notice,
    `# ${id}`,
    summary,
    rule.offByDefault
      ? `By default: **off**. Most code does without what it asks for; switch it on in the settings.`
      : `By default: **${severity}**. ${meanings[severity]}`,
    '## Why',
    linked(why),
    '## Example',
    ...standing(example.project),
    code(example.before),
    ...better,
    '## Silence it, or make it louder',
    'In one place, with a comment above the line or at its end:',
    code(`${comment} status-coach: ignore ${id}`),
    'In one file, with a comment near its top:',
    code(`${comment} status-coach: ignore-file ${id}`),
    'Everywhere, in the settings of VS Code; `hint`, `information`, `warning` and `error` set how loud it is:',
    `\`\`\`json\n"${settingOf(rule)}": "off"\n\`\`\``,
    '## Read on',
    links(rule, suggest).join('\n'),
  ].join('\n\n')}\n`;
}

/** Where an example stands, if that decides. */
function standing(project: Project | undefined): string[] {
  const facts = Object.entries(project?.versions ?? {}).map(([name, { lowest }]) => `${name} ${lowest} or later`);
  return facts.length === 0 ? [] : [`In a project that is known to run on ${facts.join(' and ')}:`];
}

const notice = '<!-- Made by `npm run docs` from the rule itself. -->';

/** What the engine makes of a rule's example. Throws where it finds nothing there, since the page would not be true. */
async function mended({ id, example }: Rule, service: Service) {
  const { languageId, before, project = null } = example;
  const surroundings = { project, habit: null };
  const source = { uri: `docs:${id}`, languageId, version: 0, text: before, surroundings };
  const asked = (rule: Rule) => (rule.id === id && rule.offByDefault ? rule.severity : null);
  const all = await service.glance(source, asked);
  const [finding] = all.filter(({ rule }) => rule === id);
  if (!finding) throw new Error(`The example of ${id} has no finding.`);
  const fix = finding.fixes.find(({ preferred }) => preferred) ?? finding.fixes[0];
  const after = fix ? applyEdits(before, fix.edits) : example.after;
  return { fix: fix?.title ?? null, after, suggest: finding.suggest };
}

const cited = /RFC (\d+) §(\d+(?:\.\d+)*)/g;

/** The citations of RFCs in a text, in its order. */
function citations(text: string): Reference[] {
  return [...text.matchAll(cited)].map(([, number, section = '']) => rfc(Number(number), section));
}

/** Text with every citation of an RFC as a link. */
function linked(text: string): string {
  return text.replaceAll(cited, (_, number, section) => link(rfc(Number(number), section)));
}

function links(rule: Rule, suggest: number | null): string[] {
  const status = suggest === null ? undefined : statusCode(suggest);
  const references: Reference[] = [...citations(rule.why), ...(rule.references ?? [])];
  if (status?.reference)
    references.push({ ...status.reference, label: `${status.code} ${status.phrase}, ${status.reference.label}` });
  if (status?.mdn) references.push({ label: `${status.code} ${status.phrase} on MDN`, url: status.mdn });
  const byUrl = new Map(references.map((reference) => [reference.url, reference]));
  return [...[...byUrl.values()].map((reference) => `- ${link(reference)}`), '- [All rules](README.md)'];
}

function link({ label, url }: Reference): string {
  return `[${label}](${url})`;
}

function index(rules: readonly Rule[]): string {
  const sections = Object.entries(themes).flatMap(([theme, title]) => {
    const about = rules.filter((rule) => (rule.theme ?? 'other') === theme);
    return about.length === 0 ? [] : [`## ${title}`, table(about, '')];
  });
  const severities = Object.entries(meanings).map(([severity, meaning]) => `| ${severity} | ${meaning} |`);
  return `${[
    notice,
    '# Rules',
    'What HTTP Status Coach asks of a route, and why. Each page shows an example, its fix, and how to silence the rule.',
    ...sections,
    '## What the defaults mean',
    ['| Severity | What it stands for |', '| --- | --- |', ...severities].join('\n'),
  ].join('\n\n')}\n`;
}

function table(rules: readonly Rule[], base: string): string {
  const rows = rules.map((rule) => {
    const { id, summary } = rule;
    return `| [\`${id}\`](${base}${id}.md) | ${summary} | ${defaultOf(rule)} |`;
  });
  return ['| Rule | What it asks for | Default |', '| --- | --- | --- |', ...rows].join('\n');
}

// ---------------------------------------------------------------------------------------------------------------------
// Parts of other files

function defaultOf({ severity, offByDefault }: Rule): Severity | 'off' {
  return offByDefault ? 'off' : severity;
}

function settingOf({ id }: Rule): string {
  return `statusCoach.rules.${id}`;
}

/** package.json with a setting for each rule, behind the settings that are about something else. */
function withSettings(text: string, rules: readonly Rule[]): string {
  const manifest = JSON.parse(text);
  const { configuration } = manifest.contributes;
  const others = Object.entries(configuration.properties).filter(([key]) => !key.startsWith('statusCoach.rules.'));
  const own = rules.map((rule) => [
    settingOf(rule),
    {
      type: 'string',
      enum: Object.keys(looks),
      enumDescriptions: Object.keys(looks).map((look) => `%severity.${look}%`),
      default: defaultOf(rule),
      scope: 'resource',
      markdownDescription: `%rule.${rule.id}%`,
    },
  ]);
  configuration.properties = Object.fromEntries([...others, ...own]);
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** package.nls.json with what the settings of rules say, behind all other texts. */
function withSettingTexts(text: string, rules: readonly Rule[]): string {
  const others = Object.entries<string>(JSON.parse(text)).filter(([key]) => !/^(?:severity|rule)\./.test(key));
  const own = [
    ...Object.entries(looks).map(([look, meaning]) => [`severity.${look}`, meaning]),
    ...rules.map(({ id, summary }) => [
      `rule.${id}`,
      `${summary} [Why, and how to silence it in one place](${rulePage(id)}).`,
    ]),
  ];
  return `${JSON.stringify(Object.fromEntries([...others, ...own]), null, 2)}\n`;
}
