# SPDX-License-Identifier: Apache-2.0
"""Clocks over the API: whose policy, contradictions told, what a change would do, that open tickets follow, reasons."""
from expecting import expect
from recipes import new_calendar, unique, wait_for

ALWAYS = {day: [["00:00", "24:00"]] for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")}


def clocks_of(client, ticket):
    return client.must("get_clocks", {"ticket": ticket})


def goes_by_conditions_and_says_why(admin):
    calendar = admin.must("create_calendar", body={"name": unique("Always"), "time_zone": "UTC", "week": ALWAYS})
    queue = admin.must("create_queue", body={"name": unique("Clocked"), "handover_minutes": 30})
    target = {"first_reply_minutes": 60, "solution_minutes": 120, "next_reply_minutes": 300, "update_minutes": 30}
    policy = admin.must("create_policy", body={"name": unique("Clocked"), "calendar": calendar["id"], "position": 1,
                                               "targets": {p: target for p in ("low", "normal", "high", "urgent")},
                                               "conditions": {"queues": [queue["id"]]}})
    fields = {w["field"] for w in policy["warnings"]}
    expect("/targets/high/next_reply_minutes" in fields and "/targets/high/update_minutes" in fields, policy["warnings"])
    refused = admin.call("create_policy", body={"name": "x", "calendar": calendar["id"], "conditions": {"queues": [999_999_997]}})
    expect(refused.status == 422 and "/conditions/queues/0" in refused.body.decode(), refused.body)
    made = admin.must("create_ticket", body={"subject": unique("Clocked"), "text": "Nothing prints.", "queue": queue["id"],
                                             "customer": {"email": f"{unique('c')}@customer.example"}})["id"]
    wait_for(lambda: clocks_of(admin, made)["clocks"][0]["due_at"])
    said = clocks_of(admin, made)
    expect(said["policy"]["id"] == policy["id"] and said["policy"]["ground"] == "conditions", said["policy"])
    expect(said["policy"]["queue"] == queue["name"] and said["policy"]["because"], said["policy"])
    states = {c["clock"]: c["state"] for c in said["clocks"]}
    expect(states["handover"] == "running" and states["next_reply"] == "idle", states)
    return policy, calendar, made


def tells_what_a_change_would_do_and_then_does_it(admin):
    policy, calendar, ticket = goes_by_conditions_and_says_why(admin)
    shorter = {p: {"first_reply_minutes": 20, "solution_minutes": 120} for p in ("low", "normal", "high", "urgent")}
    preview = admin.must("preview_policy", {"policy": policy["id"]}, {"targets": shorter})
    expect(preview["open"] >= 1 and preview["earlier"] >= 1, preview)
    before = clocks_of(admin, ticket)["clocks"][0]["due_at"]
    admin.must("patch_policy", {"policy": policy["id"]}, {"targets": shorter})
    wait_for(lambda: clocks_of(admin, ticket)["clocks"][0]["due_at"] != before)
    hours = new_calendar("Clocked")
    expect("clocks" in admin.must("preview_calendar", {"calendar": calendar["id"]}, hours), "no preview of a calendar")


def takes_a_reason_for_what_was_missed(demo):
    found = demo.must("list_tickets", query={"q": "has:unexplained_breach"})
    expect(found["items"], "the demo desk has missed nothing")
    ticket = found["items"][0]["id"]
    breach = next(b for b in clocks_of(demo, ticket)["breaches"] if b["reason"] == "none")
    word = {"clock": breach["clock"], "due_at": breach["due_at"], "reason": "other"}
    refused = demo.call("explain_breach", {"ticket": ticket}, word)
    expect(refused.status == 422 and "/remark" in refused.body.decode(), refused.body)
    said = demo.must("explain_breach", {"ticket": ticket}, {**word, "remark": "The fair."})
    expect(said["reason"] == "other" and said["explained_at"], said)
    last = demo.must("get_ticket", {"ticket": ticket})["events"][-1]["changes"][-1]
    expect(last["field"] == f"breach.{breach['clock']}" and last["to"] == "other: The fair.", last)


def previews_and_follows(suite):
    tells_what_a_change_would_do_and_then_does_it(suite.admin)


TESTS = (previews_and_follows,)
