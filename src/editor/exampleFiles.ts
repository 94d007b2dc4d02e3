/** What is in the folder of examples: each of its files, and those that are shown one at a time. */

/** Paths in `examples/`. They are listed because an extension in a browser cannot list its own folders. */
export const exampleFiles = [
  'express-shop/README.md',
  'express-shop/package.json',
  'express-shop/src/app.ts',
  'express-shop/src/routes/orders.ts',
  'express-shop/src/server.ts',
  'express-shop/src/store.ts',
  'express-shop/tsconfig.json',
  'fastapi-shop/README.md',
  'fastapi-shop/main.py',
  'fastapi-shop/models.py',
  'fastapi-shop/requirements.txt',
  'fastapi-shop/routers/__init__.py',
  'fastapi-shop/routers/orders.py',
  'fastapi-shop/store.py',
  'mistakes/README.md',
  'mistakes/main.py',
  'mistakes/server.ts',
] as const;

export interface Example {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly languageId: string;
  readonly file: (typeof exampleFiles)[number];
  /** Text that the cursor is put before: a route that the light bulb mends. */
  readonly start: string;
}

export const examples: readonly Example[] = [
  {
    id: 'python',
    label: 'FastAPI: orders of a shop',
    detail: 'Good routes, and three whose status code could be better.',
    languageId: 'python',
    file: 'fastapi-shop/routers/orders.py',
    start: 'router.post("")',
  },
  {
    id: 'typescript',
    label: 'Express: orders of a shop',
    detail: 'The same shop in TypeScript.',
    languageId: 'typescript',
    file: 'express-shop/src/routes/orders.ts',
    start: "ordersRouter.post(\n  '/'",
  },
  {
    id: 'pythonMistakes',
    label: 'FastAPI: mistakes',
    detail: 'One handler for each kind of mistake that is found.',
    languageId: 'python',
    file: 'mistakes/main.py',
    start: 'app.post("/notes")',
  },
  {
    id: 'typescriptMistakes',
    label: 'Express: mistakes',
    detail: 'One handler for each kind of mistake that is found.',
    languageId: 'typescript',
    file: 'mistakes/server.ts',
    start: "app.post('/notes'",
  },
];
