# SPDX-License-Identifier: Apache-2.0
"""The people's side of signing in: an authenticator, a passkey in software, a mail server that keeps what it is given."""
import base64
import hashlib
import hmac
import json
import os
import re
import socketserver
import struct
import subprocess
import tempfile
import threading
import time
from email import message_from_bytes


def totp(secret, at=None):
    """RFC 6238, written again."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", int((at or time.time()) // 30)), hashlib.sha1).digest()
    offset = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def early_in_a_step():
    """A code of the step before counts until this one ends: not begun with when that is soon. Gives the time."""
    while time.time() % 30 > 20:
        time.sleep(0.1)
    return time.time()


def b64u(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def cbor(value):
    """Only what an attestation holds."""
    def head(kind, n):
        return bytes([kind << 5 | n]) if n < 24 else bytes([kind << 5 | 24, n]) if n < 256 else bytes([kind << 5 | 25]) + struct.pack(">H", n)
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    return head(5, len(value)) + b"".join(cbor(k) + cbor(v) for k, v in value.items())


class Passkey:
    """ES256; the private key is openssl's."""

    def __init__(self, origin, host):
        self.origin, self.host, self.count = origin, host, 0
        self.id = os.urandom(32)
        self.folder = tempfile.TemporaryDirectory()
        self.file = os.path.join(self.folder.name, "key.pem")
        self.openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", self.file)
        point = self.openssl("ec", "-in", self.file, "-pubout", "-outform", "DER")[-64:]
        self.x, self.y = point[:32], point[32:]

    @staticmethod
    def openssl(*words, data=None):
        return subprocess.run(["openssl", *words], input=data, capture_output=True, check=True).stdout

    def client_data(self, kind, challenge, origin=None):
        return json.dumps({"type": kind, "challenge": challenge, "origin": origin or self.origin, "crossOrigin": False}).encode()

    def head(self, flags):
        self.count += 1
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + struct.pack(">I", self.count)

    def create(self, options):
        key = cbor({1: 2, 3: -7, -1: 1, -2: self.x, -3: self.y})
        data = self.head(0x45) + bytes(16) + struct.pack(">H", len(self.id)) + self.id + key
        response = {"clientDataJSON": b64u(self.client_data("webauthn.create", options["challenge"])),
                    "attestationObject": b64u(cbor({"fmt": "none", "attStmt": {}, "authData": data}))}
        return {"id": b64u(self.id), "rawId": b64u(self.id), "type": "public-key", "response": response}

    def get(self, options, origin=None, flags=0x05):
        client_data = self.client_data("webauthn.get", options["challenge"], origin)
        data = self.head(flags)
        signature = self.openssl("dgst", "-sha256", "-sign", self.file, data=data + hashlib.sha256(client_data).digest())
        response = {"clientDataJSON": b64u(client_data), "authenticatorData": b64u(data), "signature": b64u(signature)}
        return {"id": b64u(self.id), "rawId": b64u(self.id), "type": "public-key", "response": response}


class MailSink:
    """An SMTP server that takes everything, or refuses it for good while `refuses`. Use as a context manager."""

    def __enter__(self):
        sink, self.messages, self.refuses = self, [], False

        class Dialogue(socketserver.StreamRequestHandler):
            def handle(self):
                self.say("220 sink")
                while line := self.rfile.readline():
                    word = line[:4].upper()
                    if word == b"RCPT" and sink.refuses:
                        self.say("550 no such mailbox")
                        continue
                    if word == b"DATA":
                        self.say("354 go on")
                        lines = []
                        while (text := self.rfile.readline()) not in (b".\r\n", b""):
                            lines.append(text)
                        sink.messages.append(message_from_bytes(b"".join(lines)))
                    if word == b"QUIT":
                        return self.say("221 bye")
                    self.say("250 ok")

            def say(self, text):
                self.wfile.write(text.encode() + b"\r\n")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Dialogue)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def link_to(self, address, seconds=90):
        """The token of the last link that was mailed to somebody."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for message in reversed(self.messages):
                if address in message["To"]:
                    plain = next(part for part in message.walk() if part.get_content_type() == "text/plain")
                    return re.search(r"#(\S+)", plain.get_payload(decode=True).decode()).group(1)
            time.sleep(0.05)
        raise AssertionError(f"no mail to {address}")
