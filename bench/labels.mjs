/** Reads the labels: what a reader found in real code, and what FastAPI says about its own examples. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../scripts/failure.mjs';

/** @typedef {'python' | 'typescript'} Corpus */

/**
 * @typedef {object} FileLabel a file that was read as a whole
 * @property {string} repo as `owner/name`
 * @property {string} commit
 * @property {string} path
 * @property {string} stratum why it is in the sample; `trap` and `adversarial` files hold numbers that look like statuses
 */

/**
 * @typedef {object} UseLabel an integer or constant that may be a status; lines from 1, columns from 0 in UTF-16 units
 * @property {string} repo
 * @property {string} path
 * @property {number} line
 * @property {number} col
 * @property {number} [endLine] Python only
 * @property {number} [endCol] Python only
 * @property {string} text
 * @property {number | null} code
 * @property {boolean} isStatus
 * @property {string} context
 * @property {string} stratum
 * @property {boolean} [doubt] Python only; such a row counts for nothing
 */

/**
 * @typedef {object} RouteLabel
 * @property {string} repo
 * @property {string} path
 * @property {string} [commit]
 * @property {number} line
 * @property {number} [defLine] Python only: where the handler stands under its decorators
 * @property {number} [startLine] TypeScript only
 * @property {number} [endLine] TypeScript only
 * @property {readonly { path: string, line: number, endLine: number }[]} [alt] TypeScript only: where it is registered
 * @property {string} method
 * @property {string} framework
 * @property {number | null} effectiveStatus
 * @property {201 | 204 | null} suggest
 * @property {readonly number[]} [acceptable] Python only
 * @property {number | null} [arguable] TypeScript only
 */

/**
 * @typedef {object} OperationLabel a path operation in the OpenAPI document of an app that was run
 * @property {string} repo
 * @property {string} commit
 * @property {string} fastapiVersion
 * @property {string} path
 * @property {string} method
 * @property {string} routePath
 * @property {readonly number[]} successStatuses
 * @property {string | null} handlerPath where the handler is defined
 */

/**
 * @typedef {object} Labels
 * @property {readonly FileLabel[]} files
 * @property {readonly UseLabel[]} uses
 * @property {readonly RouteLabel[]} routes
 */

/**
 * @param {string} folder
 * @param {Corpus} corpus
 * @returns {Promise<Labels>}
 */
export async function readLabels(folder, corpus) {
  const uses = corpus === 'python' ? 'labels-a-status-uses.jsonl' : 'labels-a-status.jsonl';
  return {
    files: await readRows(join(folder, corpus, 'files.jsonl')),
    uses: await readRows(join(folder, corpus, uses)),
    routes: await readRows(join(folder, corpus, 'labels-b-routes.jsonl')),
  };
}

/**
 * @param {string} folder
 * @returns {Promise<readonly OperationLabel[]>}
 */
export function readOperationLabels(folder) {
  return readRows(join(folder, 'python', 'labels-c-docs-openapi.jsonl'));
}

/**
 * @template Row
 * @param {string} file one JSON object a line
 * @returns {Promise<Row[]>}
 */
async function readRows(file) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(
      `The labels ${file} cannot be read: name the folder that holds them with --labels DIR or STATUS_COACH_LABELS.`,
    );
  });
  const rows = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      throw new Failure(`The labels ${file} are damaged: line ${index + 1} is not JSON.`);
    }
  });
  if (rows.length === 0) throw new Failure(`The labels ${file} are empty.`);
  return rows;
}

/**
 * The name of a file among all repositories.
 * @param {{ repo: string, path: string }} file
 */
export function keyOf({ repo, path }) {
  return `${repo}:${path}`;
}
