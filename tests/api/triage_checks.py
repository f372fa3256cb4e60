# SPDX-License-Identifier: Apache-2.0
"""Triage for other systems: what it answers, what it learns, what a replay says, and the programs that the reference shows."""
import html
import os
import subprocess
import time

from api_client import OPERATIONS, Client
from expecting import expect, expect_pointer
from recipes import unique, wait_for
from simulation_checks import what_if


def answers(admin):
    body = {"id": "case-1", "subject": "Drucker 😀", "body": "Łódź: der DRUCKER druckt nicht."}
    answer = admin.must("triage", body=body)
    expect(answer["id"] == "case-1" and isinstance(answer["is_audit"], bool), answer)
    for label in answer["labels"]:
        expect(label["mode"] in ("shadow", "suggest", "automatic") and label["model"], label)
        for reason in label["reasons"]:
            expect(body[reason["in"]][reason["start"]:reason["end"]] == reason["text"], reason)
    category = next(label for label in answer["labels"] if label["field"] == "category")
    expect(category["value"] == "printing" and len(category["reasons"]) >= 2, category)
    audits = sum(admin.must("triage", body={"id": f"case-{i}", "subject": "x"})["is_audit"] for i in range(300))
    expect(10 <= audits <= 60, f"{audits} of 300 drawn blind")
    return f"[{audits} of 300 drawn blind] "


def lessons(admin, server):
    def say(text, **more):
        return admin.must("teach_triage", body={"subject": "Case", "body": text, "labels": {"category": "printing"}, **more})
    word = unique("zorp").replace("-", "")
    first = say(f"{word} blenk", seen=False)
    expect(first["is_new"] and first["is_evidence"] and not first["seen"], first)
    expect(not say(f"{word} blenk", seen=False)["is_new"], "told twice, learned twice")
    expect(not say(f"{word} blenk quux")["is_evidence"], "who saw it proves nothing")
    for i in range(35):
        say(f"{word} blenk {'x' * (i + 1)}")
    for i in range(35):  # one class alone is told from nothing
        say(f"vlim drask {word[::-1]} {'y' * (i + 1)}", labels={"category": "network"}, id=f"person {word}")
    answer = admin.must("triage", body={"subject": "Case", "body": f"{word} blenk"})
    category = next(label for label in answer["labels"] if label["field"] == "category")
    expect(category["value"] == "printing" and category["because"]["source"] == "model", category)
    mine = admin.must("list_triage_feedback", query={"limit": 1})["items"][0]
    expect(mine["labels"][0]["decided"] == "network", mine)
    admin.must("remove_triage_feedback", {"lesson": mine["id"]})
    expect(admin.must("erase_triage_feedback", query={"reference": f"person {word}"})["removed"] == 34, "not erased")
    mine = admin.must("list_triage_feedback", query={"limit": 1})["items"][0]
    expect(mine["labels"][0]["decided"] == "printing", mine)
    unknown = admin.call("teach_triage", body={"subject": "x", "labels": {"category": "nonsense"}})
    expect_pointer(unknown, 422, "/labels/category")
    expect("printing" in unknown.json["detail"], unknown)
    expect_pointer(admin.call("teach_triage", body={"subject": "x", "labels": {}}), 422, "/labels")
    expect_pointer(admin.call("teach_triage", body={"subject": "x", "labels": {"type": "nonsense"}}), 422, "/labels/type")
    agent = admin.must("create_token", body={"name": "brain", "scopes": ["triage:use", "triage:teach"]})
    brain = Client(server.http, agent["token"])
    refused = brain.call("teach_triage", body={"subject": "x", "labels": {"category": "New one"}, "create": True})
    expect(refused.status == 403, refused)


def programs(admin, server):
    runners = {"curl": ["bash", "-e"], "Python": ["python3"], "JavaScript": ["node"]}
    made = admin.must("create_token", body={"name": "samples", "scopes": ["triage:use", "triage:teach"]})
    host, port = server.http
    environment = dict(os.environ, LOTSE=f"http://{host}:{port}", TOKEN=made["token"])
    count = 0
    page = html.unescape(admin.raw("GET", "/api").body.decode())
    for operation_id, operation in OPERATIONS.items():
        for sample in operation.get("x-codeSamples", []):
            expect(sample["source"].strip() in page, f"{operation_id} {sample['lang']} is not on the page")
            done = subprocess.run(runners[sample["lang"]], input=sample["source"], env=environment, text=True,
                                  capture_output=True, timeout=60)
            expect(done.returncode == 0 and done.stdout.strip(), f"{operation_id} {sample['lang']}: {done.stdout}{done.stderr}")
            count += 1
    expect(count >= 6, count)
    return f"[{count} programs] "


def replays(admin):
    """Asked until it is answered; the threshold is looked up in the same answer."""
    def asked(**query):
        return wait_for(lambda: (answer := admin.must("replay_triage", query=query))["state"] != "waiting" and answer)
    for i in range(3):
        admin.must("create_ticket", body={"subject": f"Printer {i}", "text": "It prints nothing.",
                                          "customer": {"email": f"replay{i}@customer.example"}})
    first = asked(days=30)
    expect(first["state"] in ("done", "failed"), first)
    expect(admin.must("replay_triage", query={"days": 30})["id"] == first["id"], "worked out twice")
    answer = first["answer"]
    if answer:
        chosen = asked(days=30, threshold=0.5)["at"]
        expect(chosen["threshold"] == 0.5, chosen)
        acts = [point["acts"] for point in answer["curve"]]
        expect(acts == sorted(acts, reverse=True), "more acts at a higher threshold")
        expect(answer["judged"] <= answer["tickets"], answer)
    expect_pointer(admin.call("replay_triage", query={"days": 0}), 422, "?days")
    expect_pointer(admin.call("replay_triage", query={"target": 1}), 422, "?target")
    expect_pointer(admin.call("replay_triage", query={"field": "subject"}), 422, "?field")
    return f"[{first['state']}] "


def thousand(admin):
    items = [{"subject": "VPN", "body": f"Nie mogę się połączyć z siecią firmową, próba {i}."} for i in range(1000)]
    begin = time.monotonic()
    answer = admin.must("triage", body={"items": items})
    expect(len(answer["items"]) == 1000, len(answer["items"]))
    expect(answer["items"][0]["labels"][0]["value"] == "pl", answer["items"][0])
    expect(admin.call("triage", body={"items": items + items[:1]}).status == 422, "1,001 items")
    return f"[{(time.monotonic() - begin):.2f} s for 1,000] "


def brain(admin, server):
    said = answers(admin)  # while it goes by its words: what is taught next is of one kind only
    lessons(admin, server)
    return said + replays(admin) + what_if(admin) + programs(admin, server)
