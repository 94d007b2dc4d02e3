; Routes of Koa: a verb called on a router, with a handler last, and methods of controller objects named after a verb.

(call_expression
  function: (member_expression)
  arguments: (arguments (_))) @route.call

; Methods of a controller object named after a verb.
(object
  (method_definition
    name: (property_identifier) @route.verb) @route.handler)
