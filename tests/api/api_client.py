# SPDX-License-Identifier: Apache-2.0
"""Calls operations by the committed OpenAPI document and holds every answer against it."""
import http.client
import json
import threading
import time
from urllib.parse import quote, urlencode

import jsonschema

from desk_server import ROOT

DOCUMENT = json.loads((ROOT / "docs/api/openapi.json").read_text(encoding="utf-8"))
OPERATIONS = {
    operation["operationId"]: dict(operation, method=method.upper(), path=path)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
}


class Mismatch(AssertionError):
    pass


def validator(reference):
    schema = {"$ref": reference, "components": DOCUMENT["components"]}
    return jsonschema.Draft202012Validator(schema)


VALIDATORS = {name: validator(f"#/components/schemas/{name}") for name in DOCUMENT["components"]["schemas"]}


def check_schema(name, value, where):
    error = jsonschema.exceptions.best_match(VALIDATORS[name].iter_errors(value))
    if error is not None:
        raise Mismatch(f"{where}: the answer is no {name}: {error.json_path}: {error.message[:300]}")


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.body[:300]!r}"


def success_of(operation):
    """(status, name of the schema or None) that an operation declares."""
    for status, schema in successes_of(operation).items():
        return status, schema
    raise Mismatch("an operation without success")


def successes_of(operation):
    out = {}
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            media = response.get("content", {}).get("application/json", {}).get("schema", {})
            out[int(status)] = media.get("$ref", "").rsplit("/", 1)[-1] or None
    return out


class Client:
    """One principal. Thread-safe: each thread has a connection of its own. Waits where it is asked to: always where the
    desk is busy (503: more passwords or mailboxes are tried at once than it takes), unless `patient` is False where it
    is told that it asks too often (429)."""

    succeeded = set()  # operations that were answered with success, by any client

    def __init__(self, address, token=None, headers=None, patient=True):
        self.address, self.token, self.patient = address, token, patient
        self.headers = dict(headers or {})
        self.local = threading.local()
        self.forbidden_words = []  # must stand in no answer

    def raw(self, method, path, body=None, headers=None):
        """Any request; `body` is bytes or None."""
        sent = dict(self.headers)
        if self.token is not None:
            sent["Authorization"] = f"Bearer {self.token}"
        sent.update(headers or {})
        for _ in range(60):
            answer = self._send(method, path, body, sent)
            if answer.status != 503 and (answer.status != 429 or not self.patient):
                return answer
            time.sleep(min(5.0, float(answer.headers.get("Retry-After", "1"))))
        return answer

    def _send(self, method, path, body, headers):
        for attempt in (0, 1):
            connection = getattr(self.local, "connection", None)
            fresh = connection is None
            if fresh:
                connection = self.local.connection = http.client.HTTPConnection(*self.address, timeout=60)
            try:
                self._request(connection, method, path, body, headers)
                response = connection.getresponse()
                answer = Answer(response.status, response.headers, response.read())
                self._check_any(method, path, answer)
                return answer
            except (http.client.HTTPException, ConnectionError):
                # A kept connection may have been closed meanwhile; a fresh one must work.
                connection.close()
                self.local.connection = None
                if fresh:
                    raise

    @staticmethod
    def _request(connection, method, path, body, headers):
        try:
            connection.request(method, path, body, headers)
        except (BrokenPipeError, ConnectionResetError):
            # Who refuses a large body answers before it has come; the answer is there to be read.
            if not body or len(body) < 60_000:
                raise

    def _check_any(self, method, path, answer):
        where = f"{method} {path[:120]}"
        if answer.status >= 500 and answer.status != 503:
            raise Mismatch(f"{where}: {answer!r}")
        if answer.status >= 400:
            kind = answer.headers.get("Content-Type", "")
            if not kind.startswith("application/problem+json"):
                raise Mismatch(f"{where}: {answer.status} came as {kind}")
            if method != "HEAD":
                check_schema("Problem", answer.json, where)
        if answer.headers.get("X-Content-Type-Options") != "nosniff":
            raise Mismatch(f"{where}: nosniff is missing")
        for word in self.forbidden_words:
            if word.encode() in answer.body:
                raise Mismatch(f"{where}: the answer holds {word}, which belongs to another desk")

    def call(self, operation_id, path=None, body=None, query=None, headers=None):
        """An operation; a success is held against its schema."""
        operation = OPERATIONS[operation_id]
        address = operation["path"]
        for name, value in (path or {}).items():
            address = address.replace("{%s}" % name, quote(str(value), safe=""))
        if query:
            address += "?" + urlencode(query, doseq=True)
        sent = dict(headers or {})
        data = None
        if isinstance(body, bytes):  # a file
            data = body
            sent.setdefault("Content-Type", "application/octet-stream")
        elif body is not None:
            data = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        answer = self.raw(operation["method"], address, data, sent)
        if answer.status < 300:
            self._check_success(operation_id, operation, answer)
        return answer

    def _check_success(self, operation_id, operation, answer):
        declared = successes_of(operation)
        if answer.status not in declared:
            raise Mismatch(f"{operation_id}: answered {answer.status}, declares {list(declared)}")
        status, schema = answer.status, declared[answer.status]
        if schema:
            check_schema(schema, answer.json, operation_id)
        if status == 204 and answer.body:
            raise Mismatch(f"{operation_id}: 204 with a body")
        Client.succeeded.add(operation_id)

    def must_answer(self, operation_id, path=None, body=None, query=None, headers=None):
        answer = self.call(operation_id, path, body, query, headers)
        if answer.status >= 300:
            raise Mismatch(f"{operation_id}: {answer!r}")
        return answer

    def must(self, *arguments, **named):
        """The JSON of a success, or the answer itself where it is none."""
        answer = self.must_answer(*arguments, **named)
        is_json = answer.headers.get("Content-Type", "").startswith("application/json")
        return answer.json if is_json else answer
