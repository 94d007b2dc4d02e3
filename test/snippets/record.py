"""Asks the programs that the snippet test makes from Python snippets what they answer, runs their tests and types, and records it.

Run it by hand after editing a snippet, in a virtual environment with the framework, its server, pytest and pyright's
needs; the unit test writes the programs and says when:

    python test/snippets/record.py fastapi [--npx NPX]
"""

import hashlib
import http.client
import importlib.metadata
import importlib.util
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYRIGHT = "pyright@1.1.414"
KEPT_HEADERS = {"location", "etag", "www-authenticate", "content-range", "accept-ranges", "content-type"}


def digest(*paths):
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()


def exchange(port, promised, known):
    def filled(text):
        return text.replace("{location}", known.get("location", "")).replace("{etag}", known.get("etag", ""))

    headers = {name: filled(value) for name, value in promised.get("headers", {}).items()}
    body = None
    if "json" in promised:
        body = json.dumps(promised["json"])
        headers["Content-Type"] = "application/json"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(promised["method"], filled(promised["path"]), body, headers)
    response = connection.getresponse()
    text = response.read().decode()
    received = {name.lower(): value for name, value in response.getheaders() if name.lower() in KEPT_HEADERS}
    connection.close()
    return {
        "method": promised["method"],
        "path": promised["path"],
        "status": response.status,
        "headers": received,
        "body": text,
    }


def ask(port, promises):
    exchanges, known = [], {}
    for promised in promises:
        deadline = time.monotonic() + 5
        while True:
            answer = exchange(port, promised, known)
            if answer["status"] != promised.get("meanwhile") or time.monotonic() > deadline:
                break
            time.sleep(0.05)
        known.update({name: answer["headers"][name] for name in ("location", "etag") if name in answer["headers"]})
        exchanges.append(answer)
    return exchanges


def environment(folder):
    return {
        **os.environ,
        "API_TOKEN": "secret",
        "DJANGO_SETTINGS_MODULE": "django_settings",
        "PYTHONPATH": os.pathsep.join([str(folder), str(HERE / "servers")]),
    }


def serve_and_ask(server, folder, module, promises):
    """The server says its port in its first line, and ends when its input does."""
    process = subprocess.Popen(
        # A snippet that makes its framework warn is no good one.
        [sys.executable, "-B", "-W", "error", str(HERE / "servers" / f"{server}.py"), module],
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        port = process.stdout.readline().strip()
        if not port:
            sys.exit(f"{folder} does not start")
        return ask(int(port), promises)
    finally:
        process.stdin.close()
        process.wait(timeout=10)


# As the project of somebody has it who writes tests that await.
ASYNC_TESTS = ["-o", "asyncio_mode=auto"] if importlib.util.find_spec("pytest_asyncio") else []


def run_tests(folder, test_file):
    """How many tests pass, or None where one fails."""
    result = subprocess.run(
        [sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", *ASYNC_TESTS, test_file],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
    )
    passed = re.search(r"(\d+) passed", result.stdout)
    if result.returncode != 0 or not passed:
        return None, result.stdout
    return int(passed.group(1)), ""


# What a framework without types makes of every line that uses it.
UNKNOWN = [
    "MissingTypeStubs",
    "UnknownArgumentType",
    "UnknownLambdaType",
    "UnknownMemberType",
    "UnknownParameterType",
    "UnknownVariableType",
    "UntypedBaseClass",
    "UntypedClassDecorator",
    "UntypedFunctionDecorator",
]


def check_types(root, npx, typed):
    config = {"include": ["."], "exclude": ["without"], "typeCheckingMode": "strict", "pythonVersion": "3.11", "reportMissingModuleSource": "error"}
    if not typed:
        config.update({f"report{name}": False for name in UNKNOWN})
    (root / "pyrightconfig.json").write_text(json.dumps(config))
    result = subprocess.run(
        [npx, "--yes", PYRIGHT, "--outputjson", "--pythonpath", sys.executable],
        cwd=root,
        capture_output=True,
        text=True,
    )
    report = json.loads(result.stdout)
    problems = report["generalDiagnostics"]
    for problem in problems:
        line = problem["range"]["start"]["line"] + 1 if "range" in problem else 0
        print(f"{Path(problem['file']).relative_to(root)}:{line}: {problem['message']}", file=sys.stderr)
    folders = [Path(problem["file"]).relative_to(root).parts for problem in problems]
    return report["version"], {parts[1] if parts[0] == "whole" else parts[0] for parts in folders}


def main():
    framework = sys.argv[1]
    npx = sys.argv[3] if len(sys.argv) > 3 and sys.argv[2] == "--npx" else "npx"
    root = Path("dist/test/snippets") / framework
    plan = json.loads((root / "plan.json").read_text())
    root = root.resolve()
    version, mistyped = check_types(root, npx, plan["typed"])
    programs, failures = {}, sorted(mistyped)
    for operation, asked in plan["programs"].items():
        folder = root / operation
        module = asked["file"].removesuffix(".py").replace("/", ".")
        entry = {
            "sha256": digest(folder / asked["file"]),
            "wholeSha256": digest(root / "whole" / operation / asked["file"]),
            "typed": operation not in mistyped,
            "exchanges": serve_and_ask(plan["server"], folder, module, asked["promises"]),
        }
        if asked["testFile"]:
            entry["testSha256"] = digest(folder / asked["testFile"])
            entry["testsPassed"], said = run_tests(folder, asked["testFile"])
            # Beside an app without the handler, a test that tests anything fails.
            entry["testsFailWithout"] = run_tests(root / "without" / operation, asked["testFile"])[0] is None
            if said:
                failures.append(f"{operation}: {said}")
        programs[operation] = entry
    versions = {name: importlib.metadata.version(name) for name in plan["packages"]}
    recording = {"versions": {**versions, "pyright": version}, "programs": programs}
    path = HERE / "recordings" / f"{framework}.json"
    path.write_text(json.dumps(recording, indent=1) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(programs)} programs recorded in {path.name}")
    if failures:
        sys.exit("\n".join(failures))


if len(sys.argv) < 2:
    sys.exit("usage: python test/snippets/record.py FRAMEWORK [--npx NPX]")
main()
