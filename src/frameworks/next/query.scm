; Route handlers of Next.js's app router: exported functions named after a method.

(export_statement
  declaration: (function_declaration
    name: (identifier) @route.verb) @route.handler) @route

(export_statement
  declaration: (lexical_declaration
    (variable_declarator
      name: (identifier) @route.verb
      value: (_) @route.handler))) @route

(export_statement
  declaration: (lexical_declaration
    (variable_declarator
      name: (object_pattern
        (shorthand_property_identifier_pattern) @route.verb)))) @route

(export_clause
  (export_specifier
    name: (identifier) @route.handler
    alias: (identifier) @route.verb) @route)

(export_clause
  (export_specifier
    !alias
    name: (identifier) @route.verb @route.handler) @route)
