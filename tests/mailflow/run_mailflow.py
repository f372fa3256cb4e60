#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Mail through the real doors: SMTP and LMTP spoken by hand and by smtplib, IMAP from a real Dovecot, import from files,
notices out to a real SMTP server, and what garbage does to each.

LOTSE_MAIL_CORPUS=FOLDER sends every file below it through LMTP as well and counts what became of them."""
import collections
import email
import json
import mailbox
import os
import socket
import sys
import tempfile
import time
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support_py"))
sys.path.insert(0, HERE)
from dovecot import Dovecot  # noqa: E402
from lotse_server import Lmtp, Server, Suite  # noqa: E402
from mail_server import MailServer  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(HERE))
DRILL = int(os.environ.get("LOTSE_IMAP_MAILS", "1000"))


def message(subject, sender="grace@customer.example", text="Please help.", **headers):
    fields = {"From": f"Grace Hopper <{sender}>", "To": "help@desk.example", "Subject": subject,
              "Message-ID": f"<{uuid.uuid4().hex}@customer.example>", "Date": "Wed, 25 Nov 2026 10:00:00 +0000", **headers}
    return ("".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n" + text + "\r\n").encode()


class Talk:
    """A conversation by hand."""

    def __init__(self, where):
        host, port = where.rsplit(":", 1)
        self.socket = socket.create_connection((host, int(port)), 90)
        self.file = self.socket.makefile("rb")
        self.greeting = self.reply()

    def reply(self):
        lines = []
        while True:
            line = self.file.readline()
            if not line:
                return "".join(lines) or "closed"
            lines.append(line.decode("utf-8", "replace"))
            if len(line) < 4 or line[3:4] == b" ":
                return "".join(lines)

    def say(self, text):
        self.socket.sendall(text if isinstance(text, bytes) else text.encode())
        return self.reply()

    def close(self):
        self.socket.close()


def tickets_named(server, subject):
    return [t for t in server.all_tickets() if t["subject"] == subject]


def smtp_tests(suite, server):
    def greeted(where=None):
        talk = Talk(where or server.ready["smtp"])
        talk.say("EHLO test.example\r\n")
        return talk

    def capabilities():
        answer = Talk(server.ready["smtp"]).say("EHLO test.example\r\n")
        for word in ("PIPELINING", "SIZE", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"):
            assert word in answer, answer
    suite.run("smtp_announces_its_extensions", capabilities)

    def order():
        talk = Talk(server.ready["smtp"])
        assert talk.say("MAIL FROM:<a@b.example>\r\n").startswith("503"), "hello first"
        talk.say("EHLO x\r\n")
        assert talk.say("RCPT TO:<help@desk.example>\r\n").startswith("503"), "sender first"
        assert talk.say("DATA\r\n").startswith("503")
        assert talk.say("MAIL FROM:<a@b.example>\r\n").startswith("250")
        assert talk.say("DATA\r\n").startswith("554")
        assert talk.say("NONSENSE\r\n").startswith("500")
        assert talk.say("QUIT\r\n").startswith("221")
    suite.run("smtp_keeps_the_order_of_commands", order)

    def smuggling():
        talk = greeted()
        talk.say("MAIL FROM:<a@b.example>\r\n")
        talk.say("RCPT TO:<help@desk.example>\r\n")
        talk.say("DATA\r\n")
        mark = uuid.uuid4().hex
        body = (b"Subject: outer-" + mark.encode() + b"\r\nMessage-ID: <o" + mark.encode() + b"@b.example>\r\n\r\nfirst\n.\n"
                b"MAIL FROM:<x@y.example>\r\nRCPT TO:<help@desk.example>\r\nDATA\r\nSubject: inner-" + mark.encode() +
                b"\r\n\r\nsmuggled\n.\r\nmore\r.\r\nend\r\n.\r\n")
        assert talk.say(body).startswith("250")
        assert len(tickets_named(server, "outer-" + mark)) == 1
        assert not tickets_named(server, "inner-" + mark), "a second message was smuggled in"
    suite.run("smtp_ends_a_message_only_at_crlf_dot_crlf", smuggling)

    def bare_lf_command():
        assert greeted().say("NOOP\n").startswith("500")
    suite.run("smtp_refuses_a_command_that_ends_in_a_bare_lf", bare_lf_command)

    def dots():
        subject = "dots-" + uuid.uuid4().hex
        with Lmtp(server.ready["lmtp"]) as peer:
            peer.sendmail("a@b.example", ["help@desk.example"], message(subject, text=".\r\n..\r\n.start").decode())
        ticket = tickets_named(server, subject)[0]
        _, body, _ = server.call("GET", f"/api/v1/tickets/{ticket['id']}")
        assert body["articles"][0]["text"].strip() == ".\n..\n.start", body["articles"][0]["text"]
    suite.run("lmtp_undoes_dot_stuffing", dots)

    def pipelined():
        subject = "pipe-" + uuid.uuid4().hex
        talk = greeted()
        talk.socket.sendall(b"MAIL FROM:<a@b.example>\r\nRCPT TO:<help@desk.example>\r\nRCPT TO:<bad>\r\nDATA\r\n")
        codes = [talk.reply()[:3] for _ in range(4)]
        assert codes == ["250", "250", "501", "354"], codes
        assert talk.say(message(subject) + b".\r\n").startswith("250")
        assert len(tickets_named(server, subject)) == 1
    suite.run("smtp_answers_pipelined_commands_in_order", pipelined)

    def size():
        talk = greeted()
        assert talk.say("MAIL FROM:<a@b.example> SIZE=999999999\r\n").startswith("552")
    suite.run("smtp_refuses_an_announced_size_over_the_limit", size)

    def long_line():
        talk = greeted()
        assert talk.say(b"NOOP " + b"x" * 100_000 + b"\r\n").startswith("500")
    suite.run("smtp_refuses_an_endless_command", long_line)

    def garbage():
        for junk in (b"\x00\xff\xfe\r\n", b"\x16\x03\x01\x02\x00\x01\x00\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                     b"MAIL FROM:<\xc3\x28@x>\r\n", b"\r\n" * 200, os.urandom(4000) + b"\r\n"):
            talk = Talk(server.ready["smtp"])
            try:
                talk.socket.sendall(junk)
                talk.socket.shutdown(socket.SHUT_WR)
                talk.socket.settimeout(60)
                while talk.socket.recv(65536):
                    pass
            except OSError:
                pass
            talk.close()
        assert greeted().say("NOOP\r\n").startswith("250"), "the door is still open"
    suite.run("smtp_survives_garbage", garbage)

    def lmtp_per_recipient():
        talk = Talk(server.ready["lmtp"])
        assert talk.say("EHLO x\r\n").startswith("500")
        talk.say("LHLO x\r\n")
        talk.say("MAIL FROM:<a@b.example>\r\n")
        talk.say("RCPT TO:<help@desk.example>\r\n")
        talk.say("RCPT TO:<help+tag@desk.example>\r\n")
        talk.say("DATA\r\n")
        first = talk.say(message("two-" + uuid.uuid4().hex) + b".\r\n")
        assert first.startswith("250") and talk.reply().startswith("250"), "one reply per recipient"
    suite.run("lmtp_answers_per_recipient", lmtp_per_recipient)

    def twice():
        subject = "twice-" + uuid.uuid4().hex
        mail = message(subject).decode()
        for _ in range(3):
            with Lmtp(server.ready["lmtp"]) as peer:
                peer.sendmail("a@b.example", ["help@desk.example"], mail)
        assert len(tickets_named(server, subject)) == 1
    suite.run("lmtp_redelivery_adds_nothing", twice)

    def too_many():
        # What a sender writes is counted by the hour of the clock: whom the full hour has helped is no witness.
        for _ in range(3):
            hour = int(time.time() // 3600)
            held = write_too_much()
            if int(time.time() // 3600) == hour:
                break
        assert len(held) == 3 and not any(d["suggestion"] or d["notices"] for d in held), len(held)
        status, _, _ = server.call("DELETE", f"/api/v1/tickets/{held[0]['id']}/hold")
        assert status == 200
        server.wait_for(lambda: server.call("GET", f"/api/v1/tickets/{held[0]['id']}")[1]["suggestion"], 60, "settled")

    def write_too_much():
        sender = f"wild-{uuid.uuid4().hex}@machine.example"
        subject = "many-" + uuid.uuid4().hex
        with Lmtp(server.ready["lmtp"]) as peer:
            for i in range(33):
                peer.sendmail(sender, ["help@desk.example"], message(f"{subject}-{i}", sender=sender).decode())

        def details():
            return [server.call("GET", f"/api/v1/tickets/{t['id']}")[1] for t in server.all_tickets()
                    if t["subject"].startswith(subject)]
        server.wait_for(lambda: all(d["held_until"] or d["suggestion"] for d in details()), 60, "what is not held is settled")
        return [d for d in details() if d["held_until"]]
    suite.run("lmtp_holds_what_a_sender_writes_too_much", too_many)

    def unreadable():
        with Lmtp(server.ready["lmtp"]) as peer:
            peer.sendmail("a@b.example", ["help@desk.example"], b"\x00\x01\xff\xfe no mail at all\r\n")
        assert any(t["is_unreadable"] or t["subject"] for t in server.all_tickets())
    suite.run("lmtp_keeps_what_is_no_mail", unreadable)


def corpus_test(suite, server, folder):
    paths = [os.path.join(base, name) for base, _, names in sorted(os.walk(folder)) for name in sorted(names)]
    outcome = collections.Counter()
    before = len(server.all_tickets())
    refused = []
    with Lmtp(server.ready["lmtp"]) as peer:
        for path in paths:
            with open(path, "rb") as mail:
                data = mail.read()
            try:
                peer.sendmail("corpus@sender.example", ["help@desk.example"], data)
                outcome["acknowledged"] += 1
            except Exception as failure:  # noqa: BLE001: whatever is refused is counted with its reason
                outcome["refused"] += 1
                refused.append((path, str(failure)[:200]))
                peer.rset()
    stored = server.all_tickets()
    deliveries = server.number("SELECT count(*) FROM {t_}delivery")
    unreadable = sum(1 for t in stored if t["is_unreadable"])
    print(f"# corpus: {len(paths)} files sent, {outcome['acknowledged']} acknowledged, {outcome['refused']} refused, "
          f"{len(stored) - before} tickets opened, {unreadable} unreadable, {deliveries} deliveries kept in all")
    for path, why in refused[:10]:
        print("#   refused", os.path.relpath(path, folder), why)
    suite.check("corpus_everything_is_acknowledged", outcome["refused"] == 0, f"{outcome['refused']} refused")
    suite.check("corpus_the_desk_is_still_there", server.process.poll() is None)


def add_mailbox(server, imap, user, password=None, **more):
    body = {"address": f"{user}@desk.example", "host": "127.0.0.1", "port": imap.port, "security": "none", "user": user,
            "password": password or f"secret-of-{user}", "auth": "plain", **more}
    status, answer, _ = server.call("POST", "/api/v1/mailboxes", body)
    assert status == 201, (status, answer)
    return answer["id"]


def count(server, prefix):
    return sum(1 for t in server.all_tickets() if t["subject"].startswith(prefix))


def imap_tests(suite, server):
    imap = Dovecot().start()
    try:
        def thousand():
            for i in range(DRILL):
                imap.deliver("first", f"{1000 + i}.m{i}.x", message(f"imap-{i}", sender=f"c{i % 90}@customer.example"))
            add_mailbox(server, imap, "first")
            server.wait_for(lambda: count(server, "imap-") >= DRILL // 3, 180, "a third of the mails")
            imap.kill()  # in the middle of fetching
            time.sleep(1.0)
            imap.start()
            server.wait_for(lambda: count(server, "imap-") >= DRILL, 300, f"all {DRILL} mails")
            server.wait_for(lambda: imap.seen("first") == DRILL, 60, "all marked as seen")
            names = collections.Counter(t["subject"] for t in server.all_tickets() if t["subject"].startswith("imap-"))
            assert len(names) == DRILL and max(names.values()) == 1, names.most_common(3)
        suite.run(f"imap_takes_{DRILL}_mails_though_the_server_is_killed", thousand)

        def pushed():
            imap.deliver("first", "9001.push.x", message("imap-pushed"))
            server.wait_for(lambda: tickets_named(server, "imap-pushed"), 60, "a new mail by IDLE")
        suite.run("imap_hears_of_a_new_mail_by_idle", pushed)

        def renumbered():
            before = len(server.all_tickets())
            imap.kill()
            imap.renumber("first")
            imap.start()
            imap.deliver("first", "9002.after.x", message("imap-after"))
            server.wait_for(lambda: tickets_named(server, "imap-after"), 120, "a mail after the renumbering")
            assert len(server.all_tickets()) == before + 1, "renumbering doubled tickets"
        suite.run("imap_survives_a_new_uidvalidity", renumbered)

        def large():
            text = "\r\n".join("x" * 70 for _ in range(30 * 1024 * 1024 // 72))
            imap.deliver("first", "9003.large.x", message("imap-large", text=text))
            found = server.wait_for(lambda: tickets_named(server, "imap-large"), 120, "a mail of 30 MB")
            _, body, _ = server.call("GET", f"/api/v1/tickets/{found[0]['id']}")
            _, raw, _ = server.call("GET", f"/api/v1/articles/{body['articles'][0]['id']}/raw")
            assert len(raw) > 30_000_000, len(raw)
        suite.run("imap_takes_a_mail_of_30_megabytes", large)

        def wrong_password():
            mailbox_id = add_mailbox(server, imap, "second", password="wrong")

            def said():
                done = server.run("doctor", *server.data_words(), "--json", check=False)
                return [f for f in json.loads(done.stdout)["items"] if "second@" in f["what"] and f["says"].startswith("failed")]
            server.wait_for(said, 60, "the doctor names the mailbox")
            imap.deliver("second", "1.right.x", message("imap-right"))
            status, body, headers = server.call("GET", f"/api/v1/mailboxes/{mailbox_id}")
            status, answer, _ = server.call("PATCH", f"/api/v1/mailboxes/{mailbox_id}", {"password": "secret-of-second"},
                                            headers={"If-Match": headers["ETag"]})
            assert status == 200, answer
            server.wait_for(lambda: tickets_named(server, "imap-right"), 60, "the mail after the password was put right")
        suite.run("imap_says_a_wrong_password_and_uses_the_right_one", wrong_password)
    finally:
        imap.close()


def import_tests(suite, server):
    folder = tempfile.mkdtemp(prefix="lotse-import-")
    box = mailbox.mbox(os.path.join(folder, "old.mbox"))
    for i in range(20):
        box.add(message(f"import-{i}", text="From here on it fails.\r\n>From is quoted").replace(b"\r\n", b"\n"))
    box.flush()
    eml = os.path.join(folder, "eml")
    os.makedirs(eml)
    for i in range(5):
        with open(os.path.join(eml, f"{i}.eml"), "wb") as out:
            out.write(message(f"eml-{i}"))
    open(os.path.join(eml, "empty.eml"), "wb").close()

    def run():
        done = server.run("import", "mail", *server.data_words(), "--json", os.path.join(folder, "old.mbox"), eml,
                          os.path.join(folder, "missing"), check=False)
        return json.loads(done.stdout)

    def first():
        summary = run()
        assert summary["read"] == 25 and summary["tickets"] == 25, summary
        assert len(summary["problems"]) == 2, summary["problems"]
        assert count(server, "import-") == 20
    suite.run("import_reads_mbox_and_folders_and_names_what_it_could_not", first)

    def second():
        summary = run()
        assert summary["tickets"] == 0 and summary["known"] == 25, summary
    suite.run("import_adds_nothing_the_second_time", second)


class Sink:
    """A real SMTP server that keeps what it is given."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802: the name is aiosmtpd's
        if "refuse" in envelope.rcpt_tos[0]:
            return "550 5.1.1 nobody of that name"
        self.mails.append((envelope.mail_from, envelope.rcpt_tos, email.message_from_bytes(envelope.content)))
        return "250 OK"


def outbound_tests(suite):
    sink = Sink()
    config = os.path.join(tempfile.mkdtemp(prefix="lotse-out-"), "lotse.toml")
    with MailServer(sink) as mail_server:
        with open(config, "w", encoding="utf-8") as out:
            out.write(f'[relay]\nurl = "smtp://127.0.0.1:{mail_server.port}"\nsecurity = "none"\n')
        with Server(args=["--config", config]) as server:
            server.make_token()

            def deliver(data):
                with Lmtp(server.ready["lmtp"]) as peer:
                    peer.sendmail("grace@customer.example", ["help@desk.example"], data)

            def to(address):
                return [m for m in sink.mails if address in m[1][0]]

            def confirmation():
                deliver(message("out-first"))
                path, _, mail = server.wait_for(lambda: to("grace@customer.example"), 60, "a confirmation")[0]
                assert path in ("", None, "<>"), path
                assert mail["Auto-Submitted"] == "auto-replied", mail["Auto-Submitted"]
                assert mail["Message-ID"].startswith("<t1."), mail["Message-ID"]
                assert "+t1." in mail["Reply-To"], mail["Reply-To"]
                assert mail.get_content_type() == "multipart/alternative"
                # The mail server has it before its answer is heard and noted.
                server.wait_for(lambda: any(n["state"] == "sent" for n in server.call("GET", "/api/v1/tickets/1")[1]["notices"]),
                                60, "the notice is marked as sent")
            suite.run("outbound_confirms_with_the_null_path_and_a_signed_address", confirmation)

            def conversation():
                status, answer, _ = server.call("POST", "/api/v1/tickets/1/replies", {"text": "Switch it off and on."})
                assert status == 201, answer
                path, _, mail = server.wait_for(
                    lambda: [m for m in to("grace@customer.example") if "off and on" in str(m[2])], 60, "the reply")[0]
                assert path and mail["Auto-Submitted"] is None
                assert server.call("GET", "/api/v1/tickets/1")[1]["status"] == "waiting"
                deliver(message("Re: out-first", text="Still broken.", **{"In-Reply-To": mail["Message-ID"]}))
                server.wait_for(lambda: server.call("GET", "/api/v1/tickets/1")[1]["status"] == "open", 60, "re-opening")
                assert len(server.all_tickets()) == 1
            suite.run("outbound_reply_is_answered_into_the_same_ticket", conversation)

            def refused():
                deliver(message("out-refused", sender="refuse@customer.example"))

                def dead():
                    _, body, _ = server.call("GET", "/api/v1/tickets/2")
                    return [n for n in body.get("notices", []) if n["state"] not in ("waiting", "sent")]
                server.wait_for(dead, 60, "a notice that was given up")
            suite.run("outbound_gives_up_what_is_refused_for_good_and_says_so", refused)


def main():
    suite = Suite()
    outbound_tests(suite)
    with Server() as server:
        server.make_token()
        smtp_tests(suite, server)
        import_tests(suite, server)
        imap_tests(suite, server)
        corpus = os.environ.get("LOTSE_MAIL_CORPUS")
        for folder in filter(None, (os.path.join(ROOT, "tests/golden/mail"), corpus)):
            corpus_test(suite, server, folder)
        suite.check("mailflow_stops_in_order", server.stop() == 0, server.log_tail()[-300:])
    suite.close()


if __name__ == "__main__":
    main()
