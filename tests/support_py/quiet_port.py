# SPDX-License-Identifier: Apache-2.0
"""Ports for servers that are stopped and started again at the same place. One that the system gives (port 0) comes from
the range of which every outgoing connection takes its own, so it may be gone when the server comes back; a client that
tries it meanwhile may even be connected to itself. These lie below that range."""
import os
import random
import socket


def quiet_port():
    """Nobody listens on it now, and no client will be given it."""
    with open("/proc/sys/net/ipv4/ip_local_port_range", encoding="ascii") as file:
        below = int(file.read().split()[0])
    dice = random.Random(os.urandom(8))
    for _ in range(1000):
        port = dice.randrange(min(10_000, below // 2), below)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no port is free")
