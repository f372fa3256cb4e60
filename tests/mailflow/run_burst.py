#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Very many tickets miss their targets in the same minute: everybody is told of every one, on few mails, and nothing is lost.

The desk's clock stands (LOTSE_TEST_NOW) and is moved on by starting it again. LOTSE_BURST=N sets the number of tickets
(200; the long form takes 10,000)."""
import os
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

here = os.path.dirname(os.path.abspath(__file__))
sys.path += [os.path.join(here, "..", "support_py"), os.path.join(here, "..", "api")]
from lotse_server import Server, Suite  # noqa: E402
from signing_in import MailSink  # noqa: E402

TICKETS = int(os.environ.get("LOTSE_BURST", "10000" if os.environ.get("LOTSE_LONG") else "200"))
START = datetime(2026, 3, 4, 9, 0, tzinfo=timezone.utc)  # a Wednesday
BREACH = START + timedelta(minutes=61)  # urgent tickets are to be answered within the hour


def main():
    suite = Suite()
    with MailSink() as sink:
        server = Server(restarts=True, env={"LOTSE_TEST_NOW": stamp(START)})
        config = os.path.join(server.folder, "lotse.toml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f'[relay]\nurl = "smtp://127.0.0.1:{sink.port}"\nsecurity = "none"\n[http]\ncalls_per_minute = 0\n')
        server.args += ["--config", config]
        server.start()
        server.make_token()
        prepare(server)
        began = time.monotonic()
        move_to(server, BREACH)
        server.wait_for(lambda: waiting(server) == 0, 1800, "everybody to be told")
        seconds = time.monotonic() - began
        # What the burst has written waits a moment for more of its kind; then it goes.
        move_to(server, BREACH + timedelta(seconds=10))
        server.wait_for(lambda: server.number(f"SELECT count(*) FROM {{t_}}notice WHERE state = 0 AND kind = 11") == 0
                        and server.number("SELECT count(*) FROM {t_}letter") == 0, 300, "the mails to go out")
        check(suite, server, sink, seconds)
        server.close()
    suite.close()


def prepare(server):
    _, queues, _ = server.call("GET", "/api/v1/queues")
    queue = queues["items"][0]["id"]
    people = []
    for name in ("Owner", "Lead"):
        status, made, _ = server.call("POST", "/api/v1/agents", {
            "name": name, "email": f"{name.lower()}@team.example", "languages": ["en"], "capacity": 500,
            "queues": [queue] if name == "Owner" else []})
        assert status == 201, made
        people.append(made["id"])
    status, answer, _ = server.call("POST", "/api/v1/escalation-chains", {
        "name": "Burst", "is_default": True, "starts": ["breach"], "is_round_the_clock": True, "round_minutes": 600,
        "steps": [{"to": "agent", "agents": [people[0]], "after_minutes": 0}, {"to": "agent", "agents": [people[1]], "after_minutes": 0}]})
    assert status == 201, answer

    def add(i):
        status, answer, _ = server.call("POST", "/api/v1/tickets", {
            "subject": f"burns {i}", "text": "The server room burns.", "priority": "urgent", "queue": queue,
            "customer": {"email": f"c{i}@drill.example"}})
        assert status == 201, answer

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(TICKETS)))
    server.wait_until_settled(1800)


def move_to(server, moment):
    server.stop()
    server.env["LOTSE_TEST_NOW"] = stamp(moment)
    server.start()


def check(suite, server, sink, seconds):
    told = server.number("SELECT count(*) FROM {t_}escalation_told WHERE passed_over = ''")
    mails = {who: [mail for mail in sink.messages if who in mail["To"]] for who in ("owner@team.example", "lead@team.example")}
    said = {who: sum(int(re.match(r"[\d,.]+", mail["Subject"].strip()).group()) if mail["Subject"][0].isdigit() else 1 for mail in all_of
                     if mail["Subject"][0].isdigit() or "look after" in mail["Subject"]) for who, all_of in mails.items()}
    counts = {who: len([mail for mail in all_of if mail["Subject"][0].isdigit() or "look after" in mail["Subject"]]) for who, all_of in mails.items()}
    print(f"# {TICKETS} tickets, {told} times somebody was told, in {seconds:.1f} s, {TICKETS / seconds:.0f} tickets a second; "
          f"mails {counts}, which tell of {said}")
    suite.check("burst_everybody_is_told_of_every_ticket", told == 2 * TICKETS, f"{told} of {2 * TICKETS}")
    suite.check("burst_the_mails_tell_of_all", all(count == TICKETS for count in said.values()), str(said))
    suite.check("burst_one_mail_for_many", all(0 < count <= 3 for count in counts.values()), str(counts))


def waiting(server):
    at = int(BREACH.timestamp() * 1_000_000)
    return (server.number(f"SELECT count(*) FROM {{t_}}timer WHERE due_at <= {at}")
            + server.number(f"SELECT count(*) FROM {{t_}}escalation WHERE next_at <= {at}")
            + server.number("SELECT count(*) FROM {t_}event WHERE needs_settling = 1"))


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    main()
