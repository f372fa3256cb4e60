# SPDX-License-Identifier: Apache-2.0
"""A customer's browser without scripts, by hand: cookies, forms with their token, files. And their mailbox."""
import email
import email.policy
import html
import html.parser
import http.client
import itertools
import re
import urllib.parse
import uuid


class Page:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.bytes = status, headers, body
        self.text = body.decode("utf-8", "replace")

    @property
    def place(self):
        return self.headers.get("Location")

    def token(self):
        found = re.search(r'name="form" value="([^"]+)"', self.text)
        return html.unescape(found.group(1)) if found else ""


ADDRESSES = itertools.count(1)


class Visitor:
    """`address` stands for the address that a proxy on this machine reports, so that limits by address do not mix."""

    def __init__(self, server, address=None, language="en"):
        self.server, self.cookies, self.language = server, {}, language
        number = next(ADDRESSES)
        self.address = address or f"198.51.{number // 250}.{1 + number % 250}"

    def ask(self, method, path, body=None, headers=None):
        host, port = self.server.ready["http"].rsplit(":", 1)
        connection = http.client.HTTPConnection(host, int(port), timeout=60)
        sent = {"Accept-Language": self.language, "X-Forwarded-For": self.address, **(headers or {})}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body=body, headers=sent)
        answer = connection.getresponse()
        page = Page(answer.status, answer.headers, answer.read())
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return page

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, fields, files=(), page=None, headers=None, token=None):
        """Sends a form as a browser does; `page` is where its token is read."""
        if token is None:
            token = self.get(page or path).token()
        fields = [("form", token), *fields.items()]
        if files:
            body, kind = multipart(fields, files)
        else:
            body, kind = urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded"
        return self.ask("POST", path, body, {"Content-Type": kind, **(headers or {})})

    def write(self, subject, text, mail, files=(), **more):
        return self.post("/help/new", {"email": mail, "name": "Olga", "subject": subject, "text": text, **more}, files)

    def come_in(self, box, mail):
        link = box.link(self, mail)
        done = self.post(link, {})
        assert done.status == 303 and done.place == "/help/tickets", (done.status, done.text[:300])
        return self


def multipart(fields, files):
    mark = "----" + uuid.uuid4().hex
    out = b""
    for name, value in fields:
        out += f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value.encode() + b"\r\n"
    for name, content, kind in files:
        shown = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{shown}"\r\nContent-Type: {kind}\r\n\r\n'
        out += head.encode() + content + b"\r\n"
    return out + f"--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"


class Mailbox:
    """What the desk has sent, by a real mail server (aiosmtpd calls handle_DATA)."""

    def __init__(self, server=None):
        self.server, self.mails = server, []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802: the name is aiosmtpd's
        parsed = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.mails.append((envelope.rcpt_tos, parsed, envelope.content))
        return "250 OK"

    def to(self, address):
        return [mail for mail in self.mails if address in mail[0]]

    def find(self, address, pattern, since=0):
        for rcpt, mail, _ in self.mails[since:]:
            found = address in rcpt and re.search(pattern, mail.get_body(("plain",)).get_content())
            if found:
                return found.group(0)
        return None

    def wait(self, address, pattern, since=0):
        return self.server.wait_for(lambda: self.find(address, pattern, since), 90, f"a mail to {address}: {pattern}")

    def link(self, visitor, address):
        """Asks for a link and gives its path."""
        since = len(self.mails)
        asked = visitor.post("/help/sign-in", {"email": address})
        assert asked.status == 200, (asked.status, asked.text[:300])
        return urllib.parse.urlsplit(self.wait(address, r"https?://\S+/help/link/[\w-]{43}", since)).path


class Tags(html.parser.HTMLParser):
    """Elements and attributes as a browser would see them."""

    def __init__(self, text):
        super().__init__()
        self.found, self.addresses = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, [name for name, _ in attrs]))
        self.addresses += [value for name, value in attrs if name in ("href", "src", "action")]
