# SPDX-License-Identifier: Apache-2.0
"""Clients that create tickets as fast as the desk takes them, each on a connection of its own that stays open."""
import json
import os
import socket
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def read_scripts():
    out = []
    for language in ("en", "de", "pl"):
        with open(os.path.join(ROOT, "demo/texts", language + ".jsonl"), encoding="utf-8") as lines:
            out += [json.loads(line) for line in lines if line.strip()]
    return out


class RestClient:
    """One keep-alive connection; requests are made beforehand, so that the client's own work is small."""

    def __init__(self, where, token, scripts, name):
        host, port = where.rsplit(":", 1)
        self.socket = socket.create_connection((host, int(port)), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""
        self.requests = []
        for at, script in enumerate(scripts):
            body = json.dumps({
                "subject": script["subject"], "text": script["body"],
                "customer": {"email": f"{name}-{at % 40}@client.example", "name": f"Client {name}"},
            }).encode()
            head = (f"POST /api/v1/tickets HTTP/1.1\r\nHost: {where}\r\nAuthorization: Bearer {token}\r\n"
                    f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n")
            self.requests.append(head.encode() + body)

    def create(self, number):
        self.socket.sendall(self.requests[number % len(self.requests)])
        while b"\r\n\r\n" not in self.buffer:
            self.more()
        head, _, rest = self.buffer.partition(b"\r\n\r\n")
        fields = dict(line.lower().split(b":", 1) for line in head.split(b"\r\n")[1:])
        length = int(fields[b"content-length"])
        while len(rest) < length:
            self.buffer = rest
            self.more()
            rest = self.buffer
        self.buffer = rest[length:]
        if head[9:12] != b"201":
            raise RuntimeError("not created: " + head[:40].decode() + " " + rest[:300].decode("utf-8", "replace"))

    def more(self):
        piece = self.socket.recv(65536)
        if not piece:
            raise RuntimeError("the desk closed the connection")
        self.buffer += piece

    def close(self):
        self.socket.close()


class LmtpClient:
    """One LMTP connection; a mail is one transaction with the commands sent together (RFC 2920)."""

    def __init__(self, where, _token, scripts, name):
        host, port = where.rsplit(":", 1)
        self.name, self.scripts = name, scripts
        self.socket = socket.create_connection((host, int(port)), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.lines = self.socket.makefile("rb")
        self.expect(b"220")
        self.socket.sendall(b"LHLO bench.example\r\n")
        self.expect(b"250")

    def expect(self, code):
        while True:
            line = self.lines.readline()
            if not line.startswith(code):
                raise RuntimeError(f"LMTP: expected {code!r}, got {line!r}")
            if line[3:4] == b" ":
                return

    def create(self, number):
        script = self.scripts[number % len(self.scripts)]
        sender = f"{self.name}-{number % 40}@client.example"
        subject = script["subject"].encode("utf-8")
        body = script["body"].replace("\n.", "\n..").replace("\n", "\r\n").encode("utf-8")
        mail = (f"From: Client <{sender}>\r\nTo: help@localhost\r\n"
                f"Message-ID: <{self.name}-{number}@client.example>\r\nDate: Wed, 04 Mar 2026 09:00:00 +0000\r\n"
                "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                "Content-Transfer-Encoding: 8bit\r\nSubject: ").encode()
        self.socket.sendall(f"MAIL FROM:<{sender}>\r\nRCPT TO:<help@localhost>\r\nDATA\r\n".encode())
        self.expect(b"250")
        self.expect(b"250")
        self.expect(b"354")
        self.socket.sendall(mail + subject + b"\r\n\r\n" + body + b"\r\n.\r\n")
        self.expect(b"250")

    def close(self):
        self.socket.close()


def run_load(make_client, where, token, clients, total, tag):
    """Creates about `total` tickets over `clients` connections; rate, quantiles in ms, and this process's CPU share."""
    scripts = read_scripts()
    ready = [make_client(where, token, scripts, f"{tag}{number}") for number in range(clients)]
    each = max(1, total // clients)
    times, failures = [[] for _ in ready], []

    def work(at):
        try:
            for number in range(each):
                began = time.perf_counter()
                ready[at].create(number)
                times[at].append(time.perf_counter() - began)
        except (OSError, RuntimeError) as failure:
            failures.append(str(failure))

    threads = [threading.Thread(target=work, args=(at,)) for at in range(clients)]
    cpu, began = time.process_time(), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wall = time.perf_counter() - began
    for client in ready:
        client.close()
    if failures:
        raise RuntimeError(f"{len(failures)} of {clients} clients failed: {failures[0]}")
    done = sorted(value * 1000 for list_ in times for value in list_)
    return {
        "clients": clients, "tickets": len(done), "per_second": round(len(done) / wall, 1),
        "p50_ms": round(done[len(done) // 2], 2), "p99_ms": round(done[min(len(done) - 1, len(done) * 99 // 100)], 2),
        "client_cpu_share": round((time.process_time() - cpu) / wall, 2),
    }
