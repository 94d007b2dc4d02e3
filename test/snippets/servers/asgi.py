"""Serves the app of an ASGI program with Uvicorn: says the port in a line, and ends when its input does."""

import importlib
import socket
import sys
import threading

import uvicorn


def main():
    app = importlib.import_module(sys.argv[1]).app
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    threading.Thread(target=lambda: (sys.stdin.read(), setattr(server, "should_exit", True)), daemon=True).start()
    print(listening.getsockname()[1], flush=True)
    server.run(sockets=[listening])


main()
