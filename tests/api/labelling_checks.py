# SPDX-License-Identifier: Apache-2.0
"""Labels by people: the page's operations, taking many back, and going back to an older model."""
from api_client import Client
from clock_checks import takes_a_reason_for_what_was_missed
from expecting import expect, expect_pointer
from recipes import wait_for

FIELDS = (1, 2, 3, 4)


def decides_and_takes_back(suite):
    admin, other = suite.admin, suite.pool[0]
    must = admin.must
    for field in FIELDS:
        must("patch_gate_field", {"gate_field": field}, {"audit_share": 1})
    made = must("create_ticket", body={"subject": "Blind", "text": "The printer prints nothing.",
                                       "customer": {"email": "blind@b.example"}})["id"]
    task = wait_for(lambda: claimed(admin, made))
    for field in FIELDS:
        must("patch_gate_field", {"gate_field": field}, {"audit_share": 0.1})
    expect(task["why"] == "blind" and 2 <= task["value"] <= 3, task["why"])
    expect(all(c["confidence"] is None for f in task["fields"] for c in f["choices"]), "a confidence is told")
    path, body = {"ticket": made}, {"claim": task["claim"], "field": "category", "value": "printing"}
    expect("category" in must("get_ticket", path)["blind_fields"], "it shows what it should hide")
    expect_pointer(admin.call("decide_label", path, dict(body, value="nonsense")), 422, "/value")
    stranger = other.call("decide_label", path, body)
    expect(stranger.status == 409 and stranger.json["code"] == "label.claimed", stranger.json)
    done = must("decide_label", path, body)
    expect(must("get_ticket", path)["category"]["key"] == "printing", "not set")
    again = admin.call("decide_label", path, body)
    expect(again.status == 409 and again.json["code"] == "label.decided", again.json)
    theirs = other.call("take_back_label", {"label_decision": done["decision"]})
    expect(theirs.status == 403, theirs.status)
    back = must("take_back_label", {"label_decision": done["decision"]})["task"]
    expect(must("get_ticket", path)["category"] is None, "not taken back")
    must("skip_label", path, {"claim": back["claim"]})
    line = [r for r in must("list_label_requests", query={"limit": 200})["items"] if r["ticket"] == made]
    expect(line and line[0]["is_skipped"], line)
    expect(must("count_label_requests")["count"] >= 1, "nothing waits")


def claimed(admin, ticket):
    """The task, once this very ticket comes; others are left behind."""
    task = admin.must("claim_label")["task"]
    if task and task["ticket"] == ticket:
        return task
    if task:
        admin.must("skip_label", {"ticket": task["ticket"]}, {"claim": task["claim"]})
    return None


def goes_back_to_an_older_model(suite):
    server = suite.server
    server.run("demo", "load")  # with fewer tickets there is no older model
    demo = Client(server.http, server.token("admin", desk="nordhafen"))
    history = demo.must("list_models")
    kept = [m for m in history["items"] if m["is_kept"]]
    expect(kept and any(m["is_serving"] for m in kept), history)
    older = demo.must("serve_model", {"model_trial": kept[-1]["id"]})
    expect(older["is_serving"] and demo.must("list_models")["serving"] == older["version"], older)
    pin = demo.must("list_models")["pin"]
    # Where the story has kept one model only, serving it again holds nothing fast.
    expect((pin is None) == (len(kept) == 1) and (pin is None or pin["version"] == older["version"]), (pin, kept))
    demo.must("unpin_model")
    expect(demo.must("list_models")["pin"] is None, "still pinned")
    wish = {"field": "category", "from": "2001-01-01T00:00:00Z"}
    preview = demo.must("preview_label_undo", query=wish)
    expect(preview["touched"] > 0 and (preview["labels"] > 0 or len(kept) == 1), preview)
    job = demo.must("start_label_undo", body=wish)
    path = {"job": job["id"]}
    done = wait_for(lambda: (j := demo.must("get_job", path))["state"] == "done" and j)
    expect(done["kind"] == "label_undo" and done["failed"] == 0, done)
    expect(demo.must("get_agreement")["price"]["decisions"] >= 0, "no price")
    promises_a_time(demo)
    takes_a_reason_for_what_was_missed(demo)


def promises_a_time(demo):
    """A desk with a past tells by when, and to whom it told it; one without says the policy's target."""
    standings = {s["awaited"]: s for s in demo.must("get_promises")["items"]}
    expect(all(s["tickets"] >= 30 and s["is_told"] for s in standings.values()), standings)
    made = demo.must("create_ticket", body={"subject": "Printer", "text": "It prints nothing.",
                                            "customer": {"email": "when@b.example"}})["id"]
    ticket = wait_for(lambda: (t := demo.must("get_ticket", {"ticket": made}))["promises"] and t)
    promises = {p["awaited"]: p for p in ticket["promises"]}
    expect(set(promises) == {"first_reply", "solution"}, promises)
    for promise in promises.values():
        expect(promise["is_told"] and promise["state"] == "open" and promise["until"] > ticket["created_at"], promise)
        expect(promise["because"]["code"] == "promise.history" and promise["because"]["confidence"] == 0.9, promise)
    said = [n["text"] for n in ticket["notices"] if n["kind"] == "confirmation"]
    expect(len(said) == 1 and "9 of 10" in said[0].replace("9 von 10", "9 of 10"), said)


TESTS = (decides_and_takes_back, goes_back_to_an_older_model)
