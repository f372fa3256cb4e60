# SPDX-License-Identifier: Apache-2.0
"""A program that follows the stream of events."""
import http.client
import json
import threading
import time

from api_client import Mismatch
from expecting import expect


class Listener:
    """A reader of the event stream."""

    def __init__(self, address, token, last_event_id=None):
        self.connection = http.client.HTTPConnection(*address, timeout=60)
        headers = {"Authorization": f"Bearer {token}", "Accept": "text/event-stream"}
        if last_event_id is not None:
            headers["Last-Event-ID"] = str(last_event_id)
        self.connection.request("GET", "/api/v1/events", headers=headers)
        self.response = self.connection.getresponse()
        expect(self.response.status == 200, self.response.status)
        expect(self.response.headers["Content-Type"].startswith("text/event-stream"), "not a stream")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def next(self, wanted):
        until = time.monotonic() + 90
        while line := self.response.readline():
            expect(time.monotonic() < until, "no such event came")  # a quiet stream has its heartbeat
            if line.startswith(b"data:"):
                event = json.loads(line[5:])
                if "ticket" in event and wanted(event):
                    return event
        raise Mismatch("the stream ended")

    def wait_for_end(self, seconds):
        ended = threading.Event()

        def read():
            try:
                while self.response.readline():
                    pass
            except (OSError, ValueError, http.client.HTTPException):
                pass
            ended.set()

        threading.Thread(target=read, daemon=True).start()
        expect(ended.wait(seconds), "the stream goes on")
