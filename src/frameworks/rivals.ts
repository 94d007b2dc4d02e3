/** Libraries that are not read here and declare things in the same shapes as frameworks that are. */

export const unreadEcmascriptRivals: readonly string[] = [
  'msw',
  'nock',
  'restify',
  'elysia',
  'h3',
  'telegraf',
  'find-my-way',
];

export const unreadPythonRivals: readonly string[] = [
  'bottle',
  'falcon',
  'robyn',
  'blacksheep',
  'ninja',
  'responder',
  'cherrypy',
];
