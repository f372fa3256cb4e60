# SPDX-License-Identifier: Apache-2.0
"""An IMAP server that misbehaves on purpose. What an honest one does is tested against a real Dovecot."""
import socket
import threading


class FakeImap:
    """`script(peer)` is called for each connection, in a thread of its own; all that clients say is kept in `heard`."""

    def __init__(self, script):
        self.script = script
        self.heard = bytearray()
        self.connections = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        connection.settimeout(60)
        with connection:
            try:
                self.script(Peer(connection, self.heard))
            except OSError:
                pass  # the desk hung up, as it should

    def close(self):
        self.listener.close()


class Peer:
    def __init__(self, connection, heard):
        self.connection, self.heard = connection, heard
        self.file = connection.makefile("rb")

    def send(self, data):
        self.connection.sendall(data if isinstance(data, bytes) else data.encode())

    def command(self):
        """(tag, the rest in upper case) of the next command."""
        line = self.file.readline()
        if not line:
            raise OSError("gone")
        self.heard += line
        tag, _, rest = line.decode("utf-8", "replace").strip().partition(" ")
        return tag, rest.upper()

    def behave(self, until, capabilities="IMAP4rev1 AUTH=PLAIN SASL-IR", uids="1"):
        """Answers like an honest server until a command begins with `until`; gives its tag."""
        self.send("* OK ready\r\n")
        while True:
            tag, rest = self.command()
            if rest.startswith(until):
                return tag
            self.answer(tag, rest, capabilities, uids)

    def answer(self, tag, rest, capabilities, uids):
        if rest.startswith("CAPABILITY"):
            self.send(f"* CAPABILITY {capabilities}\r\n")
        elif rest.startswith("SELECT"):
            self.send("* 1 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n")
        elif rest.startswith("UID SEARCH"):
            self.send(f"* SEARCH {uids}\r\n")
        elif rest.startswith("UID FETCH") and "SIZE" in rest:
            self.send("* 1 FETCH (UID 1 RFC822.SIZE 100)\r\n")
        self.send(f"{tag} OK done\r\n")
