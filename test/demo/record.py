"""Plays sessions.py against lesson/app.py under a real FastAPI and writes what it answers to recordings/.

Also writes src/demo/openapi.json.

Run by hand, when sessions.py or app.py has changed, in a virtual environment with what the recordings are made with:

    python3.11 -m venv venv
    venv/bin/pip install fastapi==0.142.2 starlette==1.7.0 pydantic==2.13.5 uvicorn==0.54.0
    venv/bin/python test/demo/record.py

CPython matters too: 3.11 words JSON errors as the demo server does, 3.13 has other words for a trailing comma.
"""

import base64
import json
import os
import platform
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from importlib.metadata import version
from pathlib import Path

from sessions import SESSIONS, Request

HERE = Path(__file__).parent
APP = HERE.parent.parent / "src" / "lesson"
TELLING_HEADERS = (
    "content-type",
    "location",
    "allow",
    "www-authenticate",
    "proxy-authenticate",
    "retry-after",
    "content-range",
    "accept-ranges",
    "etag",
    "last-modified",
    "upgrade",
    "content-length",
)


@contextmanager
def uvicorn():
    """A fresh server, so that each session finds the seeded data; yields its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Not `python -m uvicorn`: its extra frames lower the depth at which Python gives up on nested JSON.
    command = [Path(sys.executable).with_name("uvicorn"), "app:app", "--port", str(port), "--log-level", "critical"]
    process = subprocess.Popen(command, cwd=APP, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)
        else:
            raise SystemExit("uvicorn did not start")
        yield port
    finally:
        process.terminate()
        process.wait()


def play(port: int, request: Request) -> dict:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(request.method, request.target, skip_host=True, skip_accept_encoding=True)
    # Starlette puts Host into Location, so it must not tell the port of this run.
    connection.putheader("host", "localhost")
    for name, value in request.headers.items():
        connection.putheader(name, value)
    if request.body is None:
        connection.endheaders()
    else:
        connection.putheader("content-length", str(len(request.body)))
        connection.endheaders(request.body)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    headers = {name: response.headers[name] for name in TELLING_HEADERS if name in response.headers}
    return {
        "request": {
            "method": request.method,
            "target": request.target,
            **({"headers": list(request.headers.items())} if request.headers else {}),
            **written(request.body),
        },
        "response": {"status": response.status, "headers": headers, "body": body},
    }


def written(body: bytes | None) -> dict[str, str]:
    """A body as text where it is text, so that a recording can be read."""
    if body is None:
        return {}
    try:
        return {"body": body.decode()}
    except UnicodeDecodeError:
        return {"bodyBase64": base64.b64encode(body).decode()}


def describe() -> None:
    """The description that FastAPI makes of the app, which the demo hands out as its own."""
    sys.path.insert(0, str(APP))
    sys.dont_write_bytecode = True
    from app import app

    description = json.dumps(app.openapi(), indent=2)
    (APP.parent / "demo" / "openapi.json").write_text(f"{description}\n")


def main() -> None:
    versions = {name: version(name) for name in ("fastapi", "starlette", "pydantic", "uvicorn", "h11")}
    target = HERE / "recordings"
    target.mkdir(exist_ok=True)
    for name, requests in SESSIONS.items():
        with uvicorn() as port:
            exchanges = [play(port, request) for request in requests]
        # A line for each, so that a change shows where it is.
        lines = ",\n".join(json.dumps(exchange, separators=(",", ":")) for exchange in exchanges)
        made_with = json.dumps({"python": platform.python_version(), **versions})
        (target / f"{name}.json").write_text(f'{{"recordedWith":{made_with},"exchanges":[\n{lines}\n]}}\n')
        print(f"{name}: {len(exchanges)} requests")
    print(f"{sum(map(len, SESSIONS.values()))} requests in all")
    describe()


if __name__ == "__main__":
    main()
