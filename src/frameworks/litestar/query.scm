; Route handlers of Litestar: functions and controller methods decorated by a verb.

(decorated_definition
  (decorator
    (call
      function: (identifier)
      arguments: (argument_list)) @route.call)
  definition: (function_definition) @route.handler) @route
