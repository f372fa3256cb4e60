# SPDX-License-Identifier: Apache-2.0
"""What a lead reads of how work is spread over people, and who is told that a team lacks something."""
from expecting import expect
from pool_checks import opened, team
from recipes import unique, wait_for


def counts_by_which_road_tickets_came(admin, server):
    queue, [(agent, client)] = team(admin, server, 1, hands_out_below=0)
    for _ in range(2):
        opened(admin, queue, priority="urgent")
    other = opened(admin, queue, priority="low")
    taken = [client.must("take_next_ticket")["ticket"]["id"] for _ in range(2)]
    expect(other not in taken, taken)
    admin.must("patch_ticket", {"ticket": other}, {"agent": agent})
    seen = admin.must("get_fairness", query={"days": 2})
    mine = [one for one in seen["people"] if one["agent"]["id"] == agent]
    expect(len(mine) == 1 and mine[0]["got"] == 3 and mine[0]["hard_count"] == 2 and mine[0]["longest"] == 2, mine)
    expect(abs(mine[0]["taken"] - 2 / 3) < 1e-9 and abs(mine[0]["chosen"] - 1 / 3) < 1e-9, mine)
    names = [one["agent"]["name"] for one in seen["people"]]
    expect(names == sorted(names), "people stand in another order than by name")
    expect(any(one["queue"]["id"] == queue and one["people"] == 1 for one in seen["teams"]), seen["teams"])
    expect(client.call("get_fairness").status == 403, "who is no lead reads the figures of others")
    expect(admin.call("get_fairness", query={"days": 93}).status == 422, "a window without bound")


def refuses_who_is_kept_apart_by_every_road(admin, server):
    queue, [(agent, client)] = team(admin, server, 1, hands_out_below=0)
    customer = admin.must("create_customer", body={"name": unique("Apart"), "email": f"{unique('c')}@customer.example"})["id"]
    ticket = opened(admin, queue, customer={"id": customer})
    pair = admin.must("create_blocked_pair", body={"agent": agent, "customer": customer, "reason": "They are married."})

    def refused(answer):
        expect(answer.status == 422 and answer.json["code"] == "agent.kept_apart", answer)
        text = answer.json["errors"][0]["detail"]
        expect("Settings, Routing" in text and "is given no tickets" in text and "married" not in text, text)

    refused(admin.call("patch_ticket", {"ticket": ticket}, {"agent": agent}))
    refused(client.call("patch_ticket", {"ticket": ticket}, {"agent": agent}))
    macro = admin.must("create_macro", body={"name": unique("Take"), "changes": {"priority": "high"}, "takes": True})
    refused(client.call("use_macro", {"ticket": ticket, "macro": macro["id"]}, {}))
    job = admin.must("change_tickets", body={"tickets": [ticket], "changes": {"agent": agent}})
    wait_for(lambda: admin.must("get_job", {"job": job["id"]})["state"] == "done")
    item = admin.must("list_job_items", {"job": job["id"]})["items"][0]
    expect(item["code"] == "agent.kept_apart" and "is given no tickets" in item["message"] and "married" not in item["message"], item)
    expect(admin.must("get_ticket", {"ticket": ticket})["agent"] is None, "given all the same")
    admin.must("delete_blocked_pair", {"blocked_pair": pair["id"]})
    expect(client.must("patch_ticket", {"ticket": ticket}, {"agent": agent})["agent"]["id"] == agent, "not lifted")


TESTS = [lambda suite, check=check: check(suite.admin, suite.server)
         for check in (counts_by_which_road_tickets_came, refuses_who_is_kept_apart_by_every_road)]
