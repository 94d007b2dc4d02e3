/** Where the page about a rule is on the web. */

/** The folder of `docs/rules` in the repository that package.json names. */
const folder = 'https://github.com/http-status-coach/http-status-coach/blob/main/docs/rules';

export function rulePage(rule: string): string {
  return `${folder}/${rule}.md`;
}
