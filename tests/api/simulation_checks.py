# SPDX-License-Identifier: Apache-2.0
"""What would be: asked, listed, stopped, and hidden while there is nothing to believe it by."""
from expecting import expect, expect_pointer
from recipes import wait_for


def what_if(admin):
    made = admin.call("create_simulation", body={"weeks": 5, "runs": 20, "days": 7}, headers={"Idempotency-Key": "what-if-1"})
    expect(made.status == 202, made)
    again = admin.call("create_simulation", body={"weeks": 5, "runs": 20, "days": 7}, headers={"Idempotency-Key": "what-if-1"})
    expect(again.json["id"] == made.json["id"], "asked twice under one key")
    path = {"simulation": made.json["id"]}
    done = wait_for(lambda: (one := admin.must("get_simulation", path))["state"] != "waiting" and one)
    expect(done["state"] == "done" and done["progress"] == 100, done)
    test = done["answer"]["test"]
    expect((test["verdict"] == "believable") == (done["answer"]["what_if"] is not None), done["answer"])
    for one in test["headlines"]:
        expect(one["error_low"] <= one["error"] <= one["error_high"], one)
        expect(one["is_near"] == (abs(one["simulated"] - one["actual"]) <= one["tolerance"] + 1e-5), one)
    level = test["level"]
    expect(level is None or level["low"] <= level["error"] <= level["high"], level)
    listed = admin.must("list_simulations")["items"]
    expect(listed[0]["id"] >= made.json["id"] and listed[0]["answer"] is None, listed[0])
    stopped = admin.must("stop_simulation", path)
    expect(stopped["state"] == "done", "what is done cannot be stopped")
    expect_pointer(admin.call("create_simulation", body={"runs": 5}), 422, "/runs")
    expect_pointer(admin.call("create_simulation", body={"what": {"remove": [999999]}}), 422, "/what/remove/0")
    expect_pointer(admin.call("create_simulation", body={"what": {"automation": 2}}), 422, "/what/automation")
    expect_pointer(admin.call("create_simulation", body={"what": {"add": [{"like": 1, "hours": {"from": 600, "to": 590}}]}}), 422,
                   "/what/add/0/hours")
    return f"[{test['verdict']}] "
