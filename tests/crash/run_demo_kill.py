#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills and stops the desk while it loads the demo desk: the next start tells the story anew, whole and once."""
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support_py"))
from lotse_server import BINARY, Server, Suite  # noqa: E402

ADMIN = {"name": "Anna", "email": "anna@firm.example", "password": "a sentence that only Anna knows"}
DEMO = "nordhafen"


def set_up(server):
    body = {"token": server.ready["setup_token"], "desk_name": "Firm", "second_factor": "nobody", "demo": True, "admin": ADMIN}
    status, answer, _ = server.call("POST", "/api/v1/setup", body)
    assert status == 201, (status, answer)
    server.make_token("--desk", "desk")


def progress(server):
    return server.call("GET", "/api/v1/demo")[1]


def with_outage(tickets):
    """The story's tickets, and those of its outage: one in 25 more."""
    return tickets + tickets // 25


def wait_until_under_way(server, tickets):
    server.wait_for(lambda: progress(server)["done"] >= tickets, 120, f"{tickets} tickets of the demo desk")


def demo_tickets(server):
    token = json.loads(server.run("token", "create", *server.data_words(), "--desk", DEMO, "--scopes", "read", "--json").stdout)["token"]
    path, count = "/api/v1/tickets?limit=200&sort=created", 0
    while path:
        status, body, _ = server.call("GET", path, token=token)
        assert status == 200, (status, body)
        count, path = count + len(body["items"]), body["next"]
    return count


def a_kill_is_mended_at_the_next_start():
    with Server() as server:
        set_up(server)
        wait_until_under_way(server, 25)
        server.kill()
        server.start()
        again = progress(server)
        assert again["state"] == "loading", again
        server.wait_for(lambda: progress(server)["state"] != "loading", 300, "the story to be told")
        assert progress(server) == {"state": "ready", "done": with_outage(300), "total": with_outage(300)}, progress(server)
        assert demo_tickets(server) == with_outage(300), demo_tickets(server)
        assert server.number("SELECT count(*) FROM {t_}tenant") == 2
        server.stop()
        server.start()
        assert progress(server)["state"] == "none", "a whole demo desk was begun anew"


def a_stop_does_not_wait_for_the_story():
    with Server() as server:
        set_up(server)
        wait_until_under_way(server, 25)
        began = time.monotonic()
        code = server.stop()
        seconds = time.monotonic() - began
        print(f"# stopped {seconds:.2f} s after it was asked to")
        assert code == 0, code
        assert seconds < 5, f"{seconds:.1f} s"
        server.start()
        assert progress(server)["state"] == "loading", progress(server)


def a_command_that_is_killed_is_mended_by_the_next_one():
    server = Server()
    server.start()
    server.stop()
    words = [BINARY, "demo", "load", *server.data_words()]
    loading = subprocess.Popen([*words, "--tickets", "600"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server.wait_for(lambda: server.number("SELECT count(*) FROM {t_}ticket") >= 25, 60, "the first tickets")
    busy = server.run("demo", "load", *server.data_words(), "--tickets", "5", "--json", check=False)
    assert busy.returncode != 0 and b"Another Lotse is loading" in busy.stderr, busy.stderr
    loading.kill()
    loading.wait()
    server.run("demo", "load", *server.data_words(), "--tickets", "40")
    kept = server.number("SELECT count(*) FROM {t_}ticket")
    assert kept == with_outage(40), kept
    server.run("demo", "remove", *server.data_words())
    assert server.number("SELECT count(*) FROM {t_}tenant") == 1
    assert server.number("SELECT count(*) FROM {t_}ticket") == 0
    server.close()


def main():
    suite = Suite()
    for test in (a_kill_is_mended_at_the_next_start, a_stop_does_not_wait_for_the_story,
                 a_command_that_is_killed_is_mended_by_the_next_one):
        suite.run(test.__name__, test)
    suite.close()


if __name__ == "__main__":
    main()
