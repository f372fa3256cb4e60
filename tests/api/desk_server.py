# SPDX-License-Identifier: Apache-2.0
"""A real `lotse serve` on free ports over a data folder of its own, and its command line."""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support_py"))
from engine import Database  # noqa: E402


def binary():
    return os.environ.get("LOTSE_BINARY") or os.environ.get("LOTSE_BIN") or str(ROOT / "build/release/lotse")


class DeskServer:
    """Use as a context manager. `http` and `smtp` are (host, port) once it is started."""

    def __init__(self, config=""):
        self.folder = Path(tempfile.mkdtemp(prefix="lotse-api-"))
        self.data = self.folder / "data"
        self.config = self.folder / "lotse.toml"
        self.config.write_text(config)
        self.database = Database()
        self.process = None
        self.log = None

    def __enter__(self):
        self.log = open(self.folder / "serve.log", "wb")
        self.process = subprocess.Popen(
            [binary(), "serve", *self.data_words(), "--http", "127.0.0.1:0", "--smtp", "127.0.0.1:0", "--log", "warn",
             "--public-url", "http://desk.example", "--config", str(self.config)],
            stdout=subprocess.PIPE, stderr=self.log)
        ready = self._wait_until_ready()
        self.http = self._address(ready["http"])
        self.smtp = self._address(ready["smtp"])
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()
        self.database.close()
        if not os.environ.get("LOTSE_KEEP"):
            shutil.rmtree(self.folder, ignore_errors=True)

    def data_words(self):
        return ["--data", str(self.data), *self.database.words()]

    def _wait_until_ready(self):
        for line in self.process.stdout:
            try:
                ready = json.loads(line)
            except ValueError:
                continue
            if isinstance(ready, dict) and "http" in ready:
                return ready
        raise RuntimeError(f"lotse serve ended before it was ready:\n{self.log_text()}")

    @staticmethod
    def _address(text):
        host, port = text.rsplit(":", 1)
        return host, int(port)

    def log_text(self):
        return (self.folder / "serve.log").read_text(errors="replace")

    def run(self, *arguments, now=None, data=None):
        """A command on this data folder; its JSON answer. `now` sets the command's clock, `data` is typed in."""
        environment = dict(os.environ)
        if now:
            environment["LOTSE_TEST_NOW"] = now
        done = subprocess.run([binary(), *arguments, *self.data_words(), "--json"], capture_output=True, text=True, input=data,
                              env=environment, timeout=120)
        if done.returncode != 0:
            raise RuntimeError(f"lotse {' '.join(arguments)}: {done.stderr.strip()}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def token(self, scopes, desk="desk", now=None, days=90):
        return self.run("token", "create", "--scopes", scopes, "--desk", desk, "--days", str(days), now=now)["token"]
