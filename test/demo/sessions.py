"""The hand-picked requests that record.py plays, a list a session; every session starts from the seeded data."""

from dataclasses import dataclass, field

JSON = {"content-type": "application/json"}


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None


def get(target: str) -> Request:
    return Request("GET", target)


def delete(target: str, body: bytes | None = None) -> Request:
    return Request("DELETE", target, body=body)


def post(body: str | bytes, target: str = "/items", headers: dict[str, str] = JSON) -> Request:
    return Request("POST", target, headers, body.encode() if isinstance(body, str) else body)


def priced(price: str) -> str:
    """An item with a name of its own and this JSON as its price."""
    name = price.replace("\\", "/").replace('"', "'")[:40]
    return f'{{"name": "price {name}", "price": {price}}}'


def described(description: str) -> str:
    return f'{{"name": "description {len(description)}", "price": 1, "description": {description}}}'


LIFE_OF_AN_ITEM = [
    get("/items/1"),
    get("/items/2"),
    get("/items/3"),
    get("/items/4"),
    post('{"name": "Stapler", "price": 12.5}'),
    get("/items/4"),
    post('{"name": "Stapler", "price": 1}'),
    post('{"name": "stapler", "price": 1}'),
    post('{"name": "Stapler ", "description": "With a space in its name", "price": 1}'),
    post('{"name": "Eraser", "description": null, "price": 0}'),
    post('{"name": "Ruler", "description": "", "price": 1e2, "colour": "red", "id": 99}'),
    delete("/items/4"),
    get("/items/4"),
    delete("/items/4"),
    post('{"name": "Stapler", "price": 12.5}'),
    get("/items/8"),
    delete("/items/1", b"a body nobody reads"),
    delete("/items/2", b"{"),
    delete("/items/1"),
    get("/items/1"),
    delete("/items/3?really=yes"),
    get("/items/3"),
    delete("/items/0"),
    delete("/items/-1"),
    delete("/items/abc"),
    delete("/items/1.5"),
    delete("/items/%208%20"),
    get("/items/8"),
    post('{"name": "Notebook", "price": 3.5}'),
    get("/items/9"),
    post('{"name": "日本語 ✏️", "description": "é\\u00e9\\ud83d\\ude00😀", "price": 1}'),
    post('{"name": "\\u65e5\\u672c\\u8a9e \\u270f\\ufe0f", "price": 1}'),
    get("/items/10"),
    get("/items/11"),
]

WRITTEN_AS_AN_INTEGER = [
    "1", "01", "001", "0_1", "1.0", "1.000", "1.", ".1", "1.5", "1.0.0", "+1", "-1", "--1", "+-1", "-+1", "-0", "00",
    "0_0", "0-2", "%201", "1%20", "%091%0A", "1%C2%A0", "1%E2%80%8B", "%EF%BB%BF1", "1_0", "1__0", "_1", "1_", "1e0",
    "1E3", "0x1", "0b1", "0o1", "abc", "1a", "a1", "nan", "inf", "null", "true", "None", "%D9%A1", "%EF%BC%91",
    "%C2%B2", "1,0", "1;v=2", "1%3B", "9007199254740993", "99999999999999999999999999", "-99999999999999999999999999",
    "9" * 4300, "9" * 4301, "-" + "9" * 4299, "-" + "9" * 4300, "0" * 5000 + "1", "+" + "9" * 4301, "9" * 4300 + "x",
    "9" * 4301 + "x",
]  # fmt: skip

PATHS = [
    "/", "//", "/items", "/items/", "/items//", "//items", "/items//1", "/items/1/", "/items/1//", "/items/abc/",
    "/items/1/2", "/items/1/2/", "/item", "/Items/1", "/ITEMS", "/items/..", "/items/.", "/items/../items/1",
    "/items/./1", "/./items/1", "/items/%2E%2E", "/items/%2e/1", "/items/a%2Fb", "/items%2F1", "/%69tems/1",
    "/items/1%2F", "/items%2F", "/items/%2F", "/items%0A", "/items/%0A", "/items/1%0A", "/items%0A/", "/items/1%0A/",
    "/items/%", "/items/%2", "/items/%zz", "/items/%ff", "/items/%C3%A9", "/items/%E2%82", "/items/%F0%9F%98%80",
    "/items/%ED%A0%80", "/items/%C0%80", "/items/%00", "/items/%25", "/items/%2531", "/items/%3F", "/items/%23",
    "/items/1#part", "/items/1?", "/items/1?a=b&a=c", "/items/1??", "/items/1?/../2", "/items/1/?",
    "/items/1/?a=b&c=%20d", "/items/?q=%ff", "/items/%C3%A9/", "/items/a%20b/", "/items/%3Fa/", "/items/%25/",
    "/items/%22%3C%3E%5E%60%7B%7C%7D%5C/", "/items/!$&'()*+,;=:@~/", "/items/[1]", "/items/\\1", "/items\\1", "/docs",
    "/redoc", "/openapi.json", "/favicon.ico", "/users", "/items;x", "/items%20", "/%2Fitems", "*",
]  # fmt: skip

METHODS = ["HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE", "PROPFIND", "TRACE", "CONNECT", "BREW", "get"]
PLACES = ["/", "/items", "/items/", "/items/4", "/items/abc", "/items/4/", "/users/9", "/status/204", "/login", "/nothing"]

JSON_TEXTS = [
    "", "null", "true", "false", "0", "-1", "1.0", '""', '"text"', "[]", "[1]", "[null]", "{}", " {} ", "\n\t\r{}\n",
    "\v{}", "\ufeff{}", "{}{}", "{} x", "{}]", "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{,}",
    '{"name"', '{"name" ', '{"name":', '{"name": ', '{"name": 1', '{"name": 1,', '{"name": 1,}', '{"name" 1}',
    '{"name": }', "{name: 1}", "{'name': 1}", '{"name": \'a\'}', '{1: 2}', "tru", "nul", "True", "None", "undefined",
    "nan", "NaN", "Infinity", "-Infinity", "+1", "-", "--1", "01", "-01", "1.", ".5", "1e", "1e+", "1E5", "0x10",
    "1_000", '"', '"abc', '"a\nb"', '"a\tb"', '"\\', '"\\"', '"\\x"', '"\\u"', '"\\u12"', '"\\u12g4"', '"\\u00e9"',
    '"\\u00e9', '"\\ud83d\\ude00"', '"\\ud83d\\u12"', '"\\ud83d"', '"\\ude00\\ud83d"', '"\x00"', "\x00",
    "/* comment */ {}", "// comment", '{"é": "😀", }', "😀", '{"a": "' + "é" * 50 + '" x}', "name=Pen&price=1", "<item/>",
    "1" * 4300, "1" * 4301, '{"price": ' + "1" * 4301 + "}",
]  # fmt: skip

MEMBERS = [
    '{"name": "Only a name"}',
    '{"price": 1}',
    '{"description": "Only a description"}',
    '{"Name": "Wrong case", "Price": 1}',
    '{"name": null, "price": null}',
    '{"name": null, "price": null, "description": null}',
    '{"name": 5, "price": 5, "description": 5}',
    '{"name": true, "price": "x"}',
    '{"name": ["a"], "price": [1]}',
    '{"name": {}, "price": {}}',
    '{"name": 1.5, "price": ""}',
    '{"name": "", "price": -1}',
    '{"name": "", "price": -0.01, "description": false}',
    '{"name": "' + "n" * 100 + '", "price": 1}',
    '{"name": "' + "n" * 101 + '", "price": 1}',
    '{"name": "' + "😀" * 100 + '", "price": 1}',
    '{"name": "' + "😀" * 101 + '", "price": 1}',
    '{"name": "\\ud800", "price": 1}',
    '{"name": "a\\u0000b\\u001f\\u007f\\u2028", "price": 1}',
    '{"name": "tab\\tand \\"quotes\\" and \\\\ and \\/", "price": 1}',
    '{"name": "first", "name": "second", "price": 1, "price": 2}',
    '{"price": 2, "b": 1, "a": 2, "2": 3, "1": 4}',
    '{"price": 1, "__proto__": {"name": "x"}, "constructor": 1, "toString": 2}',
    '{"price": 1, "_sa_state": 1, "_sa": {"a": 1}, "nested": {"_sa": 1, "b": [{"_sa": 2}]}}',
    '{"price": 1, "numbers": [1, 1.0, -0, -0.0, 1e5, 1e15, 1e16, 1e-4, 1e-5, 123456789012345678901234567890]}',
    '{"price": 1, "numbers": [1.7976931348623157e308, 5e-324, 0.1, 1e400]}',
    '{"price": 1, "extra": NaN}',
    '{"price": 1, "extra": [Infinity]}',
    '{"name": "Ignored NaN", "price": 1, "extra": NaN}',
    '{"price": 1, "extra": "\\ud800"}',
    '{"name": "Ignored surrogate", "price": 1, "extra": "\\ud800"}',
]

DESCRIPTIONS = [
    "null", '""', '"short"', '"' + "d" * 1000 + '"', '"' + "d" * 1001 + '"', "1", "[]", "{}", "true",
    '"\\ud83d"', '"\\u0000"',
]  # fmt: skip

PRICES = [
    "0", "-0", "-0.0", "1", "1.0", "9.99", "1e2", "1E-2", "1e-4", "1e-5", "1.5e-5", "1e-6", "1e-7", "123456.789e3",
    "1e15", "1e16", "1e22", "0.1", "12345678901234567", "123456789012345678901", "5e-324", "1e-400",
    "1.7976931348623157e308", "1e400", "1" + "0" * 308, "1" + "0" * 309, "-1", "-1e-300", "-1e400", "true", "false",
    "null", "[]", "[1]", "{}", "NaN", "Infinity", "-Infinity", '"9.5"', '" 9.5 "', '"\\u00a09.5"', '"\\u200b9.5"',
    '"+9.5"', '"-9.5"', '"9."', '".9"', '"."', '""', '" "', '"9,5"', '"1_000"', '"1_000.5"', '" 1_0 "', '"_1"', '"1_"',
    '"1__0"', '"1e3"', '"1e"', '"1_e3"', '"0x10"', '"1e400"', '"-1e400"', '"inf"', '"INF"', '"infinity"', '"+inf"',
    '"-inf"', '"nan"', '"-nan"', '"i_nf"', '"true"', '"\\u0661"', '"ten"', '"\\ud800"', '"1\\u0000"',
]  # fmt: skip


def nested(opening: str, depth: int, closing: str) -> str:
    return opening * depth + closing * depth


DEPTHS = [
    *(post(nested("[", depth, "]")) for depth in (2, 500, 956, 957, 961, 962)),
    *(post('{"a":' * depth + "1" + "}" * depth) for depth in (2, 500, 956, 957, 961, 962)),
    *(post(f'{{"price": {nested("[", depth, "]")}}}') for depth in (955, 956, 960, 961)),
    *(post(f'{{"name": {nested("[", depth, "]")}, "price": 1}}') for depth in (955, 956, 957, 960, 961)),
    *(post(f'{{"name": "deep {depth}", "price": 1, "a": {nested("[", depth, "]")}}}') for depth in (955, 960, 961)),
    *(post("[" * depth) for depth in (961, 962)),
]

TEXT = '{"name": "Encoded é 😀", "price": -1}'
BYTES = [
    TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), TEXT.encode("utf-16-le"), TEXT.encode("utf-16-be"),
    TEXT.encode("utf-32"), TEXT.encode("utf-32-le"), TEXT.encode("utf-32-be"), TEXT.encode("latin-1", "replace"),
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xc0\x80",
    b"\xf4\x90\x80\x80", b"\xed\xa0\x80", b'{"a": "\xed\xa0\x80"}', b'{"a": "\xed\xa0\xbd\xed\xb8\x80"}',
    b'{"name": "\xed\xa0\x80", "price": 1}', b'{"name": "ignored", "price": 1, "a": "\xed\xa0\xbd\xed\xb8\x80"}',
    b"1\x00", b"\x001", b"\x00{\x00}\x00", b'"\xe9"', b"[1]\xff", b"{}\x00",
]  # fmt: skip

MEDIA_TYPES = [
    "application/json", "application/json; charset=utf-8", "application/json; charset=latin-1", "application/json;",
    "application/json,", " application/json ", "APPLICATION/JSON", "application/problem+json",
    "application/vnd.api+json; a=\"b/c\"", "application/+json", "application/ld+json ;x", "application/jsonp",
    "application/json/x", "application / json", "application/", "application", "json", "text/json", "text/plain", "*/*",
    "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream", "",
]  # fmt: skip

def sent(method: str, target: str, body: str | None = None, **headers: str) -> Request:
    """A request with JSON where it has a body; `if_match="x"` becomes the header If-Match."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    content = {} if body is None else JSON
    return Request(method, target, {**content, **names}, None if body is None else body.encode())


PEN = '{"name": "Pen", "price": 2}'

LISTS = [
    "/items", "/items?skip=1", "/items?limit=1", "/items?skip=1&limit=1", "/items?skip=9", "/items?skip=0&limit=100",
    "/items?limit=0", "/items?limit=101", "/items?skip=-1", "/items?skip=-1&limit=101", "/items?skip=abc",
    "/items?skip=&limit=", "/items?skip", "/items?skip=1.0", "/items?skip=1.5", "/items?skip=%202", "/items?skip=+2",
    "/items?skip=%2B2", "/items?skip=1&skip=2", "/items?skip=2&skip=x", "/items?skip=x&skip=2", "/items?limit=1;skip=2",
    "/items?skip=1&limit=2&skip=0", "/items?SKIP=2", "/items?%73kip=2", "/items?skip%3D2", "/items?=2", "/items?&&skip=2",
    "/items?skip=99999999999999999999999", "/items?limit=99999999999999999999999", "/items?skip=" + "9" * 4301,
    "/items?skip=%ff", "/items?skip=%E2%82", "/items?skip=%C3%A9", "/items?skip=2#limit=x", "/items?skip=2?limit=1",
    "/items?skip=0x1", "/items?skip=1e0", "/items?skip=1_0", "/items?skip=%D9%A1", "/items?skip=null", "/items?limit=%00",
    "/items/?skip=1", "/items?skip==2", "/items?skip=%2531", "/users", "/users?skip=1", "/users/",
]  # fmt: skip

CREATE_OR_UPDATE = [
    sent("POST", "/items/upsert", '{"name": "Pencil", "price": 1.1}'),
    get("/items/2"),
    sent("POST", "/items/upsert", '{"name": "Stapler", "description": "Red", "price": 12.5}'),
    get("/items/4"),
    sent("POST", "/items/upsert", '{"name": "Stapler", "price": 13}'),
    get("/items/4"),
    sent("POST", "/items/upsert", '{"name": ""}'),
    sent("POST", "/items/upsert", "{"),
    sent("POST", "/items/upsert"),
    sent("POST", "/items/upsert/", PEN),
    get("/items/upsert"),
    sent("PUT", "/items/upsert", PEN),
    sent("PATCH", "/items/upsert", "{}"),
    delete("/items/upsert"),
    sent("PUT", "/items/1", PEN),
    get("/items/1"),
    sent("PUT", "/items/1", PEN),
    sent("PUT", "/items/2", PEN),
    sent("PUT", "/items/7", '{"name": "Seven", "price": 7}'),
    sent("PUT", "/items/7", '{"name": "Seven", "price": 7.5}'),
    post('{"name": "Next", "price": 1}'),
    sent("PUT", "/items/6", '{"name": "Six", "price": 6}'),
    post('{"name": "After that", "price": 1}'),
    sent("PUT", "/items/0", PEN),
    sent("PUT", "/items/-1", PEN),
    sent("PUT", "/items/1000000000", '{"name": "Last", "price": 1}'),
    post('{"name": "After the last", "price": 1}'),
    sent("PUT", "/items/1000000001", PEN),
    sent("PUT", "/items/" + "9" * 30, PEN),
    sent("PUT", "/items/x", '{"name": 1}'),
    sent("PUT", "/items/0?strict=maybe", '{"price": -1}', if_match="x"),
    sent("PUT", "/items/5"),
    sent("PUT", "/items/5", "null"),
    sent("PUT", "/items/5", "{"),
    get("/items"),
]

PATCHES = [
    "{}", '{"price": 4}', '{"name": "Notes"}', '{"description": null}', '{"description": "New"}', '{"name": null}',
    '{"price": null}', '{"name": ""}', '{"price": -1}', '{"name": "Pencil"}', '{"name": "Notes", "price": "4.5"}',
    '{"id": 9, "extra": 1}', "[]", "null", "", "{", '{"name": 1, "description": 2, "price": "x"}', '{"price": 1e400}',
]  # fmt: skip

PRECONDITIONS = [
    get("/items/1"),
    sent("PUT", "/items/1?strict=true", PEN),
    sent("PUT", "/items/1?strict=true", PEN, if_match='"r1"'),
    sent("PUT", "/items/1?strict=true", PEN, if_match='"r1"'),
    get("/items/1"),
    sent("PUT", "/items/1", PEN, if_match='"r1", "r4"'),
    sent("PUT", "/items/1", PEN, if_match="*"),
    sent("PUT", "/items/1", PEN, if_match="r6"),
    sent("PUT", "/items/1", PEN, if_match='W/"r6"'),
    sent("PUT", "/items/1", PEN, if_match=""),
    sent("PUT", "/items/1", PEN, if_match=' "x" ,"r6"\t'),
    sent("PUT", "/items/9", PEN, if_match="*"),
    sent("PUT", "/items/9", PEN, if_match='"r1"'),
    sent("PATCH", "/items/1", "{}", if_match='"r1"'),
    sent("PATCH", "/items/1", "{}", if_match='"r7"'),
    sent("PATCH", "/items/9", "{}", if_match="*"),
    sent("DELETE", "/items/1", if_match='"r1"'),
    sent("DELETE", "/items/1", if_match='"r8"'),
    sent("DELETE", "/items/1", if_match='"r8"'),
    *(
        sent("PUT", f"/items/2?strict={value}", PEN)
        for value in (
            "1", "0", "on", "off", "t", "f", "True", "FALSE", "y", "N", "yes", "no", "", "2", "maybe", "%20true", "tru%65",
            "true&strict=false", "false&strict=true", "null", "1.0", "%C4%B0",
        )  # fmt: skip
    ),
]

ADA = '{"name": "Eve", "email": "eve@example.com"}'

USERS = [
    get("/users"),
    get("/users/1"),
    get("/users/3"),
    get("/users/x"),
    sent("POST", "/users", ADA),
    sent("POST", "/users", '{"name": "Eve", "email": "eve@example.com", "role": "admin"}'),
    get("/users/3"),
    sent("PUT", "/users/3", '{"name": "Eva", "email": "eva@example.com"}'),
    sent("PUT", "/users/9", ADA),
    sent("PUT", "/users/9", "{}"),
    sent("PUT", "/users/x", "{}"),
    sent("PUT", "/users/3", "{}"),
    sent("PUT", "/users/9", "{"),
    sent("PUT", "/users/9"),
    sent("PATCH", "/users/3", '{"role": "admin"}'),
    sent("PATCH", "/users/3", '{"role": null}'),
    sent("PATCH", "/users/3", '{"role": "Admin", "email": "x", "name": ""}'),
    sent("PATCH", "/users/3", "{}"),
    sent("PATCH", "/users/9", '{"role": "owner"}'),
    sent("PATCH", "/users/9", "[]"),
    delete("/users/3"),
    delete("/users/3"),
    delete("/users/x"),
    get("/users"),
    sent("POST", "/users", ADA),
    *(
        sent("POST", "/users", f'{{"name": "Eve", "email": {email}}}')
        for email in (
            '"a@b"', '"@b"', '"a@"', '"a"', '""', '"a@b@c"', '"a b@c"', '"a@b c"', '"a@b\\n"', '"\\na@b"', '"a\\u00a0@b"',
            '"é@ü"', "1", "null", "[]", '"\\ud800@b"', '"' + "a" * 252 + '@b"', '"' + "a" * 253 + '@b"',
        )  # fmt: skip
    ),
    *(
        sent("POST", "/users", f'{{"name": "Eve", "email": "a@b", "role": {role}}}')
        for role in ('"admin"', '"member"', '"ADMIN"', '""', "null", "1", "[]", '["admin"]', "{}", "true", '"\\ud800"')
    ),
    sent("POST", "/users", "{}"),
    sent("POST", "/users", '"text"'),
    Request("PATCH", "/users/9", {}, b"\xff"),
    Request("PATCH", "/users/1", {}, b"\xff"),
    Request("PATCH", "/users/1", {"content-type": "application/merge-patch+json"}, b'{"name": "Ada L."}'),
]

PROCESSES = [
    get("/process/1"),
    Request("POST", "/process"),
    sent("POST", "/process", '{"task": "report"}'),
    Request("POST", "/process", JSON, b"{"),
    get("/process/1/result"),
    get("/process/1"),
    get("/process/1"),
    get("/process/1/result"),
    get("/process/1"),
    get("/process/1"),
    get("/process/1/result"),
    get("/process/2/result"),
    get("/process/99"),
    get("/process/99/result"),
    get("/process/x"),
    get("/process/x/result"),
    get("/process/01/result"),
    get("/process"),
    get("/process/"),
    get("/process/1/"),
    get("/process/1/result/"),
    get("/process/1/results"),
    Request("POST", "/process/"),
    Request("POST", "/process/1"),
    *(Request("POST", "/process") for _ in range(98)),
    get("/process/1"),
    get("/process/2"),
    get("/process/101"),
]

RANGES = [
    "bytes=0-0", "bytes=0-9", "bytes=10-19", "bytes=70-", "bytes=74-", "bytes=75-", "bytes=76-80", "bytes=-5", "bytes=-0",
    "bytes=-75", "bytes=-76", "bytes=-1000", "bytes=0-74", "bytes=0-75", "bytes=0-99999999999999999999999", "bytes=5-4",
    "bytes=0-3,6-9", "bytes=", "bytes=-", "bytes", "bytes=a-b", "bytes=1", "bytes=1--2", "bytes=+1-2", "bytes= 1 - 2 ",
    "bytes= 1-2 ", "BYTES=1-2", "items=1-2", "bytes =1-2", "bytes=1-2;", "bytes=\u00b2-3", "bytes=01-02", "",
    "bytes=" + "9" * 29 + "-", "bytes=" + "9" * 31 + "-", "bytes=" + "9" * 5000 + "-", "bytes=0-" + "9" * 28,
]  # fmt: skip

FILES = [
    get("/files/sample"),
    *(sent("GET", "/files/sample", range=value) for value in RANGES),
    *(
        sent("GET", "/files/sample", if_none_match=value)
        for value in ('"sample-1"', 'W/"sample-1"', "*", '"x", "sample-1"', '"x"', "sample-1", "", '"sample-1" ', "W/*", "w/*")
    ),
    sent("GET", "/files/sample", range="bytes=0-9", if_range='"sample-1"'),
    sent("GET", "/files/sample", range="bytes=0-9", if_range='W/"sample-1"'),
    sent("GET", "/files/sample", range="bytes=0-9", if_range='"sample-0"'),
    sent("GET", "/files/sample", range="bytes=99-", if_range='"sample-0"'),
    sent("GET", "/files/sample", range="bytes=0-9", if_none_match='"sample-1"'),
    sent("GET", "/files/sample", range="bytes=0-9", if_none_match='"x"'),
    sent("GET", "/files/sample?range=bytes=0-9"),
    Request("HEAD", "/files/sample", {"range": "bytes=0-9"}),
    Request("POST", "/files/sample"),
    get("/files/sample/"),
    get("/files/"),
    get("/files/../../app.py"),
    get("/files/%2e%2e%2fapp.py"),
]

TOKENS = [
    "Bearer ada-token", "bearer ada-token", "BEARER ada-token", "Bearer  ada-token", "Bearer ada-token ", "Bearer ben-token",
    "Bearer eve-token", "Bearer", "Bearer ", "ada-token", "Basic YWRhOmxvdmVsYWNl", "Bearer ada-token x", "Bearer\tada-token",
    "Bearer \u00a0ada-token\u0085", "Bearer \u00e9", "", "Bearer ADA-TOKEN",
]  # fmt: skip

ACCESS = [
    get("/secret"),
    *(sent("GET", "/secret", authorization=token) for token in TOKENS),
    sent("GET", "/secret/", authorization="Bearer ada-token"),
    sent("POST", "/secret", authorization="Bearer ada-token"),
    get("/login"),
    *(
        sent("POST", "/login", body)
        for body in (
            '{"username": "ada", "password": "lovelace"}', '{"username": "ben", "password": "franklin"}',
            '{"username": "ada", "password": "franklin"}', '{"username": "eve", "password": ""}',
            '{"username": "Ada", "password": "lovelace"}', '{"username": "ada"}', '{"password": "lovelace"}', "{}", "",
            "null", "[]", '{"username": null, "password": 1}', '{"username": "__proto__", "password": "x"}',
            '{"username": "' + "a" * 101 + '", "password": "x"}', '{"username": "ada", "password": "lovelace", "x": NaN}',
            "username=ada&password=lovelace",
        )  # fmt: skip
    ),
    Request("POST", "/login", {"content-type": "application/x-www-form-urlencoded"}, b"username=ada&password=lovelace"),
]

CODES = [
    "200", "201", "202", "203", "204", "205", "206", "207", "208", "226", "299", "300", "301", "302", "303", "304", "305", "306",
    "307", "308", "399", "400", "401", "402", "403", "404", "405", "406", "407", "408", "409", "410", "411", "412", "413", "414",
    "415", "416", "417", "418", "421", "422", "423", "424", "425", "426", "428", "429", "431", "451", "499", "500", "501", "502",
    "503", "504", "505", "506", "507", "508", "510", "511", "599", "199", "600", "100", "101", "0", "-200", "abc", "200.0",
    "%20204", "2_04", "+204", "0204", "", "204.5", "99999999999999999999999999", "9" * 4301,
]  # fmt: skip

STATUSES = [
    *(get(f"/status/{code}") for code in CODES),
    get("/status"),
    get("/status/204/"),
    Request("HEAD", "/status/200"),
    Request("POST", "/status/204"),
    Request("DELETE", "/status/204"),
    *(get("/limited") for _ in range(9)),
    get("/limited/"),
    get("/teapot"),
    get("/legacy"),
    *(
        get(f"/moved/{code}")
        for code in (
            "301", "302", "303", "307", "308", "300", "304", "305", "200", "x", "301.0", "+301", "%20302", "3_03", "0301", "",
            "-301", "301x", "99999999999999999999999", "-9223372036854775808", "9223372036854775808", "9" * 4301,
        )  # fmt: skip
    ),
    Request("POST", "/moved/308"),
    *(
        get(f"/unstable{query}")
        for query in (
            "", "?", "?code=500", "?code=502", "?code=503", "?code=504", "?code=501", "?code=", "?code", "?code=x",
            "?code=500&code=502", "?code=x&code=504", "?code=%20504", "?code=504.0", "?Code=500", "?fail=500",
            "?code=99999999999999999999",
        )  # fmt: skip
    ),
    get("/openapi.json"),
    get("/openapi.json?x=1"),
    get("/openapi.json/"),
    Request("HEAD", "/openapi.json"),
    Request("POST", "/openapi.json"),
]

SESSIONS: dict[str, list[Request]] = {
    "life-of-an-item": LIFE_OF_AN_ITEM,
    "lists": [get(target) for target in LISTS],
    "create-or-update": CREATE_OR_UPDATE,
    "patches": [sent("PATCH", "/items/1", body) for body in PATCHES]
    + [sent("PATCH", target, "{}") for target in ("/items/9", "/items/0", "/items/x", "/items/1/", "/items")],
    "preconditions": PRECONDITIONS,
    "users": USERS,
    "processes": PROCESSES,
    "files": FILES,
    "access": ACCESS,
    "statuses": STATUSES,
    "integers": [get(f"/items/{text}") for text in WRITTEN_AS_AN_INTEGER],
    "paths": [get(path) for path in PATHS],
    "methods": [Request(method, place) for method in METHODS for place in PLACES],
    "json": [post(text) for text in JSON_TEXTS],
    "members": [post(text) for text in (*MEMBERS, *map(described, DESCRIPTIONS))],
    "prices": [post(priced(price)) for price in PRICES],
    "depths": DEPTHS,
    "encodings": [post(body) for body in BYTES],
    "media-types": [
        *(post(TEXT, headers={"content-type": media_type}) for media_type in MEDIA_TYPES),
        post(TEXT, headers={}),
        post("", headers={}),
        post("", headers={"content-type": "text/plain"}),
        post("null", headers={"content-type": "text/plain"}),
        post(b"\xff", headers={"content-type": "text/plain"}),
        post(b"\xed\xa0\x80", headers={}),
        post("\ufeff😀", headers={"content-type": "text/plain"}),
        Request("POST", "/items", JSON),
        Request("POST", "/items"),
        post("{", target="/items/"),
        post(TEXT, target="/items/?a=b"),
        post(TEXT, target="/items?a=b"),
        post(TEXT, target="/items/1"),
    ],
}
