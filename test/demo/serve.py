"""Serves lesson/app.py with uvicorn; each line on standard input starts it anew with its seeded data.

Prints its port, then `ready` for each line. Ends when its input does.
"""

import asyncio
import importlib
import sys
import threading
from pathlib import Path

import uvicorn
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "src" / "lesson"))
sys.dont_write_bytecode = True

import app as lesson  # noqa: E402


async def main() -> None:
    config = uvicorn.Config(lesson.app, port=0, log_level="critical", http="h11")
    server = uvicorn.Server(config)
    loop = asyncio.get_running_loop()

    def start_anew() -> None:
        # What uvicorn does with an app when it loads one; connections made from now on get this one.
        config.loaded_app = ProxyHeadersMiddleware(importlib.reload(lesson).app, config.forwarded_allow_ips)
        print("ready", flush=True)

    def listen() -> None:
        for _ in sys.stdin:
            loop.call_soon_threadsafe(start_anew)
        server.should_exit = True

    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    print(server.servers[0].sockets[0].getsockname()[1], flush=True)
    threading.Thread(target=listen, daemon=True).start()
    await serving


asyncio.run(main())
