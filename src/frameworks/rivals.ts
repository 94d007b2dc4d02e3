/** Libraries that are not read here and declare things in the same shapes as frameworks that are. */

export const unreadRivals: readonly string[] = [
  'msw',
  'nock',
  'restify',
  'polka',
  'elysia',
  'h3',
  'telegraf',
  'find-my-way',
];
