# SPDX-License-Identifier: Apache-2.0
"""A desk that asks its people for a second factor: from its first minute on, and by whom it is asked for."""
import time

from api_client import Client
from expecting import expect
from signing_in import Passkey, totp

PASSWORD = "a sentence that only Anna knows"
OPEN = {"get_session", "get_factors"}


class Enrolling:
    def __init__(self, server):
        self.server = server
        self.stranger = Client(server.http)

    def client_of(self, answer):
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        page = Client(self.server.http, headers={"Cookie": cookie})
        page.headers["X-CSRF-Token"] = page.must("get_session")["csrf_token"]
        return page

    def sign_in(self, email):
        answer = self.stranger.call("sign_in", body={"email": email, "password": PASSWORD})
        expect(answer.status == 201, answer)
        return self.client_of(answer)

    def run(self):
        admin = self.leads_the_first_admin_to_enrol()
        self.asks_whom_the_policy_names(admin)
        self.lets_a_passkey_do(admin)

    def held(self, page, is_held=True):
        session = page.must("get_session")
        expect(session["must_enrol"] is is_held and (session["permissions"] == []) is is_held, session)
        for operation in ("get_settings", "list_tickets", "list_tokens", "list_sessions", "follow_events"):
            answer = page.call(operation, query={"limit": 1} if operation == "follow_events" else None)
            code = answer.json.get("code") if answer.status >= 400 else None
            expect((code == "session.enrol") is is_held, f"{operation}: {answer.status} {code}")
        change = page.call("change_password", body={"current": "wrong", "password": "another sentence of hers"})
        expect((change.json.get("code") == "session.enrol") is is_held, change)
        for operation in OPEN:
            expect(page.call(operation).status == 200, operation)

    def leads_the_first_admin_to_enrol(self):
        token = (self.server.data / "setup-token").read_text().split("\n")[0]
        body = {"token": token, "desk_name": "Enrol",
                "admin": {"name": "Anna Kowalska", "email": "anna@enrol.example", "password": PASSWORD}}
        made = self.stranger.must_answer("complete_setup", body=body)
        page = self.client_of(made)
        self.held(page)
        begun = page.must("begin_totp")
        expect(page.call("confirm_totp", body={"code": "000000"}).status == 422, "any code will do")
        self.held(page)
        answer = page.must_answer("confirm_totp", body={"code": totp(begun["secret"], time.time() - 30)})
        expect(len(answer.json["recovery_codes"]) == 10, answer)
        expect(page.call("get_session").status == 401, "the session that was weak lives on")
        fresh = self.client_of(answer)
        self.held(fresh, False)
        expect(fresh.must("get_settings")["second_factor"] == "everybody", "another policy")
        return fresh

    def asks_whom_the_policy_names(self, admin):
        people = {}
        for role in ("lead", "agent"):
            email = f"{role}@enrol.example"
            admin.must("create_agent", body={"name": role, "email": email, "role": role})
            self.server.run("user", "password", email, data=PASSWORD + "\n")
            people[role] = self.sign_in(email)
            self.held(people[role])
        admin.must("patch_settings", body={"second_factor": "admins_and_leads"})
        self.held(people["lead"])
        self.held(people["agent"], False)
        admin.must("patch_settings", body={"second_factor": "nobody"})
        self.held(people["lead"], False)
        # At once, also for who is signed in; programs are asked for nothing.
        admin.must("patch_settings", body={"second_factor": "everybody"})
        self.held(people["agent"])
        program = Client(self.server.http, self.server.token("tickets:read"))
        expect(program.call("list_tickets").status == 200, "a token is held")
        expect(admin.call("patch_settings", body={"second_factor": "some"}).status == 422, "a policy that is none")

    def lets_a_passkey_do(self, admin):
        page = self.sign_in("agent@enrol.example")
        host, port = self.server.http
        key = Passkey(f"http://{host}:{port}", host)
        call = page.must("begin_passkey")
        answer = page.must_answer("add_passkey", body={"ticket": call["ticket"], "name": "Key",
                                                       "credential": key.create(call["public_key"])})
        fresh = self.client_of(answer)
        self.held(fresh, False)
        # Who gives the last one up is asked again.
        fresh.must("remove_passkey", {"passkey": answer.json["passkey"]["id"]})
        self.held(fresh)
