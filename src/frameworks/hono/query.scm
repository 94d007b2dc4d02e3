; Routes of Hono: a verb called on an app or a chain of verbs, with a handler last.

(call_expression
  function: (member_expression)
  arguments: (arguments (_))) @route.call
