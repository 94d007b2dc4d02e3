; Path operations of FastAPI: a decorator that calls a verb of an app or router, on a function.
; Stacked decorators match once each.

(decorated_definition
  (decorator
    (call
      function: (attribute)
      arguments: (argument_list)) @route.call)
  definition: (function_definition) @route.handler) @route
