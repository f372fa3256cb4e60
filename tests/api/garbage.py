# SPDX-License-Identifier: Apache-2.0
"""Nonsense for every operation: whatever comes, the answer is a problem document and never a 5xx."""
import json
import random
from concurrent.futures import ThreadPoolExecutor

from api_client import OPERATIONS, Mismatch

DEEP = b'{"a":' * 3000 + b"1" + b"}" * 3000
BODIES = [
    b"", b"{", b"}", b"[]", b"null", b"true", b"7", b'"text"', b"{}{}", b'{"a":1,}', b"{'a':1}", b"\xff\xfe", b"\x00",
    b'{"subject": "\xff"}', b'{"subject": "\\ud800"}', b'{"subject": "a\\u0000b"}', b'{"a": 1e999}', b'{"a": NaN}',
    b'{"__proto__": {}}', b'{"": 1}', b'{"tenant_id": 2}', b"[" * 50000, DEEP, b" " * 200_000,
    b'{"text": "' + b"x" * 900_000 + b'"}', b'{"items": [' + b"1," * 5000 + b"1]}",
]
VALUES = [None, True, False, 0, -1, 1.5, 2 ** 63, -2 ** 63, 2 ** 70, "", "x", "x" * 5000, "\u0000", "a\r\nSet-Cookie: a=1",
          "\U0001f600" * 300, "' OR 1=1 --", "<script>alert(1)</script>", [], {}, [[]], [None], [{}], {"a": {"b": []}},
          ["x"] * 2000, "2026-13-45T99:99:99Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"]
QUERIES = ["limit=0", "limit=-1", "limit=x", "limit=99999999999999999999", "after=x", "after=%00", "after=%ff", "a=b",
           "status=nonsense", "status=new,", "sort=--updated", "agent=nobody", "created_from=yesterday",
           "created_from=9999-12-31T23:59:59Z", "created_to=0001-01-01T00:00:00Z", "escalated=2", "queue=0", "minutes=-5",
           "minutes=5000000&from=9999-12-31T23:00:00Z", "text=%27%22%3B--", "last_event_id=-1", "&&&=&=", "%"]
HEADERS = [{"If-Match": "x"}, {"If-Match": '"v1", "v2"'}, {"If-Match": '"v' + "9" * 30 + '"'}, {"If-None-Match": "*"},
           {"Idempotency-Key": "k" * 5000}, {"Idempotency-Key": "with space"}, {"Content-Type": "text/xml"},
           {"Content-Type": ""}, {"Authorization": "Basic YTpi"}, {"Authorization": "Bearer " + "x" * 4000},
           {"Cookie": "lotse=" + "x" * 3000}, {"Accept": "\t"}, {"Last-Event-ID": "x"}]
PATHS = ["/", "//", "/api/v1", "/api/v1/", "/api/v1/tickets/", "/api/v1/tickets/0", "/api/v1/tickets/-1",
         "/api/v1/tickets/1e3", "/api/v1/tickets/99999999999999999999", "/api/v1/tickets/../agents", "/api/v1/%2e%2e/x",
         "/api/v1/tickets/%00", "/api/v1/tickets/1%2f2", "/api/v1/tickets/1/replies/2", "/etc/passwd", "/api/v2/tickets",
         "/" + "a" * 3000, "/api/v1/tickets/%ff", "/api/v1/%C3%BC"]


def resolved(schema, document):
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def wrong_bodies(operation, good, document, dice):
    """Bodies that are right but for one field."""
    media = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if media is None:
        return
    names = list(resolved(media["schema"], document).get("properties", {})) + ["unknown"]
    for name in names:
        for value in dice.sample(VALUES, 6):
            yield json.dumps(dict(good or {}, **{name: value})).encode()


def address_of(operation, path, query=""):
    address = operation["path"]
    for name, value in path.items():
        address = address.replace("{%s}" % name, str(value))
    return address + ("?" + query if query else "")


def attack(client, operation_id, path, good, document):
    """The number of requests sent."""
    operation, dice, sent = OPERATIONS[operation_id], random.Random(operation_id), 0

    def send(address, body, headers):
        nonlocal sent
        answer = client.raw(operation["method"], address, body, headers)
        sent += 1
        if answer.status >= 500:
            raise Mismatch(f"{operation_id}: {answer!r} to {str(body)[:200]} {headers}")

    plain = {"Content-Type": "application/json"}
    if operation["method"] != "GET":
        for body in BODIES + list(wrong_bodies(operation, good, document, dice)):
            send(address_of(operation, path), body, plain)
    for query in QUERIES:
        send(address_of(operation, path, query), None, {})
    for headers in HEADERS:
        body = good if isinstance(good, bytes) or good is None else json.dumps(good).encode()
        send(address_of(operation, path), body, {**(plain if body else {}), **headers})
    return sent


def attack_all(clients, stranger, recipe_of, document):
    """Every operation in turn, on several tokens at once; those for everybody by a stranger who does not wait where an
    attempt to sign in is refused. The number of requests."""
    def one(numbered):
        number, operation_id = numbered
        path, body, _ = recipe_of(operation_id)
        is_public = OPERATIONS[operation_id]["x-permission"] == "public"
        return attack(stranger if is_public else clients[number % len(clients)], operation_id, path, body, document)

    with ThreadPoolExecutor(8) as pool:
        return sum(pool.map(one, enumerate(sorted(OPERATIONS))))


def attack_paths(client):
    for path in PATHS:
        for method in ("GET", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD"):
            answer = client.raw(method, path, b"{}" if method in ("POST", "PATCH") else None)
            if answer.status >= 500 and answer.status != 501:
                raise Mismatch(f"{method} {path[:60]}: {answer!r}")
    return len(PATHS) * 7
