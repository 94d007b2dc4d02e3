/** What `npm run fuzz` asks of the property-based tests; in an ordinary run one seed, so that `npm test` says the same twice. */

import fc from 'fast-check';

/** Cases a property that `npm run fuzz` asks for; 0 in an ordinary run. */
export const fuzzRuns = Number(process.env.STATUS_COACH_FUZZ_RUNS ?? 0);

/** A folder of real files to damage, and the cases for each; empty where there is none. */
export const realFiles = process.env.STATUS_COACH_FUZZ_FILES ?? '';
export const runsOfRealFile = Number(process.env.STATUS_COACH_FUZZ_FILE_RUNS ?? 0);

/** `npm run fuzz` also asks that no text takes longer than a person would notice, in milliseconds. */
export const longestReading = fuzzRuns > 0 ? 250 : Number.POSITIVE_INFINITY;

fc.configureGlobal({ seed: Number(process.env.STATUS_COACH_FUZZ_SEED ?? 20261121) });
