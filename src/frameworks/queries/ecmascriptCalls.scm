; Calls of a method with arguments, which may register a handler: Express, Fastify, Hono, Koa.

(call_expression
  function: (member_expression)
  arguments: (arguments (_))) @route.call
