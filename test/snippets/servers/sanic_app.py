"""Serves the app of a Sanic program: says the port in a line, and ends when its input does."""

import importlib
import os
import socket
import sys
import threading


def main():
    app = importlib.import_module(sys.argv[1]).app
    listening = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    print(listening.getsockname()[1], flush=True)
    app.run(sock=listening, single_process=True, access_log=False, motd=False)


main()
