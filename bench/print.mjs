/** Prints what was measured: headings, tables with aligned columns, and a line for every bar. */

import process from 'node:process';

/** @typedef {{ readonly name: string, readonly figure: string, readonly holds: boolean }} Bar a promise, and what was measured */

/** @param {string} line */
export function print(line = '') {
  process.stdout.write(`${line}\n`);
}

/** @param {string} title */
export function heading(title) {
  print(`\n${title}\n${'='.repeat(title.length)}`);
}

/**
 * A table whose first column is text and whose other columns are figures.
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} rows each as long as the head
 */
export function printTable(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  print();
  for (const row of cells) {
    const padded = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    print(padded.join('  ').trimEnd());
  }
}

/**
 * A share in percent; a dash where there is nothing to take a share of.
 * @param {number} part
 * @param {number} whole
 */
export function percent(part, whole) {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** @param {number} value */
export function ratio(value) {
  return value.toFixed(2);
}

/**
 * A bar on how many times its reference something may cost.
 * @param {string} name
 * @param {number} value
 * @param {number} bar
 * @returns {Bar}
 */
export function ratioBar(name, value, bar) {
  return { name: `${name}, at most ${ratio(bar)} times`, figure: ratio(value), holds: value <= bar };
}

/**
 * Prints every bar, and makes the process end with 1 when one does not hold.
 * @param {readonly Bar[]} bars
 */
export function printBars(bars) {
  heading('Bars');
  print();
  for (const { name, figure, holds } of bars) print(`${holds ? 'holds ' : 'MISSED'}  ${name}: ${figure}`);
  if (bars.some(({ holds }) => !holds)) process.exitCode = 1;
}
