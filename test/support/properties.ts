/** One seed for all property-based tests, so that `npm test` says the same twice; `npm run fuzz` draws new cases. */

import fc from 'fast-check';

/** Cases a property that `npm run fuzz` asks for; 0 in an ordinary run. */
export const fuzzRuns = Number(process.env.STATUS_COACH_FUZZ_RUNS ?? 0);

if (fuzzRuns === 0) fc.configureGlobal({ seed: 20261121 });
