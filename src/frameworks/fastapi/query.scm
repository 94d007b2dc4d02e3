; Registrations of FastAPI and Starlette that are called with a function defined elsewhere.

((call
  function: (attribute
    attribute: (identifier) @_name)
  arguments: (argument_list)) @route.call
  (#any-of? @_name "add_api_route" "add_route"))
