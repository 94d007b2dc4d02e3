; Views of Django and Django REST framework: decorated functions, and methods of view classes named after a verb.

(decorated_definition
  (decorator
    (call
      function: (_)
      arguments: (argument_list)) @route.call)
  definition: (function_definition) @route.handler) @route

(class_definition
  superclasses: (argument_list)
  body: (block
    (function_definition
      name: (identifier) @route.verb) @route.handler))

(class_definition
  superclasses: (argument_list)
  body: (block
    (decorated_definition
      definition: (function_definition
        name: (identifier) @route.verb) @route.handler)))
