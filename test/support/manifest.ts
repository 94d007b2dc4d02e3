/** The manifest as tests read it: with the English texts that VS Code puts into it. */

import { readFileSync } from 'node:fs';
import { resolved } from '../../scripts/manifest';

export function readManifest() {
  return JSON.parse(resolved(readFileSync('package.json', 'utf8'), readFileSync('package.nls.json', 'utf8')));
}
