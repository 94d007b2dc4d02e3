; Routes of Koa's router: a verb called on a router, with a handler last.

(call_expression
  function: (member_expression)
  arguments: (arguments (_))) @route.call
