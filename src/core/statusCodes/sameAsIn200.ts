/** The headers that 206 and 304 MUST repeat if a 200 to the same request would carry them (RFC 9110 §15.3.7, §15.4.5). */

import type { HeaderDuty } from '../model';
import { must } from './entry';

export const sameAsIn200: readonly HeaderDuty[] = [
  'Cache-Control',
  'Content-Location',
  'Date',
  'ETag',
  'Expires',
  'Vary',
].map((name) => must(name, 'if the 200 would carry it'));
