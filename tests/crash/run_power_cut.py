#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pulls the plug on paper: records every write, sync and answer of a busy desk, rebuilds the disk as it may have been at
random instants, and looks whether every answered ticket is there and the database is whole.

LOTSE_CUTS=N sets the number of cuts (40; the long form takes 1,000). A SIGKILL does not test this: the kernel still
writes what a killed process had handed to it."""
import os
import random
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support_py"))
from lotse_server import Server, Suite  # noqa: E402

CUTS = int(os.environ.get("LOTSE_CUTS", "1000" if os.environ.get("LOTSE_LONG") else "40"))
SECONDS = float(os.environ.get("LOTSE_CUT_SECONDS", "20" if os.environ.get("LOTSE_LONG") else "5"))
FILES = ("lotse.db", "lotse.db-wal")
HEAD = struct.Struct("<cBQI")
ANSWERED = re.compile(rb"201 Created.*?Location: /api/v1/tickets/(\d+)\r", re.S)


class Disk:
    """Two files: what is surely on the platter, and what was written since the last sync of each."""

    def __init__(self):
        self.durable = [bytearray(), bytearray()]
        self.exists = [False, False]
        self.pending = [[], []]

    @staticmethod
    def apply(content, record):
        op, offset, data = record
        if op == b"T":
            if offset <= len(content):
                del content[offset:]
            else:
                content.extend(bytes(offset - len(content)))
        else:
            if offset > len(content):
                content.extend(bytes(offset - len(content)))
            content[offset:offset + len(data)] = data

    def take(self, op, file, offset, data):
        if op in (b"W", b"T"):
            self.exists[file] = True
            self.pending[file].append((op, offset, data))
        elif op == b"S":
            for record in self.pending[file]:
                self.apply(self.durable[file], record)
            self.pending[file].clear()
        elif op == b"U":
            self.exists[file], self.durable[file] = False, bytearray()
            self.pending[file].clear()

    def image(self, folder, chance):
        """The disk after a cut now: of what was not synced none, half or all is kept, the last piece torn at 512 bytes."""
        for file, name in enumerate(FILES):
            if not self.exists[file]:
                continue
            content = bytearray(self.durable[file])
            pending = self.pending[file]
            kept = {"none": [], "all": pending}.get(chance) if chance != "half" else \
                [record for record in pending if random.random() < 0.5]
            for i, record in enumerate(kept):
                op, offset, data = record
                if i == len(kept) - 1 and op == b"W" and len(data) > 512:
                    data = data[:512 * random.randrange(0, len(data) // 512 + 1)]
                self.apply(content, (op, offset, data))
            with open(os.path.join(folder, name), "wb") as out:
                out.write(content)


def records(path):
    with open(path, "rb") as log:
        while True:
            head = log.read(HEAD.size)
            if len(head) < HEAD.size:
                return
            op, file, offset, length = HEAD.unpack(head)
            yield op, file, offset, log.read(length)


def make_history(folder):
    library = os.path.join(folder, "record_io.so")
    compiler = shutil.which("clang-19") or shutil.which("cc")
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", library, os.path.join(HERE, "record_io.c"), "-ldl"], check=True)
    log = os.path.join(folder, "io.log")
    # A command beside the desk writes to the log of writes, too, and what is not recorded would make a hole in it that no
    # power cut makes: it is done before, and the disk begins as it stands then.
    server = Server(restarts=True)
    server.start()
    server.make_token()
    server.stop()
    disk = Disk()
    for file, name in enumerate(FILES):
        path = os.path.join(server.folder, name)
        if os.path.exists(path):
            with open(path, "rb") as content:
                disk.exists[file], disk.durable[file] = True, bytearray(content.read())
    server.env = dict(os.environ, LOTSE_IO_LOG=log, LD_PRELOAD=library)
    server.start()
    stop, counter, lock, answered = threading.Event(), iter(range(10**9)), threading.Lock(), threading.Semaphore(0)

    def client():
        while not stop.is_set():
            with lock:
                n = next(counter)
            server.call("POST", "/api/v1/tickets", {"subject": f"cut-{n}", "text": "power cut drill",
                                                    "customer": {"email": f"c{n % 20}@drill.example", "name": "Drill"}})
            answered.release()

    threads = [threading.Thread(target=client, daemon=True) for _ in range(8)]
    for thread in threads:
        thread.start()
    time.sleep(SECONDS)
    for _ in range(60):  # on a machine that is busy with other things it takes longer until there is something to lose
        answered.acquire(timeout=60)
    stop.set()
    for thread in threads:
        thread.join(120)
    server.kill()
    server.close()
    return log, disk


def judge(folder, answered):
    """(lost, reason) of one image."""
    path = os.path.join(folder, "lotse.db")
    if not os.path.exists(path):
        return (len(answered), "") if answered else (0, "")
    connection = sqlite3.connect(path)
    try:
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if whole != "ok":
            return 0, whole
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "t_ticket" not in tables:
            return len(answered), ""
        stored = {row[0] for row in connection.execute("SELECT id FROM t_ticket")}
        return len(answered - stored), ""
    except sqlite3.DatabaseError as failure:
        return 0, str(failure)
    finally:
        connection.close()


def main():
    suite = Suite()
    random.seed(int(os.environ.get("LOTSE_SEED", "7")))
    work = tempfile.mkdtemp(prefix="lotse-cut-")
    log, disk = make_history(work)
    total = sum(1 for _ in records(log))
    # From after the first answers on, so that every cut has something to lose.
    cuts = sorted(random.randrange(total // 10, total) for _ in range(CUTS))
    answered, losses, damaged = set(), [], []
    at = 0
    for index, (op, file, offset, data) in enumerate(records(log)):
        while at < len(cuts) and cuts[at] == index:
            folder = tempfile.mkdtemp(dir=work)
            disk.image(folder, random.choice(("none", "half", "all")))
            lost, reason = judge(folder, answered)
            if lost:
                losses.append((index, lost))
            if reason:
                damaged.append((index, reason))
            shutil.rmtree(folder)
            at += 1
        if op == b"A":
            answered.update(int(n) for n in ANSWERED.findall(data))
        else:
            disk.take(op, file, offset, data)
    print(f"# {CUTS} cuts in {total} records, {len(answered)} tickets answered at the end")
    suite.check("power_cut_answered_something", len(answered) > 20, f"{len(answered)} answered")
    suite.check("power_cut_nothing_answered_is_lost", not losses, f"{len(losses)} cuts lost tickets: {losses[:5]}")
    suite.check("power_cut_database_is_whole", not damaged, f"{len(damaged)} images damaged: {damaged[:3]}")
    shutil.rmtree(work, ignore_errors=True)
    suite.close()


if __name__ == "__main__":
    main()
