"""Serves the app of an aiohttp program: says the port in a line, and ends when its input does."""

import asyncio
import importlib
import sys

from aiohttp import web


async def main():
    runner = web.AppRunner(importlib.import_module(sys.argv[1]).create_app())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


asyncio.run(main())
