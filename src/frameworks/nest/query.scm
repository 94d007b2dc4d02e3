; Routes of NestJS: methods of controllers decorated by a verb.

(class_body
  (decorator
    (call_expression) @route.call))
