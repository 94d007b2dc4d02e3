/** Where the examples of frameworks lie that route by files: in the places that make them routes. */

export const addresses: Readonly<Record<string, string>> = {
  'next/example.ts': 'file:///shop/src/app/api/(shop)/items/route.ts',
  'next/example.exports.ts': 'file:///shop/src/app/api/(shop)/items/route.ts',
  'next-pages/example.ts': 'file:///shop/src/pages/api/items/index.ts',
  'next-pages/example.guard.js': 'file:///shop/pages/api/guard.js',
  'next-pages/example.rest.js': 'file:///shop/pages/api/rest.js',
};
