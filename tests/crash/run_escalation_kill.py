#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills the desk while escalations take their steps, and sets its clock back once: no step is lost, none is taken twice, by two nodes neither.

The desk's clock stands (LOTSE_TEST_NOW) and is moved on with each start, so that a hundred tickets are due for their next
step the moment the desk is up; the kill comes a random moment later. LOTSE_KILLS=N sets the number of kills (6)."""
import os
import random
import sys
import time
from datetime import datetime, timedelta, timezone

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support_py"))
from engine import is_postgres  # noqa: E402
from lotse_server import Server, Suite  # noqa: E402

KILLS = int(os.environ.get("LOTSE_KILLS", "6"))
TICKETS = 100
START = datetime(2026, 3, 4, 9, 0, tzinfo=timezone.utc)  # a Wednesday
STEPS = 4  # owner, a person, a second person, a third


def main():
    suite = Suite()
    random.seed(int(os.environ.get("LOTSE_SEED", "11")))
    server = Server(restarts=True, env={"LOTSE_TEST_NOW": stamp(START)})
    server.start()
    server.make_token()
    prepare(server)
    # Urgent tickets miss their first reply after an hour; a step each ten minutes behind it.
    moments = [START + timedelta(minutes=61 + 10 * i) for i in range(STEPS)]
    moments = [moment for moment in moments for _ in range(max(1, KILLS // STEPS + 1))][:KILLS] + moments[-1:]
    moments.insert(len(moments) // 2, START + timedelta(minutes=30))  # set back
    # On PostgreSQL a second node works on the same desk and is killed as well, at other moments.
    twin = None
    for moment in moments:
        server.kill()
        server.env["LOTSE_TEST_NOW"] = stamp(moment)
        server.start()
        if is_postgres():
            if twin:
                twin.kill()
            twin = twin_of(server).start()
        time.sleep(random.uniform(0.0, 0.6))
    server.wait_for(lambda: left_to_do(server, moments[-1]) == 0, 120, "all steps to be taken")
    if twin:
        twin.stop()
    check(suite, server)
    server.close()
    suite.close()


def twin_of(server):
    twin = Server(folder=server.folder, env=server.env)
    twin.database.close()
    twin.database = server.database
    return twin


def prepare(server):
    _, queues, _ = server.call("GET", "/api/v1/queues")
    queue = queues["items"][0]["id"]
    people = []
    for name in ("Owner", "First", "Second", "Third"):
        status, made, _ = server.call("POST", "/api/v1/agents", {
            "name": name, "email": f"{name.lower()}@team.example", "languages": ["en"], "capacity": 1000,
            "queues": [queue] if name == "Owner" else []})
        assert status == 201, made
        people.append(made["id"])
    steps = [{"to": "owner", "after_minutes": 0}] + [
        {"to": "agent", "agents": [person], "after_minutes": 10 * (i + 1)} for i, person in enumerate(people[1:])]
    status, answer, _ = server.call("POST", "/api/v1/escalation-chains", {
        "name": "Drill", "is_default": True, "starts": ["breach"], "is_round_the_clock": True, "steps": steps, "round_minutes": 600})
    assert status == 201, answer
    for i in range(TICKETS):
        status, answer, _ = server.call("POST", "/api/v1/tickets", {
            "subject": f"burns {i}", "text": "The server room burns.", "priority": "urgent", "queue": queue,
            "customer": {"email": f"c{i}@drill.example"}})
        assert status == 201, answer
    server.wait_until_settled()


def check(suite, server):
    made = server.number("SELECT count(*) FROM {t_}escalation")
    told = server.number("SELECT count(*) FROM {t_}escalation_told WHERE passed_over = ''")
    twice = server.number("SELECT count(*) FROM (SELECT escalation_id, agent_id FROM {t_}escalation_told "
                          "GROUP BY escalation_id, agent_id HAVING count(*) > 1) AS twice")
    mails = server.number("SELECT count(*) FROM {t_}notice WHERE kind = 11")
    print(f"# {KILLS} kills, {made} escalations, {told} people told, {mails} mails")
    suite.check("escalations_every_ticket_has_one", made == TICKETS, f"{made} of {TICKETS}")
    suite.check("escalations_no_step_is_lost", told == TICKETS * STEPS, f"{told} of {TICKETS * STEPS}")
    suite.check("escalations_nobody_is_told_twice", twice == 0, f"{twice} were")
    suite.check("escalations_one_mail_a_step", mails == told, f"{mails} mails for {told} steps")


def left_to_do(server, moment):
    """In one look: work that passes from a timer to an event to a step between two looks would be seen by neither."""
    at = int(moment.timestamp() * 1_000_000)
    return server.number(
        f"SELECT (SELECT count(*) FROM {{t_}}escalation WHERE next_at <= {at}) + "
        f"(SELECT count(*) FROM {{t_}}timer WHERE due_at <= {at}) + "
        "(SELECT count(*) FROM {t_}event WHERE needs_settling = 1)")


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    main()
