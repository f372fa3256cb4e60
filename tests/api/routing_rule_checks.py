# SPDX-License-Identifier: Apache-2.0
"""Rules of routing over the API: who helps a queue, whether the desk learns, and who is kept apart from whom."""
from api_client import Client
from expecting import expect, expect_pointer
from pool_checks import opened, team
from recipes import unique, wait_for


def keeps_what_is_said_of_a_queue(admin, server):
    queue, helps, later = [admin.must("create_queue", body={"name": unique("Rules")})["id"] for _ in range(3)]
    path = {"queue": queue}
    usual = admin.call("get_queue_rule", path)
    expect(usual.json == {"queue": queue, "overflow": [], "language_soft_after_minutes": 0, "sticky": "none", "sticky_extra": 2,
                          "rebalances_hourly": True}, usual)
    wanted = {"overflow": [{"queue": helps, "after_minutes": 30}, {"queue": later, "after_minutes": 90}],
              "language_soft_after_minutes": 45, "sticky": "organization", "sticky_extra": 4, "rebalances_hourly": False}
    stale = {"If-Match": usual.headers["ETag"]}
    said = admin.must("put_queue_rule", path, wanted, headers=stale)
    expect(said == {"queue": queue, **wanted} and admin.must("get_queue_rule", path) == said, said)
    expect(said in admin.must("get_routing_rules")["queues"], "not among all")
    again = admin.call("put_queue_rule", path, wanted, headers=stale)
    expect(again.status == 412, again)
    other = admin.call("put_queue_rule", {"queue": helps}, {"sticky": "requester"})
    now = admin.call("get_queue_rule", path)
    expect(other.status == 200 and admin.call("put_queue_rule", path, wanted, headers={"If-Match": now.headers["ETag"]}).status == 200,
           "another queue's rule is in the way")

    def refused(pointer, *steps):
        answer = admin.call("put_queue_rule", path, {"overflow": [{"queue": to, "after_minutes": after} for to, after in steps]})
        expect_pointer(answer, 422, pointer)

    refused("/overflow/0/queue", (999_999_999, 5))
    refused("/overflow/0/queue", (queue, 5))
    refused("/overflow/1/queue", (helps, 5), (helps, 9))
    refused("/overflow/1/after_minutes", (helps, 5), (later, 5))
    refused("/overflow/0/after_minutes", (helps, 0))
    expect(admin.must("get_queue_rule", path) == said, "a refused rule was kept")
    for one in (queue, helps):
        admin.must("put_queue_rule", {"queue": one}, {})
    expect(not any(one["queue"] in (queue, helps) for one in admin.must("get_routing_rules")["queues"]), "what says nothing is kept")
    found = admin.must("list_audit", query={"object": "queue", "object_id": queue})["items"]
    expect(any(e["action"] == "put_queue_rule" and any(c["field"] == "sticky" for c in e["changes"]) for e in found), found)


def learns_or_not(admin, server):
    before = admin.call("get_routing_rules")
    off = admin.must("patch_routing_rules", body={"learns": not before.json["learns"]}, headers={"If-Match": before.headers["ETag"]})
    expect(off["learns"] != before.json["learns"] and admin.must("get_routing_rules") == off, off)
    stale = admin.call("patch_routing_rules", body={"learns": True}, headers={"If-Match": before.headers["ETag"]})
    expect(stale.status == 412, stale)
    admin.must("patch_routing_rules", body={"learns": before.json["learns"]})


def counts_units_by_channel(admin, server):
    before = admin.must("get_routing_rules")["units"]
    expect(set(before) == {"email", "phone", "api", "portal", "chat", "monitoring"}, before)
    for wrong in (0, -1, 101, 10**12):
        expect_pointer(admin.call("patch_routing_rules", body={"units": {"phone": wrong}}), 422, "/units/phone")
    expect_pointer(admin.call("patch_routing_rules", body={"units": {"fax": 2}}), 422, "/units/fax")
    queue, [(agent, client)] = team(admin, server, 1, hands_out_below=0, capacity=5)
    try:
        said = admin.must("patch_routing_rules", body={"units": {"phone": 4}})["units"]
        expect(said == {**before, "phone": 4} and admin.must("get_routing_rules")["units"] == said, said)
        call = opened(admin, queue, channel="phone")
        expect(client.must("take_next_ticket")["ticket"]["id"] == call, "the first call fits")
        second, form = opened(admin, queue, channel="phone", priority="urgent"), opened(admin, queue, channel="portal")
        expect(client.must("take_next_ticket")["ticket"]["id"] == form, "four of five are in use: only the form fits")
        full = client.call("take_next_ticket")
        expect(full.status == 409 and full.json["code"] == "next.full" and "5 of your 5 units" in full.json["detail"], full)
        admin.must("patch_agent", {"agent": agent}, {"capacity": 6})
        none = client.must("take_next_ticket")
        expect(none["ticket"] is None and none["because"]["code"] == "routing.nothing_fits", none)
        now = admin.must("get_ticket_routing", {"ticket": second})["now"]
        expect([(one["code"], round(one["load"], 3)) for one in now] == [("full", round(5 / 6, 3))], now)
        person = next(one for one in admin.must("get_watch")["people"] if one["agent"]["id"] == agent)
        expect((person["open"], person["units"], person["capacity"], person["state"]) == (2, 5, 6, "free"), person)
    finally:
        admin.must("patch_routing_rules", body={"units": {"phone": before["phone"]}})

    agent_path = {"agent": agent}
    expect(admin.must("get_agent", agent_path)["channel_limits"] == {}, "limits of their own")
    for wrong in (-1, 1001):
        expect_pointer(admin.call("patch_agent", agent_path, {"channel_limits": {"phone": wrong}}), 422, "/channel_limits/phone")
        expect_pointer(admin.call("patch_agent", agent_path, {"capacity": wrong}), 422, "/capacity")
    limits = admin.must("patch_agent", agent_path, {"capacity": 50, "channel_limits": {"phone": 1, "email": 8, "chat": None}})["channel_limits"]
    expect(limits == {"phone": 1, "email": 8}, limits)
    expect(admin.must("patch_agent", agent_path, {"capacity": 49})["channel_limits"] == limits, "another change took the limits away")
    expect(client.must("take_next_ticket")["because"]["code"] == "routing.nothing_fits", "a second call beside the limit of one")
    expect(admin.must("patch_agent", agent_path, {"channel_limits": {}})["channel_limits"] == {}, "limits cannot be lifted")
    expect(client.must("take_next_ticket")["ticket"]["id"] == second, "nothing stands against it any more")
    admin.must("patch_agent", agent_path, {"capacity": 0})
    expect(client.call("take_next_ticket").json["code"] == "next.full", "no capacity, and yet")


def keeps_two_apart(admin, server):
    queue, [(agent, client)] = team(admin, server, 1, hands_out_below=5)
    organization = admin.must("create_organization", body={"name": unique("Apart"), "domains": [f"{unique('apart').lower()}.example"]})
    customer = admin.must("create_customer", body={"name": unique("Apart"), "email": f"{unique('c')}@{organization['domains'][0]}"})
    body = {"agent": agent, "organization": organization["id"], "reason": "They are married."}
    key = {"Idempotency-Key": unique("apart")}
    pair = admin.must("create_blocked_pair", body=body, headers=key)
    expect(pair["agent"]["id"] == agent and pair["organization"]["id"] == organization["id"] and pair["customer"] is None, pair)
    expect(admin.must("create_blocked_pair", body=body, headers=key) == pair, "one key made two")
    expect(admin.must("create_blocked_pair", body={**body, "reason": "Asked again."}) == pair, "the same two twice")
    path = {"blocked_pair": pair["id"]}
    expect(admin.must("get_blocked_pair", path) == pair and pair in admin.must("list_blocked_pairs")["items"], "not listed")

    ticket = opened(admin, queue, customer={"id": customer["id"]})
    free = opened(admin, queue)
    wait_for(lambda: (admin.must("get_ticket", {"ticket": free})["agent"] or {}).get("id") == agent)
    expect(client.must("take_next_ticket")["ticket"] is None, "took what is kept from them")
    expect(admin.must("get_ticket", {"ticket": ticket})["agent"] is None, "was given what is kept from them")
    for operation, body_ in (("list_blocked_pairs", None), ("create_blocked_pair", body), ("get_blocked_pair", None), ("delete_blocked_pair", None)):
        answer = client.call(operation, path if "pair" in operation and operation[:3] in ("get", "del") else None, body_)
        expect(answer.status == 403, f"{operation}: {answer}")
    admin.must("delete_blocked_pair", path)
    expect(admin.call("delete_blocked_pair", path).status == 404, "gone twice")
    wait_for(lambda: (admin.must("get_ticket", {"ticket": ticket})["agent"] or {}).get("id") == agent)


def refuses_a_pair_of_nobody(admin, server):
    agent = admin.must("create_agent", body={"name": unique("Apart"), "email": f"{unique('apart')}@team.example"})["id"]
    customer = admin.must("create_customer", body={"name": "Apart", "email": f"{unique('c')}@customer.example"})["id"]
    firm = admin.must("create_organization", body={"name": unique("Apart")})["id"]
    body = {"agent": agent, "customer": customer, "reason": "Asked for it."}
    for pointer, change in (("/agent", {"agent": 999_999_999}), ("/customer", {"customer": 999_999_999}),
                            ("/customer", {"customer": None}), ("/organization", {"organization": firm}),
                            ("/organization", {"customer": None, "organization": 999_999_999}), ("/reason", {"reason": "  "})):
        expect_pointer(admin.call("create_blocked_pair", body={**body, **change}), 422, pointer)


TESTS = [lambda suite, check=check: check(suite.admin, suite.server)
         for check in (keeps_what_is_said_of_a_queue, learns_or_not, counts_units_by_channel, keeps_two_apart, refuses_a_pair_of_nobody)]
