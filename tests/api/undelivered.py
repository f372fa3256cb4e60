# SPDX-License-Identifier: Apache-2.0
"""Mail that the mail server refuses for good: seen, tried again, let be."""
import time

from api_client import Client
from expecting import expect
from recipes import unique


class Undelivered:
    def __init__(self, server, sink):
        self.server, self.sink = server, sink
        self.admin = Client(server.http, server.token("admin"))

    def wait(self, notices, letters):
        until = time.monotonic() + 20
        while time.monotonic() < until:
            counts = self.admin.must("count_undelivered")
            if (counts["notices"], counts["letters"]) == (notices, letters):
                return
            time.sleep(0.05)
        raise AssertionError(f"{counts}, not {notices} and {letters}")

    def refused_replies(self, count):
        for i in range(count):
            customer = {"email": f"{unique('c')}@customer.example"}
            ticket = self.admin.must("create_ticket", body={"subject": f"n{i}", "customer": customer})["id"]
            self.admin.must("write_reply", {"ticket": ticket}, {"text": "An answer.", "hold_seconds": 0})
        return ticket

    def run(self):
        self.sink.refuses = True
        ticket = self.refused_replies(3)
        agent = self.admin.must("create_agent", body={"name": "Ada", "email": "ada@team.example"})["id"]
        self.admin.must("invite_agent", {"agent": agent})
        rows = self.shown(ticket)
        letter = self.admin.must("list_lost_letters")["items"]
        expect([(one["kind"], one["to"]) for one in letter] == [("invitation", "ada@team.example")], letter)
        self.admin.must("drop_letter", {"letter": letter[0]["id"]})
        expect(self.admin.call("drop_letter", {"letter": letter[0]["id"]}).status == 404, "twice")
        self.tries_again(rows)

    def shown(self, ticket):
        until = time.monotonic() + 20
        while time.monotonic() < until:
            rows = self.admin.must("list_undelivered")["items"]
            # The confirmation goes first, and is given up, too.
            if len(rows) == 6 and self.admin.must("count_undelivered") == {"notices": 6, "letters": 1}:
                break
            time.sleep(0.05)
        replies = [row for row in rows if row["kind"] == "reply"]
        expect(len(replies) == 3 and replies[0]["ticket"] == ticket and "550" in replies[0]["reason"], rows)
        first = self.admin.must("list_undelivered", query={"limit": 1})
        expect(len(first["items"]) == 1 and first["next"], first)
        expect(self.admin.raw("GET", first["next"]).json["items"][0]["id"] == rows[1]["id"], "the next page")
        return rows

    def tries_again(self, rows):
        health = self.admin.must("get_health")
        expect(health["undelivered"] == len(rows), health)
        self.sink.refuses = False
        one, other = rows[0], rows[1]
        self.admin.must("retry_notice", {"notice": one["id"]})
        self.wait(len(rows) - 1, 0)
        expect(self.admin.call("retry_notice", {"notice": one["id"]}).json["code"] == "notice.not_dead", "twice")
        self.admin.must("drop_notice", {"notice": other["id"]})
        expect(self.admin.call("drop_notice", {"notice": other["id"]}).status == 409, "twice")
        self.wait(len(rows) - 2, 0)
        expect(self.admin.must("retry_notices")["count"] == len(rows) - 2, "all of them")
        self.wait(0, 0)
        # All but the one that was let be, and nothing twice.
        until = time.monotonic() + 20
        while time.monotonic() < until and len(self.sink.messages) < len(rows) - 1:
            time.sleep(0.05)
        sent = sorted(message["Subject"] for message in self.sink.messages)
        wanted = sorted(row["subject"] for row in rows if row["id"] != other["id"])
        expect(sent == wanted, f"{sent}, not {wanted}")
