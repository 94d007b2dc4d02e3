"""The API of the lesson. Run it yourself: `pip install fastapi uvicorn`, then `uvicorn app:app`."""

from enum import IntEnum
from itertools import count
from typing import Annotated, Any, Literal

from fastapi import Depends, FastAPI, Header, HTTPException, Path, Query, Response, status
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field

# Everything lives in memory, so everything has an upper limit.
MAX_ITEMS = 1000
MAX_USERS = 1000
MAX_PROCESSES = 100
MAX_ID = 1_000_000_000

# The lesson looks at the requests themselves, so the pages at /docs are off; the description they show is at the end.
app = FastAPI(title="HTTP Status Coach demo", version="1.0.0", openapi_url=None)

# The handlers are `async def` and never wait, so no two of them touch the data at once.


class Problem(BaseModel):
    """What an HTTPException becomes."""

    detail: str


def problems(*codes: int) -> dict[int | str, dict[str, Any]]:
    """For `responses=`, which puts the errors that a handler raises into the description. It changes no answer."""
    return {code: {"model": Problem} for code in codes}


# Items: one code for each outcome


class Item(BaseModel):
    """What a client sends."""

    name: str = Field(min_length=1, max_length=100)
    description: str | None = Field(default=None, max_length=1000)
    price: float = Field(ge=0)


class ItemPatch(BaseModel):
    """What a client sends to change a part. The defaults stand for members that were not sent; nobody reads them."""

    name: str = Field(default="", min_length=1, max_length=100)
    description: str | None = Field(default=None, max_length=1000)
    price: float = Field(default=0, ge=0)


class StoredItem(BaseModel):
    """What the API answers: the item with the id it got."""

    id: int
    name: str
    description: str | None
    price: float


class ItemStore:
    """The items by id, and the revision in which each was written last."""

    def __init__(self, *seed: Item) -> None:
        self.items: dict[int, StoredItem] = {}
        self.etags: dict[int, str] = {}
        self.next_id = 1
        self.revisions = count(1)
        for item in seed:
            self.write(self.next_id, item)

    def write(self, item_id: int, item: Item | StoredItem) -> StoredItem:
        """Creates or replaces; an id that was used is never given out again."""
        self.items[item_id] = StoredItem(**{**item.model_dump(), "id": item_id})
        self.etags[item_id] = f'"r{next(self.revisions)}"'
        self.next_id = max(self.next_id, item_id + 1)
        return self.items[item_id]

    def delete(self, item_id: int) -> None:
        del self.items[item_id]
        del self.etags[item_id]

    def called(self, name: str) -> StoredItem | None:
        return next((item for item in self.items.values() if item.name == name), None)


store = ItemStore(
    Item(name="Notebook", description="Ruled, 80 sheets", price=3.5),
    Item(name="Pencil", price=0.9),
    Item(name="Desk lamp", description="Warm light, with a clamp", price=24.0),
)


def known_item(item_id: int) -> StoredItem:
    if item_id not in store.items:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "Item not found")
    return store.items[item_id]


def require_free(name: str, but_for: int | None = None) -> None:
    other = store.called(name)
    if other and other.id != but_for:
        raise HTTPException(status.HTTP_409_CONFLICT, "An item with this name already exists")


def require_room() -> None:
    if len(store.items) >= MAX_ITEMS:
        raise HTTPException(status.HTTP_507_INSUFFICIENT_STORAGE, "The store is full, delete an item first")


def require_match(item_id: int, if_match: str | None) -> None:
    """If-Match holds the ETag a client has seen; `*` asks only that there is something (RFC 9110 13.1.1)."""
    if if_match is None:
        return
    current = store.etags.get(item_id)
    expected = [tag.strip(" \t") for tag in if_match.split(",")]
    if current is None or (current not in expected and "*" not in expected):
        raise HTTPException(status.HTTP_412_PRECONDITION_FAILED, "The item has changed since you read it")


IfMatch = Annotated[str | None, Header()]


@app.get("/items")
async def list_items(
    skip: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
) -> list[StoredItem]:
    return list(store.items.values())[skip : skip + limit]


@app.get("/items/{item_id}", responses=problems(404))
async def read_item(item_id: int, response: Response) -> StoredItem:
    item = known_item(item_id)
    response.headers["ETag"] = store.etags[item_id]
    return item


@app.post("/items", status_code=status.HTTP_201_CREATED, responses=problems(409, 507))
async def create_item(item: Item, response: Response) -> StoredItem:
    require_free(item.name)
    require_room()
    stored = store.write(store.next_id, item)
    response.headers["Location"] = f"/items/{stored.id}"
    response.headers["ETag"] = store.etags[stored.id]
    return stored


@app.post("/items/upsert", responses={201: {"description": "There was none"}, **problems(507)})
async def upsert_item(item: Item) -> JSONResponse:
    known = store.called(item.name)
    if known:
        store.write(known.id, item)
        return JSONResponse({"status": "updated"})
    require_room()
    stored = store.write(store.next_id, item)
    location = {"Location": f"/items/{stored.id}"}
    return JSONResponse({"status": "created"}, status.HTTP_201_CREATED, location)


@app.put("/items/{item_id}", responses={201: {"model": StoredItem}, **problems(409, 412, 428, 507)})
async def replace_item(
    item_id: Annotated[int, Path(ge=1, le=MAX_ID)],
    item: Item,
    response: Response,
    if_match: IfMatch = None,
    strict: bool = False,
) -> StoredItem:
    if strict and if_match is None:
        raise HTTPException(status.HTTP_428_PRECONDITION_REQUIRED, "Send If-Match with the ETag of the item you read")
    require_match(item_id, if_match)
    require_free(item.name, but_for=item_id)
    if item_id not in store.items:
        require_room()
        response.status_code = status.HTTP_201_CREATED
        response.headers["Location"] = f"/items/{item_id}"
    stored = store.write(item_id, item)
    response.headers["ETag"] = store.etags[item_id]
    return stored


@app.patch("/items/{item_id}", responses=problems(404, 409, 412))
async def change_item(item_id: int, patch: ItemPatch, response: Response, if_match: IfMatch = None) -> StoredItem:
    item = known_item(item_id)
    require_match(item_id, if_match)
    changed = item.model_copy(update=patch.model_dump(exclude_unset=True))
    require_free(changed.name, but_for=item_id)
    stored = store.write(item_id, changed)
    response.headers["ETag"] = store.etags[item_id]
    return stored


@app.delete("/items/{item_id}", status_code=status.HTTP_204_NO_CONTENT, responses=problems(404, 412))
async def delete_item(item_id: int, if_match: IfMatch = None) -> None:
    known_item(item_id)
    require_match(item_id, if_match)
    store.delete(item_id)


# Users: the usual code for each method


class User(BaseModel):
    """What a client sends."""

    name: str = Field(min_length=1, max_length=100)
    email: str = Field(max_length=254, pattern=r"^[^@ ]+@[^@ ]+$")
    role: Literal["member", "admin"] = "member"


class UserPatch(BaseModel):
    """What a client sends to change a part; the defaults stand for what was not sent, as in ItemPatch."""

    name: str = Field(default="", min_length=1, max_length=100)
    email: str = Field(default="", max_length=254, pattern=r"^[^@ ]+@[^@ ]+$")
    role: Literal["member", "admin"] = "member"


class StoredUser(BaseModel):
    id: int
    name: str
    email: str
    role: Literal["member", "admin"]


users = {
    1: StoredUser(id=1, name="Ada", email="ada@example.com", role="admin"),
    2: StoredUser(id=2, name="Ben", email="ben@example.com", role="member"),
}
next_user_id = count(len(users) + 1)


async def known_user(user_id: int) -> StoredUser:
    """A dependency: the user of the path, or 404 before the handler is called."""
    if user_id not in users:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "User not found")
    return users[user_id]


KnownUser = Annotated[StoredUser, Depends(known_user)]


@app.get("/users")
async def list_users() -> list[StoredUser]:
    return list(users.values())


@app.post("/users", status_code=status.HTTP_201_CREATED, responses=problems(507))
async def create_user(user: User, response: Response) -> StoredUser:
    if len(users) >= MAX_USERS:
        raise HTTPException(status.HTTP_507_INSUFFICIENT_STORAGE, "The store is full, delete a user first")
    stored = StoredUser(id=next(next_user_id), **user.model_dump())
    users[stored.id] = stored
    response.headers["Location"] = f"/users/{stored.id}"
    return stored


@app.get("/users/{user_id}", responses=problems(404))
async def read_user(user: KnownUser) -> StoredUser:
    return user


@app.put("/users/{user_id}", responses=problems(404))
async def replace_user(known: KnownUser, user: User) -> StoredUser:
    users[known.id] = StoredUser(id=known.id, **user.model_dump())
    return users[known.id]


@app.patch("/users/{user_id}", responses=problems(404))
async def change_user(known: KnownUser, patch: UserPatch) -> StoredUser:
    users[known.id] = known.model_copy(update=patch.model_dump(exclude_unset=True))
    return users[known.id]


@app.delete("/users/{user_id}", status_code=status.HTTP_204_NO_CONTENT, responses=problems(404))
async def delete_user(user: KnownUser) -> None:
    del users[user.id]


# Processes: accepted now, done later


class Process(BaseModel):
    """Where a process stands. `status_url` is where to ask again."""

    status: Literal["processing"] = "processing"
    status_url: str


class Result(BaseModel):
    status: Literal["done"] = "done"
    process: int


CALLS_UNTIL_DONE = 2

# How often each process was asked for. A real one would take time; this one takes two questions.
questions: dict[int, int] = {}
next_process_id = count(1)


@app.post("/process", status_code=status.HTTP_202_ACCEPTED)
async def start_process(response: Response) -> Process:
    if len(questions) >= MAX_PROCESSES:
        del questions[min(questions)]
    process_id = next(next_process_id)
    questions[process_id] = 0
    url = f"/process/{process_id}"
    response.headers["Location"] = url
    return Process(status_url=url)


@app.get("/process/{process_id}", response_model=Process, responses={303: {}, **problems(404)})
async def read_process(process_id: int) -> Process | RedirectResponse:
    if process_id not in questions:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "Process not found")
    questions[process_id] += 1
    url = f"/process/{process_id}"
    if questions[process_id] > CALLS_UNTIL_DONE:
        return RedirectResponse(f"{url}/result", status.HTTP_303_SEE_OTHER)
    return Process(status_url=url)


@app.get("/process/{process_id}/result", responses=problems(404))
async def read_result(process_id: int) -> Result:
    if questions.get(process_id, 0) <= CALLS_UNTIL_DONE:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "There is no result yet")
    return Result(process=process_id)


# Files: parts of a file, and a file that has not changed

SAMPLE = b"HTTP status codes say how a request went, before anybody reads the answer.\n"
SAMPLE_ETAG = '"sample-1"'


class RangeNotSatisfiable(Exception):
    """The range begins behind the end."""


def requested_range(value: str | None, size: int) -> tuple[int, int] | None:
    """First and last byte of `bytes=0-9`, `bytes=10-` or `bytes=-5`.

    None where the whole file is the answer: a server may ignore a range, and does where it cannot read it.
    """
    unit, _, text = (value or "").partition("=")
    start, dash, end = text.strip(" \t").partition("-")
    if unit.lower() != "bytes" or not dash or not (start + end).isascii() or not (start + end).isdigit():
        return None
    if len(start + end) > 30:
        # No file is that long, and Python reads no number of more than 4300 digits.
        return None
    first = int(start) if start else max(size - int(end), 0)
    last = min(int(end), size - 1) if start and end else size - 1
    if start and end and int(end) < first:
        return None
    if first >= size or (not start and int(end) == 0):
        raise RangeNotSatisfiable
    return first, last


def is_listed(etag: str, if_none_match: str) -> bool:
    """Whether a client has this version already; W/ makes no difference here (RFC 9110 13.1.2)."""
    tags = [tag.strip(" \t").removeprefix("W/") for tag in if_none_match.split(",")]
    return "*" in tags or etag in tags


@app.get("/files/sample", response_class=Response, responses={206: {}, 304: {}, **problems(416)})
async def read_sample(
    range_: Annotated[str | None, Header(alias="Range")] = None,
    if_range: Annotated[str | None, Header()] = None,
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    headers = {"ETag": SAMPLE_ETAG, "Accept-Ranges": "bytes"}
    if if_none_match is not None and is_listed(SAMPLE_ETAG, if_none_match):
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    size = len(SAMPLE)
    try:
        # If-Range: a part only of the version that the client has a part of already.
        part = requested_range(range_, size) if if_range in (None, SAMPLE_ETAG) else None
    except RangeNotSatisfiable:
        headers["Content-Range"] = f"bytes */{size}"
        raise HTTPException(
            status.HTTP_416_RANGE_NOT_SATISFIABLE, "The file ends before this range", headers
        ) from None
    if part is None:
        return Response(SAMPLE, status.HTTP_200_OK, headers, "text/plain")
    first, last = part
    headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return Response(SAMPLE[first : last + 1], status.HTTP_206_PARTIAL_CONTENT, headers, "text/plain")


# Access: who you are, and what you may do


class Credentials(BaseModel):
    username: str = Field(max_length=100)
    password: str = Field(max_length=100)


class Token(BaseModel):
    access_token: str
    token_type: Literal["bearer"] = "bearer"


# A real API keeps hashes of passwords, and tokens that expire and that nobody can guess.
PASSWORDS = {"ada": "lovelace", "ben": "franklin"}
ROLES = {"ada-token": "admin", "ben-token": "member"}

bearer = HTTPBearer()


@app.post("/login", responses=problems(401))
async def login(credentials: Credentials) -> Token:
    if PASSWORDS.get(credentials.username) != credentials.password:
        challenge = {"WWW-Authenticate": "Bearer"}
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Wrong name or password", challenge)
    return Token(access_token=f"{credentials.username}-token")


@app.get("/secret", responses=problems(401, 403))
async def read_secret(authorization: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> dict[str, str]:
    role = ROLES.get(authorization.credentials)
    if role is None:
        challenge = {"WWW-Authenticate": 'Bearer error="invalid_token"'}
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Unknown token", challenge)
    if role != "admin":
        raise HTTPException(status.HTTP_403_FORBIDDEN, "Only for admins")
    return {"secret": "The answer is 42"}


# Limits, and what is gone, moved or out of order

CALLS_BEFORE_PAUSE = 3

# A real limit counts by client and by the clock. This one only counts, so that the lesson goes the same way each time.
calls = count(1)


@app.get("/limited", responses=problems(429))
async def read_limited() -> dict[str, int]:
    used = next(calls) % (CALLS_BEFORE_PAUSE + 1)
    if used == 0:
        raise HTTPException(status.HTTP_429_TOO_MANY_REQUESTS, "Too many requests, wait a second", {"Retry-After": "1"})
    return {"remaining": CALLS_BEFORE_PAUSE - used}


@app.get("/teapot", status_code=status.HTTP_418_IM_A_TEAPOT)
async def read_teapot() -> Problem:
    return Problem(detail="This is a teapot, it brews no coffee")


@app.get("/legacy", status_code=status.HTTP_410_GONE)
async def read_legacy() -> Problem:
    return Problem(detail="This was removed and will not come back, use /items")


class RedirectCode(IntEnum):
    MOVED_PERMANENTLY = 301
    FOUND = 302
    SEE_OTHER = 303
    TEMPORARY_REDIRECT = 307
    PERMANENT_REDIRECT = 308


@app.get("/moved/{code}", response_class=RedirectResponse, responses={code: {} for code in RedirectCode})
async def read_moved(code: RedirectCode) -> RedirectResponse:
    return RedirectResponse("/items/1", code)


class FailureCode(IntEnum):
    INTERNAL_SERVER_ERROR = 500
    BAD_GATEWAY = 502
    SERVICE_UNAVAILABLE = 503
    GATEWAY_TIMEOUT = 504


FAILURES = {
    FailureCode.BAD_GATEWAY: "The server behind this one sent nonsense",
    FailureCode.SERVICE_UNAVAILABLE: "Closed for a moment, come back in two seconds",
    FailureCode.GATEWAY_TIMEOUT: "The server behind this one took too long",
}


@app.get("/unstable", status_code=status.HTTP_503_SERVICE_UNAVAILABLE, responses={500: {}, **problems(502, 504)})
async def read_unstable(code: FailureCode = FailureCode.SERVICE_UNAVAILABLE) -> Problem:
    if code not in FAILURES:
        # Nobody raises a 500 on purpose: it is what an exception becomes that nobody expected.
        raise RuntimeError("a mistake in the handler")
    headers = {"Retry-After": "2"} if code == FailureCode.SERVICE_UNAVAILABLE else None
    raise HTTPException(code, FAILURES[code], headers)


# Any code with the headers it must or should bring (RFC 9110, RFC 6585)
STATUS_HEADERS = {
    206: {"Content-Range": "bytes 0-13/14"},
    304: {"ETag": '"1"'},
    401: {"WWW-Authenticate": "Bearer"},
    405: {"Allow": "GET"},
    407: {"Proxy-Authenticate": "Basic"},
    413: {"Retry-After": "1"},
    416: {"Content-Range": "bytes */14"},
    426: {"Upgrade": "HTTP/3.0", "Connection": "upgrade"},
    429: {"Retry-After": "1"},
    503: {"Retry-After": "1"},
} | {code: {"Location": "/items/1"} for code in (201, 300, *RedirectCode)}


@app.get("/status/{code}", response_class=JSONResponse)
async def read_status(code: Annotated[int, Path(ge=200, le=599)]) -> Response:
    headers = STATUS_HEADERS.get(code)
    if code in (204, 205, 304):
        return Response(status_code=code, headers=headers)
    return JSONResponse({"status": code}, code, headers)


# FastAPI would add this by itself, with a HEAD that the other paths do not have.
@app.get("/openapi.json", include_in_schema=False)
async def read_description() -> JSONResponse:
    return JSONResponse(app.openapi())
