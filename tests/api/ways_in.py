# SPDX-License-Identifier: Apache-2.0
"""Every way of one person into the desk."""
from api_client import Client
from expecting import expect, expect_pointer
from signing_in import Passkey, early_in_a_step, totp

PASSWORD = "a sentence that only Anna knows"


class Ways:
    """One person's ways in, one after the other: each is made, used, and refused the second time."""

    def __init__(self, server, sink):
        self.server, self.sink = server, sink
        self.stranger = Client(server.http)
        self.login = {"email": "anna@ways.example", "password": PASSWORD}

    def enter(self, operation, body):
        """Signs in; a client with the cookie and the CSRF token of the session."""
        answer = self.stranger.must_answer(operation, body=body)
        expect(answer.status == 201, answer)
        return self.client_of(answer)

    def client_of(self, answer):
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        return Client(self.server.http, headers={"Cookie": cookie, "X-CSRF-Token": answer.json["csrf_token"]})

    def run(self):
        page = self.enter("sign_in", self.login)
        secret, codes = self.adds_an_authenticator(page)
        self.asks_for_the_code(secret, codes)
        self.signs_in_with_a_passkey(page)
        self.takes_a_link_once()
        self.ends_sessions(page)
        self.changes_the_password(page)

    def adds_an_authenticator(self, page):
        begun = page.must("begin_totp")
        expect(begun["qr_svg"].startswith("<svg") and begun["uri"].startswith("otpauth://totp/"), begun)
        expect(page.call("confirm_totp", body={"code": "000000"}).status == 422, "any code will do")
        codes = page.must("confirm_totp", body={"code": totp(begun["secret"], early_in_a_step() - 30)})["recovery_codes"]
        expect(len(set(codes)) == 10, codes)
        expect(page.must("get_session")["has_second_factor"] is True, "no second factor")
        expect(page.must("get_factors")["recovery_codes_left"] == 10, "codes")
        page.must("confirm_session", body={"password": PASSWORD})
        return begun["secret"], page.must("renew_recovery_codes")["recovery_codes"]

    def asks_for_the_code(self, secret, codes):
        step = self.stranger.must_answer("sign_in", body=self.login)
        expect(step.status == 202 and step.json["next"] == "totp", step)
        expect("Set-Cookie" not in step.headers, "signed in without the code")
        ticket = step.json["ticket"]
        expect(self.stranger.call("get_session", headers={"Cookie": "lotse=" + ticket}).status == 401, "the ticket is a session")
        expect(self.stranger.call("pass_second_step", body={"ticket": ticket, "code": "000000"}).status == 401, "any code")
        code = totp(secret)
        self.enter("pass_second_step", {"ticket": ticket, "code": code})
        expect(self.stranger.call("pass_second_step", body={"ticket": ticket, "code": code}).status == 401, "ticket twice")
        ticket = self.stranger.must("sign_in", body=self.login)["ticket"]
        expect(self.stranger.call("pass_second_step", body={"ticket": ticket, "code": code}).status == 401, "code twice")
        self.enter("pass_second_step", {"ticket": ticket, "code": codes[0].upper()})
        ticket = self.stranger.must("sign_in", body=self.login)["ticket"]
        for _ in range(5):
            expect(self.stranger.call("pass_second_step", body={"ticket": ticket, "code": codes[0]}).status == 401, "twice")
        expect(self.stranger.call("pass_second_step", body={"ticket": ticket, "code": codes[1]}).status == 401, "sixth try")

    def signs_in_with_a_passkey(self, page):
        host, port = self.server.http
        key = Passkey(f"http://{host}:{port}", host)
        call = page.must("begin_passkey")
        wrong = {"ticket": call["ticket"], "name": "Key", "credential": key.create({"challenge": "AAAA"})}
        expect(page.call("add_passkey", body=wrong).status == 422, "another challenge")
        made = page.must("add_passkey", body={"ticket": call["ticket"], "name": "Key", "credential": key.create(call["public_key"])})
        expect(page.must("rename_passkey", {"passkey": made["passkey"]["id"]}, {"name": "Laptop"})["name"] == "Laptop", "name")
        for changes in ({"origin": "http://evil.example"}, {"flags": 0x01}):
            call = self.stranger.must("begin_passkey_sign_in", body={})
            bad = {"ticket": call["ticket"], "credential": key.get(call["public_key"], **changes)}
            expect(self.stranger.call("sign_in_with_passkey", body=bad).status == 401, changes)
        call = self.stranger.must("begin_passkey_sign_in", body={})
        good = {"ticket": call["ticket"], "credential": key.get(call["public_key"])}
        self.enter("sign_in_with_passkey", good)
        expect(self.stranger.call("sign_in_with_passkey", body=good).status == 401, "an answer twice")
        page.must("remove_passkey", {"passkey": made["passkey"]["id"]})
        call = self.stranger.must("begin_passkey_sign_in", body={})
        late = {"ticket": call["ticket"], "credential": key.get(call["public_key"])}
        expect(self.stranger.call("sign_in_with_passkey", body=late).status == 401, "a removed passkey")
        page.must("remove_totp")

    def takes_a_link_once(self):
        url = self.server.run("user", "link", "anna@ways.example")["url"]
        shown = self.stranger.raw("GET", url.split(":8080", 1)[1])
        expect(shown.status == 200 and b"<form" in shown.body and "Set-Cookie" not in shown.headers, shown)
        token = url.rsplit("/", 1)[1]
        self.enter("redeem_link", {"token": token})
        expect(self.stranger.call("redeem_link", body={"token": token}).status == 401, "a link twice")

    def ends_sessions(self, page):
        other = self.enter("sign_in", self.login)
        mine = other.must("get_session")["session"]
        rows = page.must("list_sessions")["items"]
        expect([row["is_current"] for row in rows].count(True) == 1, rows)
        expect(any(row["id"] == mine and row["means"] == "password" for row in rows), rows)
        page.must("end_session", {"session": mine})
        expect(other.call("get_session").status == 401, "a session that was ended lives")

    def changes_the_password(self, page):
        fresh = "another sentence of the same person"
        expect(page.call("change_password", body={"current": "wrong", "password": fresh}).status == 401, "without the old one")
        weak = {"current": PASSWORD, "password": "anna kowalska ways"}
        expect_pointer(page.call("change_password", body=weak), 422, "/password")
        other = self.enter("sign_in", self.login)
        changed = page.must_answer("change_password", body={"current": PASSWORD, "password": fresh})
        expect(other.call("get_session").status == 401 and page.call("get_session").status == 401, "old sessions live")
        expect(self.client_of(changed).must("get_session")["agent"]["name"] == "Anna Kowalska", "no fresh session")
        answers = {(a.status, a.body) for a in (self.stranger.call("ask_for_reset", body={"email": email})
                                                for email in ("anna@ways.example", "nobody@ways.example"))}
        expect(answers == {(204, b"")}, answers)
        token = self.sink.link_to("anna@ways.example")
        expect(len(self.sink.messages) == 1, "a stranger got mail")
        self.stranger.must("reset_password", body={"token": token, "password": PASSWORD})
        expect(self.stranger.call("reset_password", body={"token": token, "password": fresh}).status == 401, "twice")
        self.enter("sign_in", self.login)
