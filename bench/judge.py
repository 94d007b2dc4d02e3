"""Imports examples of FastAPI with one fix applied, and compares what their OpenAPI documents say before and after.

Called by judge.mjs in the folder that holds docs_src, with the file of the cases; prints one JSON object.
"""

import contextlib
import io
import json
import sys
import types
import warnings

import fastapi

warnings.simplefilter("ignore")
sys.path.insert(0, ".")
sys.dont_write_bytecode = True


def status_of_routes(app):
    """The declared status of every route, documented or not, in order, with those of mounted apps."""
    found = []
    for route in app.routes:
        if hasattr(route, "status_code"):
            found.append((sorted(route.methods), route.path, route.status_code or 200))
        elif hasattr(route, "app") and hasattr(route.app, "routes"):
            found += status_of_routes(route.app)
    return found


def operations(path, text):
    """Success statuses by (method, path) in the OpenAPI document of the app that a module defines, and its routes."""
    if "sqlmodel" in sys.modules:
        # Tables of the example as it was before stand in the way of those of the next one.
        sys.modules["sqlmodel"].SQLModel.metadata.clear()
        sys.modules["sqlmodel"].SQLModel._sa_registry.dispose()
    name = path.removesuffix(".py").replace("/", ".")
    module = types.ModuleType(name)
    module.__package__ = name.rpartition(".")[0]
    module.__file__ = path
    # A module under its own name, so that annotations written as text are found.
    before = sys.modules.get(name)
    sys.modules[name] = module
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(text, path, "exec"), module.__dict__)
    finally:
        if before is not None:
            sys.modules[name] = before
    app = module.__dict__["app"]
    app.openapi_schema = None
    documented = {
        (method.upper(), route): sorted(code for code in operation["responses"] if code[0] in "123")
        for route, methods in app.openapi()["paths"].items()
        for method, operation in methods.items()
    }
    return documented, status_of_routes(app)


originals = {}


def original(path):
    if path not in originals:
        try:
            with open(path, encoding="utf-8") as file:
                originals[path] = operations(path, file.read())
        except BaseException as error:
            originals[path] = error
    return originals[path]


def judge(case):
    before = original(case["path"])
    if isinstance(before, BaseException):
        return "not imported", repr(before)
    try:
        after = operations(case["path"], case["text"])
    except BaseException as error:
        return "broken", repr(error)
    (documented_before, routes_before), (documented, routes) = before, after
    if documented.keys() != documented_before.keys() or len(routes) != len(routes_before):
        return "broken", "other operations than before"
    if case["code"] is None:
        return "kept", ""
    changed = [key for key in documented if documented[key] != documented_before[key]]
    moved = [now for now, then in zip(routes, routes_before) if now != then]
    code = case["code"]
    if len(changed) > 1 or len(moved) > 1:
        return "broken", f"changed {changed}, {moved}"
    if changed:
        kept = changed[0][0] == case["method"] and str(code) in documented[changed[0]]
        return ("kept", "") if kept else ("broken", f"changed {changed}")
    if moved:
        return ("kept", "") if moved[0][2] == code and case["method"] in moved[0][0] else ("broken", f"changed {moved}")
    # The decorator says 200 anew, or the operation belongs to no app that is here: a callback.
    shown = any(str(code) in codes for (method, _), codes in documented.items() if method == case["method"])
    return ("kept", "") if shown else ("not in the app", "")


verdicts = []
with open(sys.argv[1], encoding="utf-8") as cases:
    for case in json.load(cases):
        outcome, why = judge(case)
        verdicts.append({"path": case["path"], "title": case["title"], "outcome": outcome, "why": why})
print(json.dumps({"fastapi": fastapi.__version__, "verdicts": verdicts}))
