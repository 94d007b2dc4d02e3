/** The tables of the README that are made from elsewhere: settings from the manifest, frameworks from their folders. Pure. */

/** What the README says of a framework: `about.json` in its folder. Markdown, without line breaks and bars. */
export interface AboutFramework {
  readonly name: string;
  /** How routes are declared that are read. */
  readonly routes: string;
  /** Where statuses are read, and what is special about the framework's own. */
  readonly statuses: string;
}

/** A setting as package.json describes it. */
interface Setting {
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const rulePrefix = 'statusCoach.rules.';

/**
 * The README with its tables anew.
 * @param manifest the text of package.json, with the settings of all rules and the texts in their places
 * @throws where the README has no marks for a table
 */
export function withTables(readme: string, manifest: string, frameworks: readonly AboutFramework[]): string {
  const settings = between(readme, 'settings', settingsTable(JSON.parse(manifest)));
  return between(settings, 'frameworks', frameworksTable(frameworks));
}

/** A text with what stands between its two marks replaced. Throws where the marks are not there. */
export function between(text: string, name: string, content: string): string {
  const marks = new RegExp(`(<!-- ${name}, made by \`npm run docs\` -->\\n)[\\s\\S]*?(\\n<!-- end of ${name} -->)`);
  if (!marks.test(text)) throw new Error(`README.md has no marks around its table of ${name}.`);
  return text.replace(marks, (_, start, end) => `${start}\n${content}\n${end}`);
}

function settingsTable(manifest: {
  contributes: { configuration: { properties: Readonly<Record<string, Setting>> } };
}): string {
  const all = Object.entries(manifest.contributes.configuration.properties);
  const rows = all
    .filter(([key]) => !key.startsWith(rulePrefix))
    .map(([key, setting]) => {
      const value = JSON.stringify(setting.default).replaceAll('"', '');
      return `| \`${key}\` | \`${value}\` | ${cell([setting.markdownDescription, ...values(setting)].join(' '))} |`;
    });
  const rule = all.find(([key]) => key.startsWith(rulePrefix))?.[1];
  const last = rule
    ? [`| \`${rulePrefix}<rule>\` | see the rules | How to mark what a rule finds. ${values(rule).join(' ')} |`]
    : [];
  return ['| Setting | Default | What it does |', '| --- | --- | --- |', ...rows, ...last].join('\n');
}

/** What each value of a setting means, a sentence each. */
function values(setting: Setting): string[] {
  const meanings = setting.markdownEnumDescriptions ?? setting.enumDescriptions ?? [];
  return (setting.enum ?? []).map((value, at) => `\`${value}\`: ${lowerFirst(meanings[at] ?? '')}`);
}

/** The start of a sentence as its middle; codes and names in capitals stay. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

/** Text for a cell: a link to a setting, as VS Code has it, becomes its name. */
function cell(text: string): string {
  return text
    .replaceAll(/`#([\w.]+)#`/g, '`$1`')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

function frameworksTable(frameworks: readonly AboutFramework[]): string {
  const rows = frameworks.map(({ name, routes, statuses }) => `| ${name} | ${routes} | ${statuses} |`);
  return ['| Framework | Routes | Status codes |', '| --- | --- | --- |', ...rows].join('\n');
}
