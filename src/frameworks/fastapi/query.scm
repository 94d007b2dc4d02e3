; Path operations of FastAPI: decorators that call a verb of an app or router, registrations by call, endpoint classes.
; Stacked decorators match once each.

(decorated_definition
  (decorator
    (call
      function: (attribute)
      arguments: (argument_list)) @route.call)
  definition: (function_definition) @route.handler) @route

; Registrations that are called with a function defined elsewhere.
((call
  function: (attribute
    attribute: (identifier) @_name)
  arguments: (argument_list)) @route.call
  (#any-of? @_name "add_api_route" "add_route"))

; Methods of Starlette's endpoint classes named after a verb.
(class_definition
  superclasses: (argument_list)
  body: (block
    (function_definition
      name: (identifier) @route.verb) @route.handler))
