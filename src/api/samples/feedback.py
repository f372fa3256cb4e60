# SPDX-License-Identifier: Apache-2.0
import json, os, urllib.error, urllib.request

def tell(lesson, key):
    request = urllib.request.Request(
        os.environ["LOTSE"] + "/api/v1/triage/feedback", json.dumps(lesson).encode(),
        {"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "application/json", "Idempotency-Key": key})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)

# An agent of yours saw "network" proposed and corrected it: it teaches, and proves nothing.
lesson = {"id": "case-4713", "subject": "Scanner", "body": "The scanner on the landing mails no more scans.",
          "labels": {"category": "printing"}, "seen": True}
told = tell(lesson, "case-4713-closed")
print("learned by", told["model"], "as evidence" if told["is_evidence"] else "not as evidence")

# A label that this desk does not know is refused, and the answer says which there are.
try:
    tell(dict(lesson, labels={"category": "no such category"}), "case-4713-again")
except urllib.error.HTTPError as refused:
    print(refused.code, json.load(refused)["detail"])
