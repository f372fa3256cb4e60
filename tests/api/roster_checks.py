# SPDX-License-Identifier: Apache-2.0
"""Hours, absences and availability over the API: who is given a ticket now, who is not, and the reason that is told."""
from datetime import datetime, timedelta, timezone

from expecting import expect
from pool_checks import opened, team
from recipes import unique, wait_for

ALWAYS = {day: [["00:00", "24:00"]] for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")}


def owner(admin, ticket):
    return (admin.must("get_ticket", {"ticket": ticket})["agent"] or {}).get("id")


def stand(admin, ticket, agent):
    now = admin.must("get_ticket_routing", {"ticket": ticket})["now"]
    return next(one for one in now if one["agent"]["id"] == agent)


def waits_for_a_shift(admin, server):
    queue, [(agent, _)] = team(admin, server, 1, hands_out_below=5)
    admin.must("put_hours", {"agent": agent}, {"time_zone": "Europe/Berlin", "week": {}})
    duty = admin.must("get_duty", {"agent": agent})
    expect(duty["off"] == "shift" and not duty["is_at_work"], duty)
    ticket = opened(admin, queue)
    said = stand(admin, ticket, agent)
    expect(said["code"] == "off_shift", said)
    # A shift of today in the roster goes before the weekly hours.
    shift = admin.must("create_shift", body={"name": unique("Whole"), "hours": [["00:00", "24:00"]]})["id"]
    today = datetime.now(timezone.utc).date()
    days = [{"agent": agent, "date": str(today + timedelta(days=n)), "plan": "shift", "shift": shift} for n in (-1, 0, 1)]
    admin.call("put_roster", body={"days": days})
    wait_for(lambda: owner(admin, ticket) == agent)
    duty = admin.must("get_duty", {"agent": agent})
    expect(duty["is_at_work"] and duty["until"], duty)
    grid = admin.must("get_roster", query={"from": str(today), "until": str(today), "queue": queue})
    expect(grid["people"][0]["days"][0]["shift"] == shift, grid)


def absence_gives_back(admin, server):
    queue, [(first, client), (second, _)] = team(admin, server, 2, hands_out_below=1)
    admin.must("put_availability", {"agent": second}, {"is_available": False})
    ticket = opened(admin, queue)
    wait_for(lambda: owner(admin, ticket) == first)
    admin.must("put_availability", {"agent": second}, {"is_available": True})
    today = str(datetime.now(timezone.utc).date() - timedelta(days=1))
    until = str(datetime.now(timezone.utc).date() + timedelta(days=3))
    made = admin.must("create_absence", {"agent": first}, {"kind": "sick", "from": today, "until": until, "note": "flu"})
    wait_for(lambda: owner(admin, ticket) == second)
    said = stand(admin, ticket, first)
    expect(said["code"] == "absent" and said["until"], said)
    told = admin.must("list_absences", {"agent": first})["items"]
    expect([one["id"] for one in told] == [made["id"]] and told[0]["until"] == until, told)
    path = {"agent": first, "absence": made["id"]}
    changed = admin.must("patch_absence", path, {"kind": "training"}, headers={"If-Match": f'"v{made["version"]}"'})
    expect(changed["kind"] == "training" and changed["until"] == until and changed["note"] == "flu", changed)
    stale = admin.call("patch_absence", path, {"kind": "other"}, headers={"If-Match": f'"v{made["version"]}"'})
    expect(stale.status == 412 or stale.status == 409, stale)
    turned = admin.call("patch_absence", path, {"until": "2001-01-01"})
    expect(turned.status == 422, turned)
    refused = admin.call("create_absence", {"agent": first}, {"kind": "sick", "from": until, "until": today})
    expect(refused.status == 422, refused)
    # Why somebody is absent is not told to colleagues.
    grid = client.call("get_roster", query={"from": today, "until": today, "queue": queue})
    if grid.status == 200:
        mine = {p["agent"]["id"]: p["days"][0]["kind"] for p in grid.json["people"]}
        expect(mine[second] is None, mine)


def takes_only_what_is_urgent(admin, server):
    queue, [(agent, _)] = team(admin, server, 1, hands_out_below=5)
    later = (datetime.now(timezone.utc) + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
    admin.must("put_availability", {"agent": agent},
               {"is_available": True, "restriction": "only_urgent", "restricted_until": later})
    normal, urgent = opened(admin, queue), opened(admin, queue, priority="urgent")
    wait_for(lambda: owner(admin, urgent) == agent)
    expect(owner(admin, normal) is None, "a normal one was given")
    said = stand(admin, normal, agent)
    expect(said["code"] == "restricted" and said["what"] == "only_urgent" and said["until"], said)
    past = admin.call("put_availability", {"agent": agent}, {"is_available": False, "until": "2001-01-01T00:00:00Z"})
    expect(past.status == 422, past)
    admin.must("put_availability", {"agent": agent}, {"is_available": True})
    expect(admin.must("get_duty", {"agent": agent})["restriction"] == "only_urgent", "the restriction is gone")
    admin.must("put_availability", {"agent": agent}, {"is_available": True, "restriction": "none"})
    wait_for(lambda: owner(admin, normal) == agent)


def deals_out_anew(admin, server):
    """A plan in words, done, taken back; and what a person who goes away has not begun goes to another at once."""
    queue = admin.must("create_queue", body={"name": unique("Push"), "assignment": "push"})["id"]

    def person(name):
        return admin.must("create_agent", body={"name": unique(name), "email": f"{unique('dealt')}@team.example", "queues": [queue],
                                                "languages": ["en", "de", "pl"], "capacity": 10})["id"]

    first = person("Full")
    tickets = [opened(admin, queue) for _ in range(8)]
    for ticket in tickets:
        wait_for(lambda: owner(admin, ticket) == first)
    nothing = admin.must("preview_rebalance", query={"queue": queue})
    expect(nothing["moves"] == [] and nothing["looked_at"] == 8, nothing)
    second = person("Free")
    plan = wait_for(lambda: [p for p in [admin.must("preview_rebalance", query={"queue": queue})] if p["moves"]])[0]
    expect(all(move["from"]["id"] == first and move["to"]["id"] == second for move in plan["moves"]), plan)
    expect(plan["moves"][0]["because"]["code"] == "routing.dealt_evenly", plan)
    expect(owner(admin, plan["moves"][0]["ticket"]["id"]) == first, "a look at the plan has moved something")
    body = {"queue": queue, "moves": [{"ticket": m["ticket"]["id"], "from": m["from"]["id"], "to": m["to"]["id"]} for m in plan["moves"]]}
    done = admin.must("create_rebalance", body=body)
    expect(len(done["moves"]) == len(plan["moves"]) and done["cause"] == "button", done)
    moved = done["moves"][0]["ticket"]
    why = admin.must("get_ticket_routing", {"ticket": moved})["because"]
    expect(why["code"] == "routing.dealt_evenly" and "can begin sooner" in why["text"], why)
    expect(admin.call("create_rebalance", body=body).status == 409, "the same plan twice")
    expect(done["id"] in [one["id"] for one in admin.must("list_rebalances")["items"]], "it is not listed")
    back = admin.must("reverse_rebalance", {"rebalance": done["id"]})
    expect(back == {"back": len(done["moves"]), "left": 0} and owner(admin, moved) == first, back)
    expect(admin.call("reverse_rebalance", {"rebalance": done["id"]}).status == 409, "taken back twice")
    admin.must("put_availability", {"agent": first}, {"is_available": False})
    stays = {move["ticket"] for move in done["moves"]}  # a person has put them back
    for ticket in set(tickets) - stays:
        wait_for(lambda: owner(admin, ticket) == second)
    expect(owner(admin, moved) == first, "what a person gave was dealt out")


TESTS = [lambda suite, check=check: check(suite.admin, suite.server)
         for check in (waits_for_a_shift, absence_gives_back, takes_only_what_is_urgent, deals_out_anew)]
