"""Imports the apps that the judges of fixes and of constants write, and records the statuses their OpenAPI documents promise.

Run it by hand after changing a fix, a fixture or the example app, with fastapi installed; the tests write the apps:

    python test/rules/record_fixes.py dist/test/fixes/fastapi
    python test/rules/record_fixes.py dist/test/constants/fastapi constants.json
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import fastapi

RECORDING = Path(__file__).parent / "recordings" / (sys.argv[2] if len(sys.argv) == 3 else "fixes.json")

# Each app is a process of its own: they share module names, and one that fails must not take the others along.
ASK = """
import json, sys, warnings
sys.dont_write_bytecode = True
warnings.simplefilter("ignore")
from main import app
print(json.dumps({
    f"{method.upper()} {path}": sorted(int(code) for code in operation["responses"] if code.isdigit() and code != "422")
    for path, operations in app.openapi()["paths"].items()
    for method, operation in operations.items()
}))
"""


def sha256(folder):
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py"), key=lambda path: path.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def record(folder, known):
    digest = sha256(folder)
    if known.get("sha256") == digest:
        return known
    answer = subprocess.run([sys.executable, "-c", ASK], cwd=folder, capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit(f"{folder.name} does not import:\n{answer.stderr}")
    return {"sha256": digest, "documented": json.loads(answer.stdout)}


folders = sorted(path for path in Path(sys.argv[1]).iterdir()) if len(sys.argv) in (2, 3) else []
if not folders:
    sys.exit("usage: python record_fixes.py FOLDER [RECORDING], with the apps made by a judge in it")

# What the same FastAPI has said of the same app need not be asked again.
before = json.loads(RECORDING.read_text(encoding="utf-8")) if RECORDING.exists() else {}
known = before.get("programs", {}) if before.get("fastapi") == fastapi.__version__ else {}
programs = {folder.name: record(folder, known.get(folder.name, {})) for folder in folders}
recording = {"fastapi": fastapi.__version__, "programs": programs}
RECORDING.parent.mkdir(exist_ok=True)
RECORDING.write_text(json.dumps(recording, indent=1) + "\n", encoding="utf-8", newline="\n")
print(f"{len(programs)} apps recorded in {RECORDING}")
