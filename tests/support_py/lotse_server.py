# SPDX-License-Identifier: Apache-2.0
"""The real binary on a data folder of its own, for black-box suites: start, ask, kill, start again."""
import json
import os
import shutil
import smtplib
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request

from engine import Database
from quiet_port import quiet_port

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BINARY = os.environ.get("LOTSE_BINARY") or os.environ.get("LOTSE_BIN") or os.path.join(ROOT, "build/release/lotse")


class Server:
    """`restarts` asks for ports that are still there when the desk is started again."""

    def __init__(self, folder=None, args=(), env=None, prefix=(), restarts=False):
        self.restarts = restarts
        self.owns_folder = folder is None
        self.folder = folder or tempfile.mkdtemp(prefix="lotse-test-")
        self.database = Database()
        self.args, self.prefix = list(args), list(prefix)
        self.env = dict(os.environ, **(env or {}))
        self.process = None
        self.ready = {}
        self.token = None
        self.start_seconds = self.start_cpu_seconds = 0.0

    def start(self):
        began = time.monotonic()
        # Ports stay the same over restarts, so that clients may simply try again.
        doors = {name: self.ready.get(name) or f"127.0.0.1:{quiet_port() if self.restarts else 0}"
                 for name in ("http", "smtp", "lmtp")}
        command = self.prefix + [BINARY, "serve", *self.data_words(), "--log", "warn"]
        for name, where in doors.items():
            command += ["--" + name, where]
        self.log = open(os.path.join(self.folder, "log.jsonl"), "ab") if os.path.isdir(self.folder) else None
        self.process = subprocess.Popen(command + self.args, stdout=subprocess.PIPE, stderr=self.log, env=self.env)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the desk did not start: " + self.log_tail())
        self.ready = json.loads(line)
        self.start_seconds = time.monotonic() - began
        self.start_cpu_seconds = cpu_seconds(self.process.pid)
        return self

    def log_tail(self):
        try:
            with open(os.path.join(self.folder, "log.jsonl"), "rb") as log:
                return log.read()[-3000:].decode("utf-8", "replace")
        except OSError:
            return ""

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode if self.process else 0

    def close(self):
        self.stop()
        self.database.close()
        if self.owns_folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.close()

    def data_words(self):
        """Which data a command works on."""
        return ["--data", self.folder, *self.database.words()]

    def number(self, sql):
        """Straight from the database, past the desk: see engine.py."""
        return self.database.number(sql, self.folder)

    def run(self, *words, data=None, check=True):
        """One command of the binary on this data folder."""
        done = subprocess.run([BINARY, *words], input=data, capture_output=True, env=self.env, timeout=300)
        if check and done.returncode != 0:
            raise RuntimeError(f"{words}: {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-2000:]}")
        return done

    def make_token(self, *words, scopes="admin"):
        done = self.run("token", "create", *self.data_words(), "--scopes", scopes, "--json", *words)
        token = json.loads(done.stdout)["token"]
        self.token = self.token or token
        return token

    def call(self, method, path, body=None, token=None, headers=None, timeout=60):
        """(status, decoded body or bytes, headers)."""
        data = None if body is None else (body if isinstance(body, bytes) else json.dumps(body).encode())
        request = urllib.request.Request("http://" + self.ready["http"] + path, data=data, method=method)
        if data is not None:
            request.add_header("Content-Type", "application/json")
        token = self.token if token is None else token
        if token:
            request.add_header("Authorization", "Bearer " + token)
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return answer.status, decode(answer), answer.headers
        except urllib.error.HTTPError as answer:
            return answer.code, decode(answer), answer.headers

    def figure(self, name):
        """One figure of /metrics."""
        _, text, _ = self.call("GET", "/metrics")
        return float(next(line for line in text.decode().splitlines() if line.startswith(name + " ")).split()[-1])

    def wait_until_settled(self, seconds=90):
        """Nothing that was accepted waits for a decision any more."""
        self.wait_for(lambda: self.figure("lotse_unsettled_events") == 0, seconds, "all to be settled")

    def wait_for(self, condition, seconds=60, what="condition"):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = condition()
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError("timed out: " + what)

    def all_tickets(self, query=""):
        items, path = [], "/api/v1/tickets?limit=200&sort=created" + query
        while path:
            status, body, _ = self.call("GET", path)
            assert status == 200, (status, body)
            items += body["items"]
            path = body["next"]
            if path and path.startswith("http"):
                path = path.split(self.ready["http"], 1)[1]
        return items


def cpu_seconds(pid):
    """What a process has computed so far, all its threads; a busy machine does not blur it."""
    with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def decode(answer):
    data = answer.read()
    if "json" in (answer.headers.get("Content-Type") or ""):
        return json.loads(data)
    return data


class Lmtp(smtplib.LMTP):
    """smtplib's LMTP on a host and port."""

    def __init__(self, where):
        host, port = where.rsplit(":", 1)
        super().__init__(host, int(port), local_hostname="test.example")


class Suite:
    """Prints `ok NAME` or `not ok NAME: why`, and the closing line that ./dev test adds up."""

    def __init__(self):
        self.passed, self.failed = 0, 0
        self.lock = threading.Lock()

    def check(self, name, condition, why=""):
        with self.lock:
            if condition:
                self.passed += 1
                print("ok", name, flush=True)
            else:
                self.failed += 1
                print(f"not ok {name}: {why}", flush=True)
        return bool(condition)

    def run(self, name, test):
        try:
            test()
        except Exception as failure:  # noqa: BLE001: any failure is a failed test, with its reason
            self.check(name, False, f"{type(failure).__name__}: {failure}")
        else:
            self.check(name, True)

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        raise SystemExit(0 if self.failed == 0 and self.passed > 0 else 1)
