; Functions that a decorator's call may register as handlers: FastAPI, Flask, Litestar, aiohttp and others.

(decorator
  (call
    arguments: (argument_list)) @route.call)
