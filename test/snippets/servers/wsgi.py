"""Serves the app of a WSGI program: says the port in a line, and ends when its input does."""

import importlib
import sys
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *_):
        pass


def serve(app):
    server = make_server("127.0.0.1", 0, app, handler_class=QuietHandler)
    threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown()), daemon=True).start()
    print(server.server_port, flush=True)
    server.serve_forever()
    server.server_close()


if __name__ == "__main__":
    serve(importlib.import_module(sys.argv[1]).app)
