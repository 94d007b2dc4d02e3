; Route handlers of Next.js's app router: exported functions named after a method.

(export_statement
  declaration: (function_declaration
    name: (identifier) @route.verb) @route.handler) @route

(export_statement
  declaration: (lexical_declaration
    (variable_declarator
      name: (identifier) @route.verb
      value: (_) @route.handler))) @route
