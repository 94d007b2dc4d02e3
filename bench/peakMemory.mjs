/** Loaded into a measured process: writes its peak memory in KB to the file that STATUS_COACH_PEAK names when it ends. */

import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

const report = process.env.STATUS_COACH_PEAK;
// The figure is that of the whole process, whose threads run this too.
if (report && isMainThread) process.on('exit', () => writeFileSync(report, String(process.resourceUsage().maxRSS)));
