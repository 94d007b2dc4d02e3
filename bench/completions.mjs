/** Times completions in a file of 1,000 lines against a scan of that file; `node bench/completions.mjs` runs it alone. */

import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runScript } from '../scripts/processes.mjs';
import { buildEngine, loadEngine, serviceOf } from './engine.mjs';
import { milliseconds, percentile } from './measure.mjs';
import { heading, printBars, printTable, ratio, ratioBar } from './print.mjs';

const lines = 1000;
const spots = 40;
const warming = 60;

/** What is typed in a handler, key by key: it is asked for codes after each key, as the editor asks while its list is open. */
const typed = {
  python: 'raise HTTPException(status_code=404)',
  typescript: 'if (!item) return res.status(404).end();',
};

const units = {
  python: [
    '@app.post("/items", status_code=201)',
    'def create_item(item: Item, db: Session = Depends(get_db)):',
    '    if db.get(Item, item.id):',
    '        raise HTTPException(status_code=409, detail="This item exists.")',
    '    db.add(item)',
    '    db.commit()',
    '    return {"id": item.id, "name": item.name, "tags": [tag.name for tag in item.tags]}',
    '',
    '',
    '@app.delete("/items/{item_id}", status_code=204)',
    'def delete_item(item_id: int, db: Session = Depends(get_db)) -> None:',
    '    item = db.get(Item, item_id)',
    '    if item is None:',
    '        raise HTTPException(status_code=404)',
    '    db.delete(item)',
    '',
    '',
    'def total(items: list[Item], limit: int = 500) -> int:',
    '    return sum(item.price * item.count for item in items if item.price < limit)',
    '',
  ],
  typescript: [
    "app.post('/items', async (req, res) => {",
    '  const item = await Item.create({ ...req.body, limit: 500 });',
    '  if (!item) {',
    "    return res.status(409).json({ error: 'This item exists.' });",
    '  }',
    '  res.status(201).json({ id: item.id, name: item.name, tags: item.tags.map((tag) => tag.name) });',
    '});',
    '',
    "app.delete('/items/:id', async (req, res) => {",
    '  const item = await Item.findByPk(req.params.id);',
    '  if (!item) {',
    '    return res.status(404).end();',
    '  }',
    '  await item.destroy();',
    '  res.status(204).end();',
    '});',
    '',
    'function total(items: Item[], limit = 500): number {',
    '  return items.reduce((sum, item) => sum + item.price * item.count, 0);',
    '}',
  ],
};
const heads = {
  python: 'from fastapi import Depends, FastAPI, HTTPException\n\napp = FastAPI()\n\n',
  typescript: "import express from 'express';\n\nconst app = express();\n\n",
};

/**
 * @param {string} build
 * @returns {Promise<import('./print.mjs').Bar[]>}
 */
export async function measureCompletions(build) {
  const engine = await loadEngine(build);
  heading(`Completions in a file of ${lines} lines`);
  const bars = [];
  for (const language of /** @type {const} */ (['python', 'typescript'])) {
    const service = serviceOf(engine);
    const unit = units[language];
    const text = `${heads[language]}${Array.from({ length: lines / unit.length }, () => unit.join('\n')).join('\n')}\n`;
    const ends = [...text.matchAll(language === 'python' ? /db\.commit\(\)(?=\n)/g : /destroy\(\);(?=\n)/g)];
    /** @type {number[]} */
    const asked = [];
    /** @type {number[]} */
    const offers = [];
    /** @type {number[]} */
    const scans = [];
    let version = 0;
    const source = (/** @type {string} */ edited) => ({
      uri: 'typed',
      languageId: language,
      version: version++,
      text: edited,
    });

    /**
     * @param {string} edited
     * @param {number} offset
     * @returns {Promise<[time: number, found: unknown]>}
     */
    const ask = async (edited, offset) => {
      const begin = performance.now();
      const found = await service.completions(source(edited), offset);
      return [performance.now() - begin, found];
    };

    for (let spot = 0; spot < spots; spot++) {
      const end = ends[Math.floor(((spot + 0.5) * ends.length) / spots)];
      const at = (end?.index ?? 0) + (end?.[0].length ?? 0);
      const start = `\n${language === 'python' ? '    ' : '  '}`;
      await service.scan(source(text));
      for (let length = 1; length <= typed[language].length; length++) {
        const added = start + typed[language].slice(0, length);
        const edited = text.slice(0, at) + added + text.slice(at);
        // The faster of two, so that what else the machine does counts less: nothing is kept from the first.
        const [[one, found], [other]] = [await ask(edited, at + added.length), await ask(edited, at + added.length)];
        const time = Math.min(one, other);
        if (spot * typed[language].length + length > warming) {
          asked.push(time);
          if (found) offers.push(time);
        }
      }
      // A scan of the whole, as a version that nobody has seen: the parse starts from the tree before, the rest does not.
      const begin = performance.now();
      await service.scan(source(`${text}\n`));
      if (spot >= 6) scans.push(performance.now() - begin);
    }
    service.dispose();
    const row = (/** @type {string} */ name, /** @type {readonly number[]} */ values) => [
      name,
      String(values.length),
      milliseconds(percentile(values, 0.5)),
      milliseconds(percentile(values, 0.95)),
    ];
    const times = percentile(offers, 0.95) / percentile(scans, 0.5);
    printTable(
      [language, 'times', 'p50', 'p95'],
      [
        row('keys, codes offered or not', asked),
        row('keys after which codes are offered', offers),
        row('scan of the whole file', scans),
        ['ratio of offers to scan', '', ratio(percentile(offers, 0.5) / percentile(scans, 0.5)), ratio(times)],
      ],
    );
    const slowest = percentile(offers, 0.95);
    bars.push(
      { name: `completions in ${language}, p95 below 5 ms`, figure: milliseconds(slowest), holds: slowest < 5 },
      ratioBar(`completions in ${language} at p95, to the median scan of the file`, times, 0.5),
    );
  }
  return bars;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => printBars(await measureCompletions(await buildEngine())));
}
