#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Webhooks of escalations against a real web server: every call arrives, signed; what was refused with 500 is sent again under
its id; a kill -9 in between loses none, and without a kill none comes twice; a server that swallows everything holds up nobody.

The desk's clock stands (LOTSE_TEST_NOW) and is moved on with each start, so that calls are due again the moment the desk is
up; the kill comes a random moment later. LOTSE_KILLS=N sets the number of kills (4)."""
import hashlib
import hmac
import http.server
import json
import os
import random
import socket
import sys
import threading
import time
from datetime import datetime, timedelta, timezone

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support_py"))
from lotse_server import Server, Suite  # noqa: E402

KILLS = int(os.environ.get("LOTSE_KILLS", "4"))
TICKETS = 60
AT_ONCE = 4  # calls on their way at a kill: those may arrive twice
START = datetime(2026, 3, 4, 9, 0, tzinfo=timezone.utc)  # a Wednesday


class Receiver(http.server.ThreadingHTTPServer):
    """Refuses every third event with 500 the first time it comes, and keeps what it was sent."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.taken, self.refused, self.bad = {}, set(), []
        self.secret = b""
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def judge(self, headers, body):
        event, moment = headers["Lotse-Event"], headers["Lotse-Timestamp"]
        signed = b".".join([moment.encode(), event.encode(), body])
        expected = "v1=" + hmac.new(self.secret, signed, hashlib.sha256).hexdigest()
        with self.lock:
            if not hmac.compare_digest(expected, headers["Lotse-Signature"]) or json.loads(body)["id"] != event:
                self.bad.append(event)
                return 400
            number = json.loads(body).get("ticket", {}).get("number", 0)
            if number and number % 3 == 0 and event not in self.refused and event not in self.taken:
                self.refused.add(event)
                return 500
            self.taken.setdefault(event, []).append(json.loads(body))
            return 204


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.server.judge(self.headers, body))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class BlackHole:
    """Accepts and never answers."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def must(server, method, path, body=None, expected=(200, 201, 204)):
    status, answer, _ = server.call(method, path, body)
    assert status in expected, (path, status, answer)
    return answer


def chain(server, name, queue, hook):
    must(server, "POST", "/api/v1/escalation-chains", {
        "name": name, "queues": [queue], "starts": ["breach"], "is_round_the_clock": True, "round_minutes": 60000,
        "steps": [{"to": "webhook", "webhook": hook, "after_minutes": 0}]})


def tickets(server, queue, count, who):
    for i in range(count):
        must(server, "POST", "/api/v1/tickets", {
            "subject": f"secret subject {i}", "text": "The server room burns.", "priority": "urgent", "queue": queue,
            "customer": {"email": f"{who}{i}@drill.example"}})


def waiting(server):
    return server.number("SELECT count(*) FROM {t_}webhook_call WHERE state = 0")


def main():
    suite = Suite()
    random.seed(int(os.environ.get("LOTSE_SEED", "11")))
    receiver, hole = Receiver(), BlackHole()
    server = Server(restarts=True, env={"LOTSE_TEST_NOW": stamp(START)})
    settings = os.path.join(server.folder, "webhooks.toml")
    with open(settings, "w", encoding="utf-8") as file:
        file.write('[http]\nallowed_private_targets = ["127.0.0.1"]\n')
    server.args += ["--config", settings]
    server.start()
    server.make_token()
    queue = must(server, "POST", "/api/v1/queues", {"name": "Drill"})["id"]
    made = must(server, "POST", "/api/v1/webhooks", {"name": "Receiver", "url": f"http://127.0.0.1:{receiver.server_port}/in"})
    receiver.secret = made["secret"].encode()
    suite.check("webhook_secret_is_shown_once", "secret" not in must(server, "GET", f"/api/v1/webhooks/{made['id']}"), "shown again")
    tested = must(server, "POST", f"/api/v1/webhooks/{made['id']}/test")
    suite.check("webhook_test_is_signed", tested["status"] == 204 and tested["event"] in receiver.taken, str(tested))
    receiver.taken.clear()
    chain(server, "Drill", queue, made["id"])
    hollow = must(server, "POST", "/api/v1/queues", {"name": "Hollow"})["id"]
    silent = must(server, "POST", "/api/v1/webhooks", {"name": "Hole", "url": f"http://127.0.0.1:{hole.port}/in"})
    chain(server, "Hollow", hollow, silent["id"])
    tickets(server, hollow, 5, "h")
    tickets(server, queue, TICKETS, "c")
    server.wait_until_settled()
    # Urgent tickets miss their first reply after an hour. Each start is ten minutes later, so that what failed is due again.
    for i in range(KILLS + 1):
        server.kill()
        server.env["LOTSE_TEST_NOW"] = stamp(START + timedelta(minutes=61 + 10 * i))
        server.start()
        if i < KILLS:
            time.sleep(random.uniform(0.05, 0.8))
    began = time.monotonic()
    server.wait_for(lambda: server.number("SELECT count(*) FROM {t_}webhook_call") == TICKETS + 5 and len(receiver.taken) + len(receiver.refused - set(receiver.taken)) == TICKETS, 60, "the calls to be made")
    server.kill()
    server.env["LOTSE_TEST_NOW"] = stamp(START + timedelta(minutes=61 + 10 * (KILLS + 2)))
    server.start()
    server.wait_for(lambda: len(receiver.taken) == TICKETS, 60, "all calls to arrive")
    took = time.monotonic() - began
    twice = sum(len(bodies) - 1 for bodies in receiver.taken.values())
    numbers = {bodies[0]["ticket"]["number"] for bodies in receiver.taken.values()}
    print(f"# {KILLS + 2} kills, {len(receiver.taken)} events, {len(receiver.refused)} refused at first, {twice} arrived twice, last part {took:.1f} s")
    suite.check("webhook_none_is_lost", len(receiver.taken) == TICKETS and len(numbers) == TICKETS, f"{len(receiver.taken)} of {TICKETS}")
    suite.check("webhook_signatures_are_right", not receiver.bad, str(receiver.bad))
    suite.check("webhook_twice_only_by_a_kill", twice <= AT_ONCE * (KILLS + 2), f"{twice} arrived twice")
    suite.check("webhook_subject_stays_here", not any("subject" in bodies[0]["ticket"] for bodies in receiver.taken.values()), "it was sent")
    suite.check("webhook_500_is_tried_again", receiver.refused and receiver.refused <= set(receiver.taken), str(receiver.refused))
    calls = must(server, "GET", f"/api/v1/webhooks/{silent['id']}/calls")["items"]
    suite.check("webhook_black_hole_keeps_its_calls", len(calls) == 5 and all(one["state"] == "waiting" for one in calls), str(calls))
    server.close()
    suite.close()


if __name__ == "__main__":
    main()
