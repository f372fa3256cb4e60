# SPDX-License-Identifier: Apache-2.0
"""Escalations over the API: a ticket near its target calls a person, who says that they look after it; the watch page."""
import hashlib, hmac, http.server, json, threading
from api_client import Client
from expecting import expect, expect_pointer
from recipes import unique, wait_for

WEEK = {day: [["00:00", "24:00"]] for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")}


def person(admin, server, **more):
    made = admin.must("create_agent", body={"name": unique("Caller"), "email": f"{unique('caller')}@team.example", "languages": ["en"], **more})
    token = admin.must("create_token", body={"name": "caller", "scopes": ["tickets:read", "tickets:write"], "agent": made["id"]})
    return made["id"], Client(server.http, token["token"])


def hurried_ticket(admin, queue):
    """Of a firm whose targets are a minute: its warning comes within a second or two."""
    calendar = admin.must("create_calendar", body={"name": unique("Always"), "time_zone": "UTC", "week": WEEK, "holidays": []})
    targets = {priority: {"first_reply_minutes": 1, "solution_minutes": 60} for priority in ("low", "normal", "high", "urgent")}
    policy = admin.must("create_policy", body={"name": unique("Hurry"), "calendar": calendar["id"], "targets": targets})
    domain = f"{unique('hurry').lower()}.example"
    admin.must("create_organization", body={"name": unique("Hurried"), "domains": [domain], "policy": policy["id"]})
    return admin.must("create_ticket", body={"subject": unique("Burns"), "text": "The server room burns.", "queue": queue,
                                             "customer": {"email": f"a@{domain}"}})["id"]


def calls_a_person_until_they_look_after_it(admin, server):
    agent, client = person(admin, server)
    _, other = person(admin, server)
    queue = admin.must("create_queue", body={"name": unique("Hurry")})["id"]
    chain = admin.must("create_escalation_chain", body={
        "name": unique("Hurry"), "queues": [queue], "starts": ["warning"], "is_round_the_clock": True,
        "steps": [{"to": "lead", "after_minutes": 0}, {"to": "agent", "agents": [agent], "after_minutes": 10}]})
    before = admin.must("get_settings")["warn_at_percent"]
    admin.must("patch_settings", body={"warn_at_percent": 1})
    try:
        ticket = hurried_ticket(admin, queue)
        mine = wait_for(lambda: client.must("list_escalations", query={"mine": "true"})["items"])
    finally:
        admin.must("patch_settings", body={"warn_at_percent": before})
    expect(len(mine) == 1 and mine[0]["ticket"]["id"] == ticket, mine)
    told = mine[0]["told"]
    # The queue has no lead: the next is told at once, not ten minutes later.
    expect([one["passed_over"] for one in told] == ["nobody", None] and told[1]["agent"]["id"] == agent, told)
    expect(mine[0]["cause"] == "first_reply" and mine[0]["start"] == "warning" and mine[0]["chain"]["id"] == chain["id"], mine)
    expect(client.must("count_escalations")["mine"] == 1 and other.must("count_escalations")["mine"] == 0, "the wrong people are called")
    path = {"escalation": mine[0]["id"]}
    expect(client.must("get_escalation", path) == mine[0], "read alone it differs")
    done = client.must("acknowledge_escalation", path)
    expect(done["state"] == "acknowledged" and done["acknowledged_by"]["id"] == agent and done["next_at"] is None, done)
    expect(other.must("acknowledge_escalation", path)["acknowledged_by"]["id"] == agent, "pushed aside")
    nobody = admin.call("acknowledge_escalation", path)
    expect(nobody.status == 422, nobody)
    expect(client.must("count_escalations")["mine"] == 0, "still called")
    expect(any(one["id"] == path["escalation"] for one in admin.must("list_escalations", query={"state": "acknowledged"})["items"]), "not listed")
    admin.must("write_reply", {"ticket": ticket}, {"text": "We come at once.", "then": "open"})
    over = wait_for(lambda: [one for one in admin.must("list_ticket_escalations", {"ticket": ticket})["items"] if one["state"] == "ended"])
    expect(over[0]["why_ended"] == "replied", over)
    kinds = [event["data"].get("what") for event in admin.must("get_ticket", {"ticket": ticket})["events"] if event["kind"] == "escalation"]
    expect(kinds == ["passed_over", "told", "acknowledged"], kinds)
    admin.must("delete_escalation_chain", {"chain": chain["id"]})


def tells_at_a_share_of_the_time(admin, server):
    agent, client = person(admin, server)
    queue = admin.must("create_queue", body={"name": unique("Ladder")})["id"]
    chain = admin.must("create_escalation_chain", body={
        "name": unique("Ladder"), "queues": [queue], "starts": [], "steps": [],
        "ladder": [{"at_percent": 1, "to": "agent", "agents": [agent], "by_mail": False}, {"at_percent": 99, "to": "lead"}]})
    expect([rung["at_percent"] for rung in chain["ladder"]] == [1, 99], chain)
    ticket = hurried_ticket(admin, queue)
    mine = wait_for(lambda: client.must("list_escalations", query={"mine": "true"})["items"])
    expect(mine[0]["ticket"]["id"] == ticket and mine[0]["start"] == "rung" and mine[0]["percent"] == 1, mine)
    told = mine[0]["told"]
    expect(len(told) == 1 and told[0]["at_percent"] == 1 and told[0]["agent"]["id"] == agent and mine[0]["next_at"] is None, mine)
    admin.must("delete_escalation_chain", {"chain": chain["id"]})


def refuses_a_chain_that_calls_nobody(admin, server):
    def refused(pointer, **change):
        body = {"name": unique("Odd"), "is_default": False, "queues": [], "starts": ["breach"],
                "steps": [{"to": "owner", "after_minutes": 0}], **change}
        answer = admin.call("create_escalation_chain", body=body)
        expect_pointer(answer, 422, pointer)

    queue = admin.must("create_queue", body={"name": unique("Odd")})["id"]
    refused("/queues")
    refused("/steps", queues=[queue], steps=[])
    refused("/starts", queues=[queue], starts=[])
    refused("/steps/0/agents", queues=[queue], steps=[{"to": "agent", "after_minutes": 0}])
    refused("/steps/0/agents/0", queues=[queue], steps=[{"to": "agent", "agents": [999_999_999], "after_minutes": 0}])
    refused("/ladder/1/at_percent", queues=[queue], ladder=[{"at_percent": 80, "to": "owner"}, {"at_percent": 50, "to": "owner"}])
    refused("/silent_after_minutes", queues=[queue], starts=["silence"])


def shows_a_lead_what_calls(admin, server):
    queue = admin.must("create_queue", body={"name": unique("Watched"), "skills": ["mainframe"], "assignment": "pull"})["id"]
    person(admin, server, queues=[queue])
    ticket = admin.must("create_ticket", body={"subject": unique("Waits"), "text": "The mainframe is slow.", "queue": queue,
                                               "customer": {"email": f"{unique('c')}@customer.example"}})["id"]
    gap = wait_for(lambda: [one for one in admin.must("get_watch")["gaps"] if one["queue"] and one["queue"]["id"] == queue])
    expect(gap[0]["lack"] == "skill" and gap[0]["what"] == "mainframe" and gap[0]["first"] == ticket and gap[0]["count"] == 1 and gap[0]["is_of_team"], gap)
    row = [one for one in admin.must("get_watch")["queues"] if one["queue"]["id"] == queue][0]
    expect(row["waiting"] == {"count": 1, "is_exact": True} and row["at_work"] == 1 and row["free"] == 1, row)


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.got.append((dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def tries_a_webhook(admin, server):
    """Against a web server of this machine, which the suite's desk is told to allow."""
    with http.server.HTTPServer(("127.0.0.1", 0), Receiver) as program:
        program.got = []
        threading.Thread(target=program.serve_forever, daemon=True).start()
        hook = admin.must("create_webhook", body={"name": unique("Hook"), "url": f"http://127.0.0.1:{program.server_port}/in"})
        answer = admin.must("test_webhook", {"webhook": hook["id"]})
        program.shutdown()
        headers, body = program.got[0]
        signed = b".".join([headers["Lotse-Timestamp"].encode(), headers["Lotse-Event"].encode(), body])
        expect(headers["Lotse-Signature"] == "v1=" + hmac.new(hook["secret"].encode(), signed, hashlib.sha256).hexdigest(), headers)
        expect(json.loads(body)["id"] == headers["Lotse-Event"] and answer["status"] == 204, (body, answer))
        renewed = admin.must("renew_webhook_secret", {"webhook": hook["id"]})["secret"]
        expect(renewed != hook["secret"] and "secret" not in admin.must("get_webhook", {"webhook": hook["id"]}), "the secret is shown again")
    gone = admin.must("test_webhook", {"webhook": hook["id"]})
    expect(gone["status"] != 204, gone)
    admin.must("delete_webhook", {"webhook": hook["id"]})
    private = admin.call("create_webhook", body={"name": unique("Hook"), "url": "http://10.0.0.1/in"})
    expect_pointer(private, 422, "/url")


TESTS = [lambda suite, check=check: check(suite.admin, suite.server)
         for check in (calls_a_person_until_they_look_after_it, tells_at_a_share_of_the_time, refuses_a_chain_that_calls_nobody, shows_a_lead_what_calls, tries_a_webhook)]
