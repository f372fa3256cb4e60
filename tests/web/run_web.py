#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a browser meets: headers, pages, frames, sessions. A real `lotse serve`, asked over HTTP by hand.
Prints "ok NAME" or "not ok NAME: why" and last "N passed, N failed"."""
import base64
import os
import re
import sys
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


def tests_of(thing):
    return [(name, getattr(thing, name)) for name in vars(type(thing)) if not name.startswith("_")]


def main():
    suite = Suite()
    with Server() as server:
        server.make_token()
        for name, test in tests_of(Pages(server)):
            suite.run(name, test)
    suite.close()


if __name__ == "__main__":
    main()
