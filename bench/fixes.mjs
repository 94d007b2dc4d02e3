/** Tries fixes out on the text they were offered for, in memory. */

/** @typedef {import('../src/core/model.ts').Finding} Finding */
/** @typedef {import('../src/core/model.ts').Fix} Fix */
/** @typedef {import('../src/core/model.ts').Source} Source */
/** @typedef {import('./engine.mjs').Engine} Engine */

/**
 * @param {Engine} engine
 * @param {import('../src/core/service.ts').Service} service
 */
export function createTrial(engine, service) {
  const syntax = engine.createSyntax(engine.grammars);

  /** @param {Source} source */
  async function isSound({ uri, text }) {
    const served = engine.languageOfPath(uri);
    if (!served) return false;
    const parsed = await syntax.parse(served.grammar, text);
    const sound = !parsed.root.hasError;
    parsed.dispose();
    return sound;
  }

  /**
   * What is wrong with a fix; empty for a good one. A fix whose finding is gone cannot be applied a second time.
   * @param {Source} source
   * @param {readonly Finding[]} before the findings of the source
   * @param {Finding} finding
   * @param {Fix} fix
   * @returns {Promise<string[]>}
   */
  return async function tryFix(source, before, finding, fix) {
    const after = { ...source, version: source.version + 1, text: engine.applyEdits(source.text, fix.edits) };
    const left = await service.findings(after);
    const failures = [];
    const count = (/** @type {readonly Finding[]} */ all, /** @type {string} */ rule) =>
      all.filter((each) => each.rule === rule).length;
    if (count(left, finding.rule) >= count(before, finding.rule)) failures.push(`"${fix.title}" leaves its finding`);
    for (const rule of new Set(left.map((each) => each.rule))) {
      if (rule !== finding.rule && count(left, rule) > count(before, rule))
        failures.push(`"${fix.title}" brings ${rule}`);
    }
    if ((await isSound(source)) && !(await isSound(after))) failures.push(`"${fix.title}" breaks the syntax`);
    return failures;
  };
}
