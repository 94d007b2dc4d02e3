; Routes of @hono/zod-openapi that are described apart from their handler.

((call_expression
  function: (identifier) @_name
  arguments: (arguments (object))) @route.call
  (#eq? @_name "createRoute"))
