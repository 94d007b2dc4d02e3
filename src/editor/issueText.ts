/** What a report of an issue says about the place it comes from: plain data in, an address with a filled form out. */

export interface IssueFacts {
  /** Of the extension. */
  readonly version: string;
  /** Name and version of the editor. */
  readonly editor: string;
  /** The system that the extension runs on. */
  readonly system: string;
  /** How the window is connected to another machine; null where it is not. */
  readonly remote: string | null;
  /** Our own settings that are not as they come. */
  readonly settings: readonly (readonly [key: string, value: unknown])[];
}

/** Longer addresses are cut off by browsers, systems and servers. */
const longest = 6_000;

/** The address of a new issue in a list of them, with a form that is filled as far as we can. */
export function issueAddress(issues: string, facts: IssueFacts): string {
  const form = new URL(`${issues}/new`);
  for (let { settings } = facts; ; settings = settings.slice(0, -1)) {
    form.searchParams.set('body', issueBody({ ...facts, settings }, facts.settings.length - settings.length));
    if (form.href.length <= longest || settings.length === 0) return form.href;
  }
}

function issueBody({ version, editor, system, remote, settings }: IssueFacts, left: number): string {
  const set = settings.map(([key, value]) => `- \`${key}\`: \`${JSON.stringify(value)}\``);
  return [
    '**What happened, and what did you expect?**\n\n',
    '**A few lines of code that show it**\n\n```\n\n```\n',
    `- HTTP Status Coach ${version}`,
    `- ${editor}`,
    `- ${system}${remote === null ? '' : `, connected by ${remote}`}`,
    '',
    settings.length === 0 && left === 0 ? 'All settings are as they come.' : 'Settings that differ:',
    ...set,
    ...(left > 0 ? [`- and ${left} more`] : []),
  ].join('\n');
}
