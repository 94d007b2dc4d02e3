; API routes of Next.js's pages router: the default export of a file below pages/api.

(export_statement
  "default" @route.verb
  declaration: (_) @route.handler) @route

(export_statement
  "default" @route.verb
  value: (_) @route.handler) @route
