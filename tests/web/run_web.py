#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a browser meets: headers, pages, frames, sessions. A real `lotse serve`, asked over HTTP by hand.
Prints "ok NAME" or "not ok NAME: why" and last "N passed, N failed"."""
import base64
import http.client
import json
import os
import re
import sys
import time
from email.message import EmailMessage

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "support_py"))
from lotse_server import Lmtp, Server, Suite  # noqa: E402

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; "
          "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
          "require-trusted-types-for 'script'")


def expect(condition, why=""):
    if not condition:
        raise AssertionError(why)


class Pages:
    def __init__(self, server):
        self.server = server

    def sends_the_policy_and_its_company_with_every_page(self):
        for path in ("/", "/inbox/mine", "/settings/people", "/sign-in", "/health", "/api/v1/session", "/nothing"):
            _, _, headers = self.server.call("GET", path, token="")
            expect(headers["Content-Security-Policy"] == POLICY, f"{path}: {headers['Content-Security-Policy']}")
            for name, value in (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
                                ("Cross-Origin-Opener-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
                                ("Cross-Origin-Resource-Policy", "same-origin"), ("Cache-Control", "no-store")):
                expect(headers[name] == value, f"{path}: {name} is {headers[name]}")

    def holds_no_inline_script_or_style(self):
        for path in ("/", "/inbox", "/setup"):
            status, body, headers = self.server.call("GET", path, token="")
            text = body.decode()
            expect(status == 200 and headers["Content-Type"] == "text/html; charset=utf-8", f"{path}: {status}")
            for script in re.findall(r"<script\b([^>]*)>([^<]*)", text):
                expect("src=" in script[0] or 'type="application/json"' in script[0], f"{path}: {script}")
            expect("<style" not in text and " style=" not in text and " onload" not in text, f"{path}: inline style")

    def shows_a_message_in_a_frame_without_rights(self):
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = "Grace <grace@customer.example>", "help@desk.example", "Frame me"
        message["Message-ID"] = "<frame-1@customer.example>"
        message.set_content("plain words")
        message.add_alternative(
            '<p onclick="x()">Hello <b>there</b><script>alert(1)</script> <a href="https://a.example/">link</a>'
            '<img src="cid:pixel@x" alt="dot"><img src="https://spy.example/p.gif" alt="spy"></p>', subtype="html")
        message.get_payload()[1].add_related(PNG, "image", "png", cid="<pixel@x>", filename="dot.png")
        with Lmtp(self.server.ready["lmtp"]) as door:
            door.send_message(message, to_addrs=["help@desk.example"])
        ticket = next(t for t in self.server.all_tickets() if t["subject"] == "Frame me")
        _, shown, _ = self.server.call("GET", f"/api/v1/tickets/{ticket['id']}")
        article = shown["articles"][0]["id"]
        status, body, headers = self.server.call("GET", f"/api/v1/articles/{article}/frame?images=list")
        text = body.decode()
        expect(status == 200 and headers["Content-Type"].startswith("text/html"), status)
        policy = headers["Content-Security-Policy"]
        expect(policy.startswith("sandbox ") and "allow-scripts" not in policy and "allow-same-origin" not in policy, policy)
        expect("default-src 'none'" in policy and "img-src data:;" in policy, policy)
        expect("<script" not in text and "onclick" not in text, "something runs in the frame")
        expect('src="data:image/png;base64,' in text, "the inline image is missing")
        expect("<img alt" in text and 'src="https://' not in text, "a remote image would load")
        expect('href="https://spy.example/p.gif"' in text, "the remote image is not listed")
        expect('target="_blank" rel="noopener noreferrer nofollow"' in text, "a link could reach the desk's window")
        _, source, headers = self.server.call("GET", f"/api/v1/articles/{article}/source")
        expect(headers["Content-Type"] == "text/plain; charset=utf-8" and b"Subject: Frame me" in source, source[:200])
        _, raw, headers = self.server.call("GET", f"/api/v1/articles/{article}/raw")
        expect(headers["Content-Disposition"].startswith("attachment; filename=\"article-"), headers["Content-Disposition"])
        status, _, _ = self.server.call("GET", f"/api/v1/articles/{article}/frame", token="nonsense")
        expect(status == 401, f"a stranger may see a message: {status}")


class Stream:
    """A live stream, read line by line."""

    def __init__(self, server, token, last=None):
        host, port = server.ready["http"].rsplit(":", 1)
        self.connection = http.client.HTTPConnection(host, int(port), timeout=60)
        headers = {"Accept": "text/event-stream", "Authorization": "Bearer " + token}
        if last is not None:
            headers["Last-Event-ID"] = str(last)
        self.connection.request("GET", "/api/v1/live", headers=headers)
        self.answer = self.connection.getresponse()
        expect(self.answer.status == 200, self.answer.status)

    def next(self, name, wanted=lambda data: True):
        """(id or None, data) of the next event of this name that is wanted; what else comes in between is passed over."""
        event, until = {}, time.monotonic() + 90
        while True:
            expect(time.monotonic() < until, f"no such {name} came")
            line = self.answer.fp.readline()
            expect(line, "the stream has ended")
            line = line.decode().rstrip("\n")
            if line:
                key, _, value = line.partition(": ")
                event[key] = value
                continue
            if event.get("event") == name and wanted(json.loads(event["data"])):
                return event.get("id"), json.loads(event["data"])
            event = {}

    def close(self):
        self.connection.close()


class Live:
    def __init__(self, server):
        self.server = server

    def carries_rows_counts_and_who_is_there(self):
        server = self.server
        _, agent, _ = server.call("POST", "/api/v1/agents", {"name": "Live Anna", "email": "live@desk.example"})
        _, made, _ = server.call("POST", "/api/v1/tokens", {"name": "live", "scopes": ["admin"], "agent": agent["id"]})
        token = made["token"]
        stream = Stream(server, token)
        _, made, _ = server.call("POST", "/api/v1/tickets", {"subject": "Live", "customer": {"email": "l@c.example"}})
        place, row = stream.next("ticket", lambda data: data["ticket"] == made["id"])
        expect(int(place) > 0 and row["row"]["subject"] == "Live" and row["version"] == row["row"]["version"], row)
        stream.next("counts", lambda data: sum(queue["counts"]["new"] for queue in data["queues"]) >= 1)
        path = f"/api/v1/tickets/{made['id']}/presence"
        status, body, _ = server.call("PUT", path, {"state": "replying", "is_typing": True}, token=token)
        expect(status == 200 and body["viewers"][0]["state"] == "replying", body)
        _, seen = stream.next("presence", lambda data: data["ticket"] == made["id"])
        expect(seen["viewers"][0]["agent"]["name"] == "Live Anna", seen)
        stream.next("typing", lambda data: data["agent"]["id"] == agent["id"])
        _, shown, _ = server.call("GET", f"/api/v1/tickets/{made['id']}")
        expect([v["state"] for v in shown["viewers"]] == ["replying"], shown["viewers"])
        server.call("DELETE", path, token=token)
        stream.next("presence", lambda data: data["ticket"] == made["id"] and data["viewers"] == [])
        stream.close()

    def goes_on_after_the_last_event(self):
        server = self.server
        _, place, _ = server.call("GET", "/api/v1/live")
        made = [server.call("POST", "/api/v1/tickets", {"subject": f"Missed {i}", "customer": {"email": "l@c.example"}})[1]
                for i in range(3)]
        stream = Stream(server, server.token, place["last"])
        missed = {ticket["id"] for ticket in made}
        while missed:  # the ticket of an earlier test may still be settled in between
            missed.discard(stream.next("ticket")[1]["ticket"])
        stream.close()

    def tells_who_was_away_for_too_long_to_read_anew(self):
        stream = Stream(self.server, self.server.token, 10**9)
        place, data = stream.next("refetch")
        expect(0 < data["last"] < 10**9, data)
        expect(place is None, "an id below the given one moves the client back")
        stream.close()


def tests_of(thing):
    return [(name, getattr(thing, name)) for name in vars(type(thing)) if not name.startswith("_")]


def main():
    suite = Suite()
    with Server() as server:
        server.make_token()
        for group in (Pages(server), Live(server)):
            for name, test in tests_of(group):
                suite.run(name, test)
    suite.close()


if __name__ == "__main__":
    main()
