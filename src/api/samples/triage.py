# SPDX-License-Identifier: Apache-2.0
import json, os, urllib.request

def call(path, body):
    request = urllib.request.Request(
        os.environ["LOTSE"] + path, json.dumps(body).encode(),
        {"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)

message = {"id": "case-4711", "subject": "Printer on floor 2", "body": "The printer prints nothing since this morning."}
answer = call("/api/v1/triage", message)
for label in answer["labels"]:
    # Act alone where that was earned, propose where it is worth showing, keep quiet else.
    print(label["mode"], label["field"], label["value"], label["confidence"], label["because"]["text"])
    for reason in label["reasons"]:
        assert message[reason["in"]][reason["start"]:reason["end"]] == reason["text"]
if answer["is_audit"]:
    print("Hide this from people until they have decided, then tell what they decided, with \"seen\": false.")
