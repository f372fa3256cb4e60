# SPDX-License-Identifier: Apache-2.0
"""What a test expects of an answer."""
from api_client import Mismatch


def expect(condition, why):
    if not condition:
        raise Mismatch(str(why)[:1500])


def expect_pointer(answer, status, pointer):
    expect(answer.status == status, answer)
    expect(any(fault["pointer"] == pointer for fault in answer.json.get("errors", [])), answer)
