#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A Dovecot for tests that are not written in Python. Prints {"port": N}; each line of its input, {"user", "mail"} with
the mail in base64, is delivered. Ends with its input. The password of a user is "secret-of-USER"."""
import base64
import json
import sys

from dovecot import Dovecot


def main():
    server = Dovecot().start()
    try:
        print(json.dumps({"port": server.port}), flush=True)
        for number, line in enumerate(sys.stdin):
            wanted = json.loads(line)
            server.deliver(wanted["user"], f"{number}.test", base64.b64decode(wanted["mail"]))
    finally:
        server.close()


if __name__ == "__main__":
    main()
