; Methods of classes with a base, which may be handlers named after a request method.

(class_definition
  superclasses: (argument_list)
  body: (block
    [
      (function_definition
        name: (identifier) @route.verb) @route.handler
      (decorated_definition
        definition: (function_definition
          name: (identifier) @route.verb) @route.handler)
    ]))
