#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fetching mailboxes: TLS, STARTTLS and OAuth 2 from a real Dovecot, and servers that misbehave."""
import http.server
import json
import os
import shutil
import sys
import tempfile
import threading
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support_py"))
sys.path.insert(0, HERE)
from certificates import Authority  # noqa: E402
from dovecot import Dovecot  # noqa: E402
from fake_imap import FakeImap  # noqa: E402
from lotse_server import Server, Suite  # noqa: E402


class TokenServer:
    """Says to whom an access token belongs and whether it has expired (RFC 7662)."""

    def __init__(self):
        self.tokens = {}  # token: (user, end of validity)
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):  # noqa: N802: the name is http.server's
                form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                user, until = outer.tokens.get(form.get("token", [""])[0], ("", 0))
                body = json.dumps({"active": until > time.time(), "email": user}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.http.server_address[1]
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def close(self):
        self.http.shutdown()
        self.http.server_close()


def message(subject):
    return (f"From: Grace <grace@customer.example>\r\nTo: help@desk.example\r\nSubject: {subject}\r\n"
            f"Message-ID: <{subject}.{time.time_ns()}@customer.example>\r\n\r\nPlease help.\r\n").encode()


def add_mailbox(server, user, port, **more):
    body = {"address": f"{user}@desk.example", "host": "localhost", "port": port, "security": "tls", "user": user,
            "password": f"secret-of-{user}", "auth": "plain", **more}
    status, answer, _ = server.call("POST", "/api/v1/mailboxes", body)
    assert status == 201, (status, answer)
    return answer["id"]


def change_mailbox(server, mailbox, **fields):
    _, _, headers = server.call("GET", f"/api/v1/mailboxes/{mailbox}")
    status, answer, _ = server.call("PATCH", f"/api/v1/mailboxes/{mailbox}", fields, headers={"If-Match": headers["ETag"]})
    assert status == 200, (status, answer)


def arrives(server, subject, seconds=120):
    return server.wait_for(lambda: [t for t in server.all_tickets() if t["subject"] == subject], seconds, subject)


def finding(server, user):
    done = server.run("doctor", *server.data_words(), "--json", check=False)
    return next(f for f in json.loads(done.stdout)["items"] if f"{user}@" in f["what"])


def told(server, user, *words, seconds=120):
    """What the doctor says of a mailbox that fails, once it says all of these words."""
    def said():
        found = finding(server, user)
        return found if found["says"].startswith("failed") and all(w in found["says"] for w in words) else None
    try:
        return server.wait_for(said, seconds, f"the doctor says {words}")
    except AssertionError as late:
        raise AssertionError(f"{late}; it says {finding(server, user)}") from None


def protected_tests(suite, server, imap, tokens):
    def fetched(user, **how):
        def test():
            imap.deliver(user, "1.a.x", message(f"door-{user}"))
            add_mailbox(server, user, **how)
            arrives(server, f"door-{user}")
            server.wait_for(lambda: imap.seen(user) == 1, 60, "marked as seen")
        return test
    suite.run("imap_fetches_under_tls", fetched("tls", port=imap.tls_port))
    suite.run("imap_fetches_after_starttls", fetched("starttls", port=imap.port, security="starttls"))
    suite.run("imap_fetches_by_the_login_command", fetched("login", port=imap.tls_port, auth="login"))

    tokens.tokens["good-token"] = ("oauth", time.time() + 3600)
    suite.run("imap_fetches_with_an_access_token",
              fetched("oauth", port=imap.tls_port, auth="xoauth2", password="good-token"))

    def expired():
        tokens.tokens["old-token"] = ("late", time.time() - 1)
        imap.deliver("late", "1.a.x", message("door-late"))
        mailbox = add_mailbox(server, "late", imap.tls_port, auth="xoauth2", password="old-token")
        found = told(server, "late", "access token", "expired")
        assert "token" in found["remedy"], found
        tokens.tokens["new-token"] = ("late", time.time() + 3600)
        change_mailbox(server, mailbox, password="new-token")
        arrives(server, "door-late")
    suite.run("imap_says_that_a_token_has_expired_and_uses_the_next", expired)

    def foreign():
        tokens.tokens["of-somebody"] = ("somebody", time.time() + 3600)
        add_mailbox(server, "stolen", imap.tls_port, auth="xoauth2", password="of-somebody")
        told(server, "stolen", "access token", "another user")
    suite.run("imap_says_that_a_token_is_for_another_user", foreign)


def distrust_tests(suite, server, folder, authority):
    def refused(user, certificate, words):
        def test():
            imap = Dovecot(certificate).start()
            try:
                for way, port in (("tls", imap.tls_port), ("starttls", imap.port)):
                    imap.deliver(user + way, "1.a.x", message(f"door-{user}"))
                    add_mailbox(server, user + way, port, security=way)
                    found = told(server, user + way, "The certificate of localhost is not trusted", words)
                    assert "ca_file" in found["remedy"], found
                assert "secret-of" not in imap.log() and not imap.seen(user + "tls")
                assert not [t for t in server.all_tickets() if t["subject"] == f"door-{user}"]
            finally:
                imap.close()
        return test
    stranger = Authority(os.path.join(folder, "stranger"), "A stranger")
    suite.run("imap_refuses_a_certificate_of_a_stranger", refused("stranger", stranger.issue("DNS:localhost"), "issuer"))
    suite.run("imap_refuses_a_certificate_for_another_name",
              refused("name", authority.issue("DNS:mail.elsewhere.example"), "another name"))

    def stripped():
        def refusing(peer):
            peer.send("* OK ready\r\n")
            while True:
                tag, rest = peer.command()
                if rest.startswith("STARTTLS"):
                    peer.send(f"{tag} BAD unknown command\r\n")
                else:
                    peer.answer(tag, rest, "IMAP4rev1 AUTH=PLAIN", "1")

        def already_in(peer):
            peer.send("* PREAUTH welcome\r\n")
            while True:
                tag, _ = peer.command()
                peer.send(f"{tag} NO already logged in\r\n")
        for user, play in (("stripped", refusing), ("preauth", already_in)):
            fake = FakeImap(play)
            add_mailbox(server, user, fake.port, security="starttls")
            told(server, user, "does not offer STARTTLS")
            assert b"LOGIN" not in fake.heard and b"AUTHENTICATE" not in fake.heard, bytes(fake.heard)
            fake.close()
    suite.run("imap_gives_no_password_where_starttls_was_taken_out", stripped)

    def mechanism():
        fake = FakeImap(lambda peer: peer.behave("NEVER", capabilities="IMAP4rev1 AUTH=NTLM"))
        add_mailbox(server, "ntlm", fake.port, security="none")
        told(server, "ntlm", "does not offer to log in by PLAIN")
        fake.close()
    suite.run("imap_says_that_a_way_to_log_in_is_missing", mechanism)


def endless_line(peer):
    peer.behave("UID SEARCH")
    peer.send(b"* SEARCH")
    while True:
        peer.send(b" 1" * 50_000)


def endless_lines(peer):
    peer.behave("UID SEARCH")
    while True:
        peer.send(b"* 1 EXISTS\r\n" * 5_000)


def huge_literal(peer):
    peer.behave("UID FETCH 1 (BODY")
    peer.send(b"* 1 FETCH (UID 1 BODY[]<0> {10737418240}\r\n")
    while True:
        peer.send(b"x" * 100_000)


def many_literals(peer):
    peer.behave("UID FETCH 1 (BODY")
    peer.send(b"* 1 FETCH (UID 1")
    while True:
        peer.send(b" BODY[] {4194304}\r\n" + b"x" * 4_194_304)


def negative_literal(peer):
    peer.behave("UID FETCH 1 (BODY")
    peer.send(b"* 1 FETCH (UID 1 BODY[]<0> {-5}\r\n)\r\n")
    peer.command()


def nothing_but_nul(peer):
    peer.send(b"\0" * 200 + b"\r\n")
    peer.command()


def half_a_literal(peer):
    peer.behave("UID FETCH 1 (BODY")
    peer.send(b"* 1 FETCH (UID 1 BODY[]<0> {100}\r\nFrom: a@b.exam")


def half_an_answer(peer):
    tag = peer.behave("UID FETCH 1 (BODY")
    while True:
        peer.send(f"{tag} OK done\r\n")
        tag, rest = peer.command()
        if "SEARCH" in rest:
            peer.send(b"* SEARCH 1\r\n")


def beyond_32_bits(peer):
    peer.behave("NEVER", uids="1 99999999999999999999 9223372036854775807 0 -3")


def hangs_up(peer):
    peer.behave("SELECT")
    peer.send(b"* BYE\r\n")


def speaks_http(peer):
    peer.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")


GARBAGE = [(endless_line, "too long"), (endless_lines, "does not stop talking"), (huge_literal, "too large"),
           (many_literals, "too large"), (negative_literal, "too large"), (nothing_but_nul, "no IMAP server"),
           (half_a_literal, "closed the connection"), (half_an_answer, "does not hand it over"),
           (beyond_32_bits, "beyond what IMAP allows"), (hangs_up, "hung up"), (speaks_http, "no IMAP server")]


def resident(server):
    with open(f"/proc/{server.process.pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) // 1024


def garbage_tests(suite, server, imap):
    before = resident(server)
    fakes = []
    for script, words in GARBAGE:
        name = script.__name__.replace("_", "-")

        def test(script=script, words=words, name=name):
            fakes.append(FakeImap(script))
            add_mailbox(server, name, fakes[-1].port, security="none")
            told(server, name, words)
        suite.run(f"imap_names_a_server_with_{script.__name__}", test)

    def others_go_on():
        imap.deliver("tls", "2.b.x", message("door-beside-garbage"))
        arrives(server, "door-beside-garbage")
        assert server.process.poll() is None
    suite.run("imap_goes_on_with_the_other_mailboxes", others_go_on)
    grown = resident(server) - before
    suite.check("imap_garbage_takes_little_memory", grown < 200, f"{grown} MB more")
    for fake in fakes:
        fake.close()


def main():
    suite = Suite()
    folder = tempfile.mkdtemp(prefix="lotse-imap-")
    authority = Authority(os.path.join(folder, "authority"))
    config = os.path.join(folder, "lotse.toml")
    with open(config, "w", encoding="utf-8") as out:
        out.write(f'[mail]\nca_file = "{authority.file}"\n')
    tokens = TokenServer()
    imap = Dovecot(authority.issue("DNS:localhost", "IP:127.0.0.1"), tokens.port).start()
    try:
        with Server(args=["--config", config]) as server:
            server.make_token()
            protected_tests(suite, server, imap, tokens)
            distrust_tests(suite, server, folder, authority)
            garbage_tests(suite, server, imap)
            suite.check("imap_stops_in_order", server.stop() == 0, server.log_tail()[-300:])
    finally:
        imap.close()
        tokens.close()
        shutil.rmtree(folder, ignore_errors=True)
    suite.close()


if __name__ == "__main__":
    main()
