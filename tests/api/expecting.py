# SPDX-License-Identifier: Apache-2.0
"""What a test expects of an answer."""
from api_client import Mismatch

# A mailbox at a port where nobody listens.
NOWHERE = {"host": "127.0.0.1", "port": 1, "security": "none", "user": "x", "password": "x"}


def expect(condition, why):
    if not condition:
        raise Mismatch(str(why)[:1500])


def expect_pointer(answer, status, pointer):
    expect(answer.status == status, answer)
    expect(any(fault["pointer"] == pointer for fault in answer.json.get("errors", [])), answer)


def expect_steps(answer):
    """Nothing goes out for want of a server, and the mailbox is not there."""
    steps = {step["step"]: step["is_well"] for step in answer["steps"]}
    wanted = {"smtp_connect": False, "smtp_send": None, "imap_connect": False, "imap_folder": None, "arrived": None}
    expect(answer["is_well"] is False and steps == wanted, answer)
