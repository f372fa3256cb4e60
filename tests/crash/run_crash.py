#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills the desk with SIGKILL under load, again and again, and looks whether anything acknowledged is missing or double.

LOTSE_KILLS=N sets the number of kills (8; the long form takes 200)."""
import collections
import json
import os
import random
import sys
import threading
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support_py"))
from lotse_server import Lmtp, Server, Suite  # noqa: E402

KILLS = int(os.environ.get("LOTSE_KILLS", "200" if os.environ.get("LOTSE_LONG") else "8"))
CLIENTS = 8


class Load:
    """Clients that create tickets by REST and LMTP and try again, with the same key, until they are told it is stored."""

    def __init__(self, server):
        self.server, self.stop = server, threading.Event()
        self.acked, self.lock = {}, threading.Condition()  # subject -> door
        self.retries = 0

    def rest(self):
        while not self.stop.is_set():
            subject = "rest-" + uuid.uuid4().hex
            body = {"subject": subject, "text": "kill drill", "channel": "api",
                    "customer": {"email": f"c{random.randrange(50)}@drill.example", "name": "Drill"}}
            self.until_stored(subject, "rest", lambda: self.post(subject, body))

    def post(self, subject, body):
        status, answer, _ = self.server.call("POST", "/api/v1/tickets", body, headers={"Idempotency-Key": subject}, timeout=10)
        if status == 201:
            return True
        assert status in (409, 429, 503), (status, answer)
        return False

    def lmtp(self):
        while not self.stop.is_set():
            subject = "lmtp-" + uuid.uuid4().hex
            mail = (f"From: Drill <d{random.randrange(50)}@drill.example>\r\nTo: help@desk.example\r\nSubject: {subject}\r\n"
                    f"Message-ID: <{subject}@drill.example>\r\nDate: Wed, 25 Nov 2026 10:00:00 +0000\r\n\r\nkill drill\r\n")
            self.until_stored(subject, "lmtp", lambda: self.send(mail))

    def send(self, mail):
        with Lmtp(self.server.ready["lmtp"]) as peer:
            peer.sendmail("drill@drill.example", ["help@desk.example"], mail)
        return True

    def until_stored(self, subject, door, attempt):
        while True:
            try:
                if attempt():
                    with self.lock:
                        self.acked[subject] = door
                        self.lock.notify_all()
                    return
            except AssertionError:
                raise
            except Exception:  # noqa: BLE001: the desk is down; the sender keeps the message and tries again
                pass
            self.retries += 1
            if self.stop.is_set() and self.retries > 10**7:
                return
            time.sleep(0.02)

    def start(self):
        self.threads = [threading.Thread(target=self.rest if i % 2 else self.lmtp, daemon=True) for i in range(CLIENTS)]
        for thread in self.threads:
            thread.start()

    def wait_for_more(self, count):
        """Until so many more have been acknowledged than there were."""
        with self.lock:
            wanted = len(self.acked) + count
            if not self.lock.wait_for(lambda: len(self.acked) >= wanted, 120):
                raise RuntimeError(f"the desk acknowledges nothing: {self.server.log_tail()}")

    def finish(self):
        self.stop.set()
        for thread in self.threads:
            thread.join(120)


def main():
    suite = Suite()
    random.seed(int(os.environ.get("LOTSE_SEED", "7")))
    server = Server(restarts=True).start()
    server.make_token()
    load = Load(server)
    load.start()
    slowest = work = 0.0
    for _ in range(KILLS):
        load.wait_for_more(CLIENTS)  # it is under way
        time.sleep(random.uniform(0.0, 0.75))
        server.kill()
        server.start()
        slowest, work = max(slowest, server.start_seconds), max(work, server.start_cpu_seconds)
    load.wait_for_more(CLIENTS)
    load.finish()

    def settled():
        return server.number("SELECT count(*) FROM {t_}event WHERE needs_settling = 1") == 0

    server.wait_for(settled, 120, "everything accepted is settled after the kills")
    stored = collections.Counter(ticket["subject"] for ticket in server.all_tickets())
    lost = [subject for subject in load.acked if stored[subject] == 0]
    double = [subject for subject, count in stored.items() if count > 1]
    server.stop()
    verdict = server.run("doctor", *server.data_words(), "--json", check=False).stdout
    database = next(item for item in json.loads(verdict)["items"] if item["what"] == "database")
    print(f"# {KILLS} kills, {len(load.acked)} acknowledged ({collections.Counter(load.acked.values())}), "
          f"{load.retries} retries, slowest start {slowest:.2f} s, {work:.2f} s of CPU")
    suite.check("crash_acknowledged_something", len(load.acked) > KILLS, f"{len(load.acked)} acknowledged")
    suite.check("crash_nothing_acknowledged_is_lost", not lost, f"{len(lost)} lost, such as {lost[:3]}")
    suite.check("crash_nothing_is_double", not double, f"{len(double)} double, such as {double[:3]}")
    suite.check("crash_starts_with_5_seconds_of_work", work < 5, f"{work:.2f} s of CPU, {slowest:.2f} s by the clock")
    suite.check("crash_database_is_whole", database["state"] == "good", str(database))
    server.close()
    suite.close()


if __name__ == "__main__":
    main()
