/** The icons of the panel: a font and a style sheet with those of VS Code's icons that its page can show. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Blob, Face } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { Failure } from './failure.mjs';

/** What gives an icon its sign in the style sheet. */
const rule = /^\.codicon-([\w-]+):before \{ content: "\\([\da-f]+)" \}\n?/gm;

/** Where a program may name an icon: as a whole string, or as the class that shows it. */
const named = /(?<=["'`]|codicon-)[a-z\d]+(?:-[a-z\d]+)*(?=["'`\s])/g;

/**
 * Writes the font and the style sheet with every icon that a program may name.
 * @param {string} source the folder that has the font and the style sheet with all icons
 * @param {string} target
 * @param {string} program the text of it
 */
export async function writeIcons(source, target, program) {
  const names = new Set(program.match(named));
  const styles = await readFile(join(source, 'codicon.css'), 'utf8');
  /** @type {string[]} */
  const signs = [];
  const kept = styles.replace(rule, (line, name, code) => {
    if (!names.has(name)) return '';
    signs.push(String.fromCodePoint(Number.parseInt(code, 16)));
    return line;
  });
  if (signs.length === 0)
    throw new Failure('The page shows no icon, or the style sheet of icons is written in another way.');
  const font = await subsetFont(await readFile(join(source, 'codicon.ttf')), signs.join(''), {
    targetFormat: 'truetype',
  });
  const drawn = new Set(new Face(new Blob(font)).collectUnicodes());
  const missing = signs.filter((sign) => !drawn.has(sign.codePointAt(0) ?? 0));
  if (missing.length > 0) throw new Failure(`The font of icons lacks ${missing.length} of ${signs.length} signs.`);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'codicon.css'), kept);
  await writeFile(join(target, 'codicon.ttf'), font);
}
