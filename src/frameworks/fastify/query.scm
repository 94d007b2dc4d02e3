; Routes of Fastify: a verb called on an instance, with a handler last, or `route` with an object that describes it.

(call_expression
  function: (member_expression)
  arguments: (arguments (_))) @route.call
