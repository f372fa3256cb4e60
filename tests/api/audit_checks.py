# SPDX-License-Identifier: Apache-2.0
"""The audit list: what it tells of changes to the desk, of doors that people come in by, and of files that leave."""
import json
import time

from api_client import Client
from recipes import unique

CANARY = "CANARY-SECRET-31"


def expect(condition, why):
    assert condition, why


def entries(admin, **query):
    return admin.must("list_audit", query={key.rstrip("_"): value for key, value in query.items()})["items"]


def changes(admin):
    """Every change of set-up once, with what stood there before; refused ones too; never a secret."""
    category = admin.must("create_category", body={"key": unique("audited"), "name": "A"})
    time.sleep(0.002)  # entries of one millisecond cannot be told apart by their time, which is asked for below
    admin.must("patch_category", {"category": category["id"]}, {"name": "B", "key": category["key"]})
    admin.call("patch_category", {"category": category["id"]}, {"name": " "})
    found = entries(admin, object="category", object_id=category["id"])
    expect([e["action"] for e in found] == ["patch_category", "create_category"], "a refused call, or none: " + str(found))
    expect(found[0]["changes"] == [{"field": "name", "from": "A", "to": "B"}], found[0])
    expect(found[0]["object"] == {"kind": "category", "id": category["id"], "name": "A"}, found[0])
    expect(found[0]["actor"]["credential"].startswith("token:") and found[0]["actor"]["origin"] == "127.0.0.1", found[0])

    box = admin.must("create_mailbox", body={"address": f"{unique('box')}@desk.example", "password": CANARY})
    admin.must("patch_mailbox", {"mailbox": box["id"]}, {"password": CANARY + "2"})
    of_box = entries(admin, object="mailbox", object_id=box["id"])
    expect(len(of_box) == 2 and CANARY not in json.dumps(of_box), of_box)
    expect(of_box[0]["changes"] == [{"field": "password", "from": None, "to": "(secret)"}], of_box[0])

    key = {"Idempotency-Key": unique("once")}
    body = {"name": unique("Once")}
    queue = admin.must("create_queue", body=body, headers=key)
    admin.must("create_queue", body=body, headers=key)
    expect(len(entries(admin, object="queue", object_id=queue["id"])) == 1, "a repeated call is told twice")

    agent = admin.must("create_agent", body={"name": "Auditee", "email": f"{unique('au')}@team.example", "role": "agent"})
    token = admin.must("create_token", body={"name": "t", "scopes": ["admin"], "agent": agent["id"]})
    person = Client(admin.address, token["token"])
    expect(person.call("patch_settings", body={"warn_at_percent": 50}).status == 403, "an agent changed the settings")
    expect(person.call("list_audit").status == 403, "an agent read the list")
    refused = entries(admin, actor=agent["id"])
    expect([(e["action"], e["is_refused"], e["actor"]["agent"]["name"]) for e in refused]
           == [("patch_settings", True, "Auditee")], refused)
    expect(entries(admin, actor=agent["id"], object="settings") == refused, "person and object")
    made = entries(admin, object="token", object_id=token["id"])
    expect(len(made) == 1 and token["token"] not in json.dumps(made), made)

    pages(admin)
    before = entries(admin, object="category", object_id=category["id"], to=found[0]["at"])
    expect([e["action"] for e in before] == ["create_category"], before)
    expect(entries(admin, from_="2099-01-01T00:00:00Z") == [], "the future")


def pages(admin):
    seen, address = [], "/api/v1/audit?limit=7"
    while address and len(seen) < 700:
        page = admin.raw("GET", address).json
        seen += [(e["at"], e["id"]) for e in page["items"]]
        address = page["next"]
    expect(seen == sorted(seen, reverse=True) and len(set(seen)) == len(seen) > 20, f"{len(seen)} entries")


def doors(admin, server, ids):
    """Signing in, well and badly, and out; files that are downloaded; what the command line does."""
    stranger = Client(server.http)
    stranger.call("sign_in", body={"email": "anna@hafen.example", "password": CANARY})
    stranger.call("sign_in", body={"email": CANARY, "password": "typed into the wrong box"})
    signs = entries(admin, object="session")[:2]
    expect([e["is_refused"] for e in signs] == [True, True] and CANARY not in json.dumps(signs), signs)
    expect(signs[1]["actor"]["agent"]["name"] == "Anna Kowalska" and signs[0]["actor"]["agent"] is None, signs)
    failed = stranger.call("redeem_link", body={"token": "lotse_one_1_" + "A" * 43})
    call = stranger.must("begin_passkey_sign_in", body={})
    stranger.call("sign_in_with_passkey", body={"ticket": call["ticket"], "credential": {"id": "AAAA"}})
    tried = entries(admin, object="session")[:1]
    expect(failed.status == 401 and [(e["actor"]["credential"], e["is_refused"]) for e in tried] == [("passkey", True)], tried)
    check = admin.must("check_audit")
    expect(check["is_whole"] and check["checked"] > 20 and check["next"] is None, check)
    piece = admin.must("check_audit", query={"after": 3, "limit": 4})
    expect(piece["is_whole"] and piece["checked"] == 4 and piece["next"] == 7, piece)
    expect(admin.call("check_audit", query={"after": 10 ** 9}).status == 404, "a row that is not there")
    whole = server.run("audit", "verify")
    expect(whole["is_whole"] and whole["checked"] >= check["checked"], whole)

    done = entries(admin, object="session", limit=200)
    expect({("sign_in", False), ("sign_out", False)} <= {(e["action"], e["is_refused"]) for e in done}, done)

    admin.must("get_raw_message", {"article": ids["article"]})
    latest = entries(admin, limit=1)[0]
    expect(latest["action"] == "get_raw_message" and latest["object"]["name"].endswith(".eml"), latest)
    admin.must("get_attachment", {"attachment": ids["attachment"]})
    expect(entries(admin, limit=1)[0]["id"] == latest["id"], "a picture that is shown is no download")

    server.run("agent", "set", "anna@hafen.example", "--name", "Anna Kowalska", "--desk", "desk")
    typed = entries(admin, limit=1)[0]
    expect(typed["actor"]["credential"] == "operator" and typed["actor"]["origin"].startswith("command line ("), typed)
    expect(typed["action"] == "patch_agent" and typed["object"]["name"] == "anna@hafen.example", typed)
