; Routes of Express: a verb called on an app, a router or a chain opened by `route(path)`, with a handler last.

(call_expression
  function: (member_expression)
  arguments: (arguments (_))) @route.call
