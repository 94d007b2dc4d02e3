; Methods of a Koa controller object named after a verb.

(object
  (method_definition
    name: (property_identifier) @route.verb) @route.handler)
