"""Asks the apps that the snippet test makes from the FastAPI snippets what they answer, and records it.

Run it by hand after editing a snippet, with fastapi and httpx installed; the test writes the apps and says when:

    python test/frameworks/record_snippets.py dist/test/snippets/fastapi
"""

import asyncio
import hashlib
import importlib.util
import json
import sys
import warnings
from pathlib import Path

import fastapi
import httpx

RECORDING = Path(__file__).parent / "fixtures" / "recordings" / "snippets.json"

# Item 1 exists at the start, item 9 never does.
REQUESTS = [
    ("GET", "/items", None),
    ("GET", "/items/1", None),
    ("GET", "/items/9", None),
    ("POST", "/items", {"name": "Two"}),
    ("DELETE", "/items/1", None),
    ("DELETE", "/items/9", None),
]


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem.replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    # Pydantic resolves a model's annotations in its module.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


async def ask(app):
    exchanges = []
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        for method, path, body in REQUESTS:
            response = await client.request(method, path, json=body)
            exchanges.append(
                {
                    "method": method,
                    "path": path,
                    "status": response.status_code,
                    "location": response.headers.get("location"),
                    "body": response.text,
                }
            )
    return exchanges


def documented(app):
    return {
        f"{method.upper()} {path}": sorted(operation["responses"])
        for path, operations in app.openapi()["paths"].items()
        for method, operation in operations.items()
    }


def record(path):
    with warnings.catch_warnings():
        # A snippet that makes FastAPI warn is no good one.
        warnings.simplefilter("error")
        app = load(path).app
        return {
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "documented": documented(app),
            "exchanges": asyncio.run(ask(app)),
        }


paths = sorted(Path(sys.argv[1]).glob("*.py")) if len(sys.argv) == 2 else []
if not paths:
    sys.exit("usage: python record_snippets.py FOLDER, with the apps made by the snippet test in it")

sys.dont_write_bytecode = True
recording = {"fastapi": fastapi.__version__, "snippets": {path.stem: record(path) for path in paths}}
RECORDING.write_text(json.dumps(recording, indent=1) + "\n", encoding="utf-8", newline="\n")
print(f"{len(paths)} snippets recorded in {RECORDING}")
