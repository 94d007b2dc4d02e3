; Routes of Sanic: decorators of an app or blueprint, and methods of view classes named after a verb.

(decorated_definition
  (decorator
    (call
      function: (attribute)
      arguments: (argument_list)) @route.call)
  definition: (function_definition) @route.handler) @route

(class_definition
  superclasses: (argument_list)
  body: (block
    (function_definition
      name: (identifier) @route.verb) @route.handler))
