# SPDX-License-Identifier: Apache-2.0
"""The pool over the API: many take the next ticket at once, one key takes one, the job hands out, and the ticket tells why."""
from concurrent.futures import ThreadPoolExecutor

from api_client import Client
from expecting import expect
from recipes import unique, wait_for


def team(admin, server, people, hands_out_below, **agent):
    """A queue that pulls, and clients that act as its people."""
    queue = admin.must("create_queue", body={"name": unique("Pool"), "assignment": "pull", "hands_out_below": hands_out_below})
    out = []
    for _ in range(people):
        made = admin.must("create_agent", body={"name": unique("Puller"), "email": f"{unique('puller')}@team.example",
                                                "queues": [queue["id"]], "languages": ["en", "de", "pl"], "capacity": 50, **agent})
        token = admin.must("create_token", body={"name": "puller", "scopes": ["tickets:read", "tickets:write"], "agent": made["id"]})
        out.append((made["id"], Client(server.http, token["token"])))
    return queue["id"], out


def opened(admin, queue, **more):
    more.setdefault("priority", "normal")
    made = admin.must("create_ticket", body={"subject": unique("Waits"), "text": "The printer prints nothing.", "queue": queue,
                                             "customer": {"email": f"{unique('c')}@customer.example"}, **more})
    wait_for(lambda: admin.must("get_ticket_routing", {"ticket": made["id"]})["waiting"]
             or admin.must("get_ticket", {"ticket": made["id"]})["agent"])
    return made["id"]


def nobody_shares_a_ticket(admin, server):
    queue, people = team(admin, server, 6, hands_out_below=0)
    made = {opened(admin, queue) for _ in range(24)}

    def pull(client):
        taken = []
        while True:
            answer = client.call("take_next_ticket")
            if answer.status == 409 and answer.json["code"] == "next.busy":  # the desk says: ask again
                continue
            expect(answer.status == 200, answer)
            ticket = answer.json["ticket"]
            if ticket is None:
                return taken
            taken.append(ticket["id"])

    with ThreadPoolExecutor(len(people)) as pool:
        taken = [id for ids in pool.map(pull, [client for _, client in people]) for id in ids]
    expect(sorted(taken) == sorted(made), f"{len(taken)} taken, {len(set(taken))} of them different, {len(made)} were there")


def one_key_takes_one(admin, server):
    queue, [(agent, client)] = team(admin, server, 1, hands_out_below=0)
    first, second = opened(admin, queue), opened(admin, queue)
    key = {"Idempotency-Key": unique("press")}
    ticket = client.must("take_next_ticket", headers=key)["ticket"]["id"]
    again = client.must("take_next_ticket", headers=key)["ticket"]["id"]
    expect(ticket == again, f"{ticket} and {again}")
    left = ({first, second} - {ticket}).pop()
    expect(admin.must("get_ticket", {"ticket": left})["agent"] is None, "the same press took two")
    said = admin.must("get_ticket_routing", {"ticket": ticket})
    expect(said["because"]["code"] == "routing.pulled" and said["agent"]["id"] == agent, said)
    expect(said["considered"][0]["code"] == "chosen" and said["weighed"][0]["ticket"]["id"] == ticket, said)
    waits = admin.must("get_ticket_routing", {"ticket": left})
    expect(waits["because"]["code"] == "routing.in_pool" and waits["waiting"], waits)
    nobody = admin.call("take_next_ticket")
    expect(nobody.status == 409, nobody)


def hands_out_to_whoever_is_free(admin, server):
    queue, [(agent, client)] = team(admin, server, 1, hands_out_below=1)
    low = opened(admin, queue, priority="low")
    wait_for(lambda: (admin.must("get_ticket", {"ticket": low})["agent"] or {}).get("id") == agent)
    waiting = [opened(admin, queue), opened(admin, queue)]
    owners = [admin.must("get_ticket", {"ticket": id})["agent"] for id in waiting]
    expect(owners == [None, None], f"given beside work in hand: {owners}")
    client.must("patch_ticket", {"ticket": low}, {"status": "solved"})
    wait_for(lambda: any(admin.must("get_ticket", {"ticket": id})["agent"] for id in waiting))
    one = [id for id in waiting if admin.must("get_ticket", {"ticket": id})["agent"]]
    expect(len(one) == 1, "two at once")
    expect(admin.must("get_ticket_routing", {"ticket": one[0]})["because"]["code"] == "routing.handed_out", "no reason")


def tells_why_nobody_has_it(admin, server):
    queue, [(agent, client)] = team(admin, server, 1, hands_out_below=1, is_available=False)
    away = opened(admin, queue)
    said = admin.must("get_ticket_routing", {"ticket": away})
    expect(said["because"]["code"] == "routing.nobody_available" and said["now"][0]["code"] == "absent", said)
    expect(client.call("take_next_ticket").status == 409, "somebody who is away took a ticket")
    admin.must("patch_queue", {"queue": queue}, {"skills": ["mainframe"]})
    said = wait_for(lambda: (lambda it: it if it["because"]["code"] == "routing.nobody_skill" else None)(
        admin.must("get_ticket_routing", {"ticket": away})))
    expect(said["now"][0]["what"] == "mainframe", said)
    admin.must("patch_queue", {"queue": queue}, {"skills": []})
    admin.must("put_availability", {"agent": agent}, {"is_available": True})
    wait_for(lambda: admin.must("get_ticket", {"ticket": away})["agent"])


TESTS = [lambda suite, check=check: check(suite.admin, suite.server)
         for check in (nobody_shares_a_ticket, one_key_takes_one, hands_out_to_whoever_is_free, tells_why_nobody_has_it)]
