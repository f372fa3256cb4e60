#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The API from outside: a real `lotse serve`, every operation of docs/api/openapi.json, every principal, and nonsense.
Prints "ok NAME" or "not ok NAME: why" and last "N passed, N failed". The binary: LOTSE_BINARY, else build/release/lotse."""
import json
import subprocess
import sys
import time
import traceback

import audit_checks, calendar_checks, clock_checks, escalation_checks, fairness_checks, garbage, label_checks, labelling_checks, pool_checks, roster_checks, routing_rule_checks
import permission_matrix as matrix
import triage_checks
from api_client import DOCUMENT, OPERATIONS, Client
from desk_server import DeskServer, binary
from listener import Listener
from signing_in import MailSink
from expecting import NOWHERE, expect, expect_pointer, expect_steps
from recipes import PNG, World, in_threads, new_calendar, recipe, unique, wait_for, with_spare
from enrolling import Enrolling
from undelivered import Undelivered
from ways_in import PASSWORD, Ways

MISSING_JOB = 900_000_000


class Suite:
    """The desks of one server: `own` is called by most tests, `small` has fewer objects, `large` more than `own`, so that
    ids exist there which `own` does not have."""

    def __init__(self, server):
        self.server = server
        self.results = []

    def run(self, name, test):
        begin = time.monotonic()
        try:
            note = test() or ""
            self.results.append(True)
            print(f"ok {name} {note}({time.monotonic() - begin:.1f} s)", flush=True)
        except Exception as failure:  # told, then the next test
            self.results.append(False)
            where = traceback.extract_tb(failure.__traceback__)[-1]
            print(f"not ok {name}: {type(failure).__name__}: {str(failure)[:1500]} "
                  f"({where.filename.rsplit('/', 1)[-1]}:{where.lineno})", flush=True)

    # --- first start ---

    def sets_up_once_by_the_token_of_the_data_folder(self):
        stranger = Client(self.server.http)
        path = self.server.data / "setup-token"
        mode = path.stat().st_mode & 0o777
        expect(mode == 0o600, f"setup-token has mode {mode:o}")
        token = path.read_text().split("\n")[0]
        body = {"token": token, "desk_name": "Hafen help", "mail_from": "help@hafen.example", "language": "en",
                "time_zone": "Europe/Berlin", "second_factor": "nobody",
                "admin": {"name": "Anna Kowalska", "email": "anna@hafen.example", "password": PASSWORD}}
        expect(stranger.call("complete_setup", body=dict(body, token="x" * 43)).status == 401, "a wrong token was taken")
        weak = dict(body, admin=dict(body["admin"], password="short"))
        expect_pointer(stranger.call("complete_setup", body=weak), 422, "/admin/password")
        choices = stranger.must("get_setup", query={"language": "de"})
        expect([one["key"] for one in choices["templates"]] == ["it", "service", "msp"] and not choices["has_relay"], choices)
        tried = {"token": token, "mailbox": {**NOWHERE, "address": "help@hafen.example"}}
        expect(stranger.call("test_setup_mailbox", body=dict(tried, token="x" * 43)).status == 401, "a test without the token")
        expect_steps(stranger.must("test_setup_mailbox", body=tried))
        expect_pointer(stranger.call("test_setup_mailbox", body=dict(tried, mailbox=dict(NOWHERE, address="x"))), 422, "/mailbox/address")
        stranger.must("complete_setup", body=body)
        late = {stranger.call("get_setup").status, stranger.call("complete_setup", body=body).status}
        expect(late == {404}, "set-up is still there")
        expect(not path.exists(), "the token's file is still there")
        self.admin = Client(self.server.http, self.server.token("admin"))
        settings = self.admin.must("get_settings")
        expect(settings["name"] == "Hafen help" and settings["accepts_any_recipient"] is False, settings)

    def tests_a_mailbox_that_nobody_serves(self):
        box = self.admin.must("create_mailbox", body=dict(NOWHERE, address="nowhere@hafen.example", is_enabled=False))["id"]
        expect_steps(self.admin.must("test_mailbox", {"mailbox": box}))

    def makes_the_desks_of_this_suite(self):
        for name in ("small", "large"):
            self.server.run("tenant", "add", name.title(), "--slug", name, "--mail-from", f"help@{name}.example")
        self.small = Client(self.server.http, self.server.token("admin", desk="small"))
        self.large = Client(self.server.http, self.server.token("admin", desk="large"))
        self.own = World(self.admin, "CNRYOWN", self.server.smtp, "help@hafen.example")
        World(self.small, "CNRYSMALL")
        self.pool = [Client(self.server.http, self.admin.must("create_token", body={"name": f"pool {i}", "scopes": ["admin"]})
                            ["token"]) for i in range(24)]
        for client in (self.admin, *self.pool):
            client.forbidden_words = ["CNRYSMALL", "CNRYLARGE"]

    # --- signing in ---

    def signs_in_and_out_by_cookie(self):
        stranger = Client(self.server.http)
        answer = stranger.call("sign_in", body={"email": "ANNA@hafen.example", "password": PASSWORD})
        expect(answer.status == 201, answer)
        cookie = answer.headers["Set-Cookie"]
        for part in ("lotse=", "HttpOnly", "SameSite=Lax", "Path=/"):
            expect(part in cookie, cookie)
        page = Client(self.server.http, headers={"Cookie": cookie.split(";")[0]})
        session = page.must("get_session")
        expect(session["agent"]["name"] == "Anna Kowalska", session)
        ticket = {"subject": "x", "customer": {"email": "a@b.example"}}
        expect(page.call("create_ticket", body=ticket).status == 403, "a page without CSRF token may write")
        page.headers["X-CSRF-Token"] = session["csrf_token"]
        page.must("create_ticket", body=ticket)
        other_site = {"Origin": "https://evil.example"}
        expect(page.call("create_ticket", body=ticket, headers=other_site).status == 403, "another site may write")
        expect(page.call("create_ticket", body=ticket, headers={"Sec-Fetch-Site": "cross-site"}).status == 403, "cross-site")
        page.must("sign_out")
        expect(page.call("get_session").status == 401, "the session lives on")
        fixed = stranger.call("sign_in", body={"email": "anna@hafen.example", "password": PASSWORD},
                              headers={"Cookie": "lotse=lotse_ses_1_chosen"})
        expect("chosen" not in fixed.headers["Set-Cookie"], "a planted session id was kept")

    def answers_strangers_alike_whether_they_guess_name_or_password(self):
        guesses = [{"email": "anna@hafen.example", "password": "wrong"}, {"email": "nobody@x.example", "password": "wrong"},
                   {"desk": "nowhere", "email": "anna@hafen.example", "password": "wrong"}]
        answers = {(a.status, a.body) for a in (Client(self.server.http).call("sign_in", body=g) for g in guesses)}
        expect(len(answers) == 1, answers)

    def slows_down_who_guesses_a_password(self):
        client = Client(self.server.http, patient=False)
        body = {"email": "victim@hafen.example", "password": "wrong"}
        answers = []
        while len(answers) < 20 and (not answers or answers[-1].status != 429):
            answers.append(client.call("sign_in", body=body))
        # A slow machine gets back a try every 12 s.
        expect(answers[-1].status == 429 and len(answers) >= 6, [a.status for a in answers])
        expect(int(answers[-1].headers["Retry-After"]) > 0, "no Retry-After")

    def asks_for_a_second_factor_as_the_desk_wants_it(self):
        with DeskServer() as server:
            Enrolling(server).run()

    def signs_in_every_way_and_by_none_twice(self):
        with MailSink() as sink, DeskServer(f'[relay]\nurl = "smtp://127.0.0.1:{sink.port}"\nsecurity = "none"\n') as server:
            token = (server.data / "setup-token").read_text().split("\n")[0]
            stranger = Client(server.http)
            stranger.must("complete_setup", body={"token": token, "desk_name": "Ways", "second_factor": "nobody", "admin": {
                "name": "Anna Kowalska", "email": "anna@ways.example", "password": PASSWORD}})
            Ways(server, sink).run()

    def tries_again_what_was_given_up(self):
        with MailSink() as sink, DeskServer(f'[relay]\nurl = "smtp://127.0.0.1:{sink.port}"\nsecurity = "none"\n') as server:
            Undelivered(server, sink).run()

    # --- the document ---

    def serves_the_committed_document(self):
        served = Client(self.server.http).must("get_openapi")
        expect(served == DOCUMENT, "GET /api/openapi.json is not docs/api/openapi.json")
        printed = subprocess.run([binary(), "openapi"], capture_output=True, text=True, timeout=60).stdout
        expect(json.loads(printed) == DOCUMENT, "`lotse openapi` prints another document")

    def shows_a_page_that_needs_no_script(self):
        client = Client(self.server.http)
        page = client.must("get_reference_page")
        text = page.body.decode()
        expect("<script" not in text and "style=" not in text, "script or inline style")
        expect(all(f'id="{name}"' in text for name in OPERATIONS), "an operation is missing on the page")
        policy = page.headers["Content-Security-Policy"]
        expect("default-src 'none'" in policy and "unsafe" not in policy, policy)
        expect(client.must("get_reference_style").headers["Content-Type"].startswith("text/css"), "style")

    # --- tickets ---

    def settles_a_new_ticket_and_tells_why(self):
        made = self.admin.must("create_ticket", body={
            "subject": "Drucker im 2. Stock druckt nicht", "text": "Seit heute Morgen Papierstau, nichts geht mehr.",
            "customer": {"email": "heidi@kunde.example", "name": "Heidi"}})
        path = {"ticket": made["id"]}
        shown = wait_for(lambda: (t := self.admin.must("get_ticket", path))["suggestion"] and t)
        expect(shown["language"] == "de", shown["language"])
        labels = {label["field"]: label for label in shown["suggestion"]["labels"]}
        expect(labels["category"]["value"] == "printing", labels["category"])
        changes = [c for e in shown["events"] for c in e["changes"]]
        expect(changes and all(c["because"]["text"] for c in changes), "a change without its reason")
        expect(any(n["kind"] == "confirmation" and n["to"] == "heidi@kunde.example" for n in shown["notices"]), shown["notices"])
        expect(shown["first_reply_due_at"] and shown["timers"], "no deadlines")

    def finds_personal_data_moods_and_entities_in_messages(self):
        label_checks.finds_what_messages_hold(self.admin)

    def answers_notes_and_closes(self):
        path = {"ticket": self.admin.must("create_ticket", body={"subject": "x", "customer": {"email": "z@b.example"}})["id"]}
        self.admin.must("write_note", path, {"text": "internal CANARY-NOTE"})
        self.admin.must("write_reply", path, {"text": "It is mended.", "then": "solved"})
        shown = self.admin.must("get_ticket", path)
        expect(shown["status"] == "solved" and [a["kind"] for a in shown["articles"]] == ["message", "note", "message"], shown)
        expect(not any("CANARY-NOTE" in n["text"] for n in shown["notices"]), "a note left the house")
        expect(self.admin.must("reopen_ticket", path)["status"] == "open", "not open again")
        expect(self.admin.must("close_ticket", path)["status"] == "closed", "not closed")
        expect(self.admin.call("write_reply", path, {"text": "more"}).status == 409, "a closed ticket was answered")
        expect(self.admin.call("reopen_ticket", path).status == 409, "a closed ticket opened again")

    def filters_and_sorts(self):
        customer = self.admin.must("create_customer", body={"name": "F", "email": f"{unique('f')}@filter.example"})["id"]
        for i, priority in enumerate(["low", "urgent", "normal", "urgent"]):
            self.admin.must("create_ticket", body={"subject": f"n{i}", "customer": {"id": customer}, "priority": priority,
                                                   "channel": "phone" if i == 0 else "api"})
        def subjects(**query):
            return [t["subject"] for t in self.admin.must("list_tickets", query=dict(query, customer=customer))["items"]]
        expect(subjects(sort="created") == ["n0", "n1", "n2", "n3"], subjects(sort="created"))
        expect(subjects(sort="-created") == ["n3", "n2", "n1", "n0"], "turned around")
        expect(set(subjects(priority="urgent")) == {"n1", "n3"}, "priority")
        expect(subjects(channel="phone") == ["n0"], "channel")
        expect(subjects(sort="-priority")[:2] in (["n3", "n1"], ["n1", "n3"]), subjects(sort="-priority"))
        expect(sorted(subjects(status=["new", "open"])) == ["n0", "n1", "n2", "n3"], "two states")
        expect(subjects(status="closed") == [], "closed")
        expect(subjects(created_to="2020-01-01T00:00:00Z") == [], "created_to")
        expect(len(subjects(created_from="2020-01-01T00:00:00Z")) == 4, "created_from")

    def pages_through_lists_without_loss(self):
        for operation, item in (("list_tickets", "create_ticket"), ("list_customers", "create_customer"),
                                ("list_organizations", "create_organization")):
            wanted = set()
            for _ in range(12):
                _, body, _ = recipe(item, OPERATIONS[item], self.own.ids)
                wanted.add(self.admin.must(item, body=body)["id"])
            seen, address = [], OPERATIONS[operation]["path"] + "?limit=5" + ("&sort=created" if "ticket" in item else "")
            while address:
                page = self.admin.raw("GET", address).json
                seen += [entry["id"] for entry in page["items"]]
                address = page["next"]
            expect(len(seen) == len(set(seen)) and wanted <= set(seen), f"{operation}: {len(seen)} seen")
        expect_pointer(self.admin.call("list_tickets", query={"limit": 201}), 422, "?limit")
        expect(self.admin.call("list_tickets", query={"after": "nonsense"}).status == 422, "a made-up cursor")

    def keeps_to_versions(self):
        self.wait_until_settled()  # which may change a version by itself
        for get, change in (("get_ticket", "patch_ticket"), ("get_customer", "patch_customer"), ("get_queue", "patch_queue"),
                            ("get_organization", "patch_organization"), ("get_category", "patch_category"),
                            ("get_calendar", "put_calendar"), ("get_policy", "patch_policy"), ("get_agent", "patch_agent"),
                            ("get_mailbox", "patch_mailbox"), ("get_settings", "patch_settings"), ("get_matrix", "put_matrix")):
            path, body, _ = recipe(change, OPERATIONS[change], self.own.ids)
            tag = self.admin.must_answer(get, path).headers["ETag"]
            expect(self.admin.call(get, path, headers={"If-None-Match": tag}).status == 304, f"{get}: not 304")
            if change == "patch_settings":
                body = {"close_after_days": 9}
            if change == "put_matrix":
                body = dict(body, low=dict(body["low"], low="low"))
            expect(self.admin.call(change, path, body, headers={"If-Match": tag}).status == 200, f"{change}: a good tag")
            stale = self.admin.call(change, path, body, headers={"If-Match": tag})
            expect(stale.status == 412, f"{change}: {stale!r} to a stale tag")
            expect(self.admin.call(change, path, body, headers={"If-Match": '"x"'}).status == 412, f"{change}: nonsense")

    def hands_out_files_safely(self):
        evil = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
        files = [("a.png", PNG, "image/png", "inline"), ("photo.jpg", evil, "application/octet-stream", "attachment"),
                 ("../../x\"\r\nA: b.html", b"<script>", "application/octet-stream", "attachment")]
        import base64
        for name, content, kind, disposition in files:
            body = {"subject": "file", "customer": {"email": "a@b.example"},
                    "attachments": [{"name": name.replace("\r\n", ""), "content_type": "image/svg+xml",
                                     "content": base64.b64encode(content).decode()}]}
            made = self.admin.must("create_ticket", body=body)
            attachment = self.admin.must("get_ticket", {"ticket": made["id"]})["articles"][0]["attachments"][0]
            answer = self.admin.must("get_attachment", {"attachment": attachment["id"]})
            expect(answer.body == content and answer.headers["Content-Type"] == kind, answer)
            expect(answer.headers["Content-Disposition"].startswith(disposition), answer.headers["Content-Disposition"])
            expect("sandbox" in answer.headers["Content-Security-Policy"], "no sandbox")
        raw = self.admin.must("get_raw_message", {"article": self.own.ids["article"]})
        expect(b"CNRYOWN words by mail" in raw.body and raw.headers["Content-Type"] == "message/rfc822", raw)
        expect(raw.headers["Content-Disposition"].startswith("attachment"), "raw mail is shown")

    # --- once ---

    def makes_one_thing_of_one_key(self):
        for operation in sorted(name for name, o in OPERATIONS.items() if "IdempotencyKey" in json.dumps(o.get("parameters", [])) and name not in ("take_next_ticket", "create_rebalance")):
            path, body, _ = recipe(operation, OPERATIONS[operation], self.own.ids)
            path, body = with_spare(operation, path, body, self.own.ids)
            if operation == "decide_label":
                path, body = self.own.claim_a_label()
            key = {"Idempotency-Key": unique("key")}
            first = self.admin.call(operation, path, body, headers=key)
            again = self.admin.call(operation, path, body, headers=key)
            expect(first.status in (200, 201, 202) and "Idempotency-Replayed" not in first.headers, f"{operation}: {first!r}")
            if operation in ("create_token", "create_webhook"):
                expect(again.status == 409, f"{operation}: {again!r}")
            else:
                # What goes on by itself is further by then, but the same.
                is_same = again.body == first.body or first.status == 202 and again.json["id"] == first.json["id"]
                expect(again.status == first.status and is_same, f"{operation}: {again!r}")
                expect(again.headers["Idempotency-Replayed"] == "true", f"{operation}: not marked")
            if not isinstance(body, dict) or not body:
                continue  # there is no other body
            changed = self.admin.call(operation, path, {**body, **recipe(operation, OPERATIONS[operation], self.own.ids)[1],
                                                        next(iter(body)): "other words"}, headers=key)
            expect(changed.status == 422, f"{operation}: {changed!r} to another body")

    def makes_one_ticket_of_32_calls_at_once(self):
        token = self.admin.must("create_token", body={"name": "crowd", "scopes": ["admin"]})["token"]
        crowd = Client(self.server.http, token)
        body = {"subject": unique("crowd"), "customer": {"email": "crowd@b.example"}}
        key = {"Idempotency-Key": unique("crowd")}
        answers = in_threads(32, lambda _: crowd.call("create_ticket", body=body, headers=key))
        expect(all(a.status in (201, 409) for a in answers), {a.status for a in answers})
        expect(len({a.json["id"] for a in answers if a.status == 201}) == 1, "several tickets")
        customer = self.admin.must("list_customers", query={"text": "crowd@b.example"})["items"][0]["id"]
        expect(len(self.admin.must("list_tickets", query={"customer": customer})["items"]) == 1, "several tickets are stored")

    # --- many tickets ---

    def changes_many_tickets_and_takes_that_back(self):
        tag = self.admin.must("create_tag", body={"name": unique("bulk")})["name"]
        ids = [self.admin.must("create_ticket", body={"subject": f"n{i}", "customer": {"email": "bulk@b.example"},
                                                      "priority": "low"})["id"] for i in range(60)]
        closed, moved = ids[7], ids[8]
        self.admin.must("close_ticket", {"ticket": closed})
        body = {"tickets": ids + [999_999_999, ids[0]], "changes": {"priority": "urgent", "tags_add": [tag]}}
        expect_pointer(self.admin.call("change_tickets", body={"tickets": [], "changes": {"priority": "low"}}), 422, "/tickets")
        expect_pointer(self.admin.call("change_tickets", body={"tickets": ids, "changes": {}}), 422, "/changes")
        job = self.admin.must("change_tickets", body=body)
        expect(job["total"] == 61, job)
        path = {"job": job["id"]}
        done = wait_for(lambda: (j := self.admin.must("get_job", path))["state"] == "done" and j)
        expect((done["done"], done["failed"]) == (61, 2), done)
        items = {i["ticket"]: i for i in self.admin.must("list_job_items", path, query={"limit": 100})["items"]}
        expect(items[closed]["code"] == "ticket.closed" and items[999_999_999]["code"] == "ticket.missing", items[closed])
        expect(len(self.admin.must("list_tickets", query={"tag": tag, "limit": 100})["items"]) == 59, "tagged")
        self.admin.must("patch_ticket", {"ticket": moved}, {"priority": "high"})
        back = self.admin.must("reverse_job", path)
        expect(self.admin.must("reverse_job", path)["id"] == back["id"], "a second reversal")
        wait_for(lambda: self.admin.must("get_job", {"job": back["id"]})["state"] == "done")
        expect(not self.admin.must("list_tickets", query={"tag": tag})["items"], "tags are left")
        expect(self.admin.must("get_ticket", {"ticket": ids[3]})["priority"] == "low", "not put back")
        expect(self.admin.must("get_ticket", {"ticket": moved})["priority"] == "high", "what somebody changed since was lost")

    decides_a_label_and_takes_it_back, goes_back_to_an_older_model_and_takes_labels_back, moves_clocks = labelling_checks.TESTS + clock_checks.TESTS
    calls_until_somebody_looks_after_it, tells_at_a_share_of_the_time, refuses_a_chain_for_nobody, shows_what_calls, tries_a_webhook, waits_for_a_shift, gives_back_what_is_absent, takes_only_what_is_urgent, deals_out_anew, [reads_a_calendar_file, reads_holidays_by_itself, works_on_a_day_that_others_close, reads_absences_by_itself] = *escalation_checks.TESTS, *roster_checks.TESTS, calendar_checks.TESTS
    gives_a_ticket_to_one_only, takes_one_for_one_press, hands_out_to_the_free, tells_why_nobody_has_it, keeps_rules_of_a_queue, learns_or_not, counts_units_by_channel, keeps_two_apart, refuses_a_pair_of_nobody, counts_roads_of_tickets, refuses_who_is_kept_apart = pool_checks.TESTS + routing_rule_checks.TESTS + fairness_checks.TESTS

    # --- audit ---

    def records_who_changed_what_of_the_desk(self):
        audit_checks.changes(self.admin)

    def records_who_signs_in_and_what_leaves(self):
        audit_checks.doors(self.admin, self.server, self.own.ids)

    # --- the rest ---

    def refuses_unknown_fields_everywhere(self):
        count = 0
        page = self.signed_in()
        for operation_id, operation in OPERATIONS.items():
            path, body, query = recipe(operation_id, operation, self.own.ids)
            client = {"public": Client(self.server.http), "session": page}.get(operation["x-permission"], self.admin)
            if isinstance(body, dict) and operation_id != "sign_in":
                expect_pointer(client.call(operation_id, path, dict(body, tenant_id=2), query), 422, "/tenant_id")
                count += 1
            if operation["method"] == "GET":
                expect_pointer(client.call(operation_id, path, query={**(query or {}), "nonsense": 1}), 422, "?nonsense")
                count += 1
        return f"[{count} calls] "

    def triages_a_thousand_messages_in_one_call(self):
        return triage_checks.thousand(self.admin)

    def serves_another_system_as_its_brain(self):
        return triage_checks.brain(self.admin, self.server)

    def tells_due_times(self):
        calendar = self.admin.must("create_calendar", body=new_calendar("Due"))["id"]
        due = self.admin.must("get_due", {"calendar": calendar}, query={"from": "2026-11-30T11:00:00Z", "minutes": 60})
        expect(due["due_at"] == "2026-11-30T13:00:00.000Z" and due["is_open"], due)  # the break is left out
        expect_pointer(self.admin.call("get_due", {"calendar": calendar}), 422, "?minutes")

    def streams_events_and_resumes(self):
        made = self.admin.must("create_token", body={"name": "listener", "scopes": ["events:read"]})
        # A listener who falls behind by a burst is sent away to come back; what earlier tests did shall be told first.
        self.wait_until_settled()
        wait_for(lambda: self.stream_end() == (time.sleep(1) or self.stream_end()))
        with Listener(self.server.http, made["token"]) as listener:
            ticket = self.admin.must("create_ticket", body={"subject": "live", "customer": {"email": "live@b.example"}})["id"]
            event = listener.next(lambda e: e["ticket"] == ticket)
            expect(event["kind"] == "opened", event)
        missed = self.admin.must("create_ticket", body={"subject": "missed", "customer": {"email": "live@b.example"}})["id"]
        with Listener(self.server.http, made["token"], last_event_id=event["position"]) as listener:
            expect(listener.next(lambda e: e["ticket"] == missed)["position"] > event["position"], "not resumed")
            self.admin.must("revoke_token", {"token": made["id"]})
            begin = time.monotonic()
            listener.wait_for_end(60)
            took = time.monotonic() - begin
            # The desk looks every 4 s (rights_check); the rest is for a machine that has other work, too.
            expect(took <= 20, f"the stream lived {took:.1f} s after its token")
        page = self.admin.must("follow_events", query={"after": event["position"] - 1, "limit": 1})
        expect(page["items"][0]["id"] == event["id"] and page["next"], page)
        return f"[ended {took:.1f} s after revocation] "

    def tells_health_and_figures(self):
        health = Client(self.server.http).must("get_health")
        expect(health["status"] == "ok" and health["schema"] >= 1, health)
        text = Client(self.server.http).must("get_metrics").body.decode()
        for name in ('lotse_inbound_total{', 'door="smtp"', "lotse_http_requests_total", "lotse_api_seconds_bucket",
                     "lotse_unsettled_events", "lotse_outbox_waiting", "lotse_outbox_dead", "lotse_lane_waiting"):
            expect(name in text, f"{name} is missing")

    def limits_the_calls_of_a_token(self):
        # One call a minute comes back: the machine would have to take as long for a call before the limit were not met.
        with DeskServer("[http]\ncalls_per_minute = 1\ncalls_burst = 20\n") as server:
            client = Client(server.http, server.token("read"), patient=False)
            answers = [client.call("get_session") for _ in range(20)]
            expect(all(a.status == 200 for a in answers), [a.status for a in answers])
            while answers[-1].status != 429 and len(answers) < 40:
                answers.append(client.call("get_session"))
            expect(answers[-1].status == 429 and int(answers[-1].headers["Retry-After"]) >= 1, answers[-1])
            other = Client(server.http, server.token("read"), patient=False)
            expect(other.call("get_session").status == 200, "another token is refused, too")

    # --- writing ---

    def fills_a_prepared_answer_in(self):
        made = self.admin.must("create_ticket", body={"subject": "Fill", "customer": {"email": "f@b.example", "name": "Frieda"}})
        body = {"name": unique("greeting"), "texts": {"en": "Dear {{customer.name}}, your ticket is {{ticket.id}}."}}
        path = {"answer": self.admin.must("create_answer", body=body)["id"]}
        expect(self.admin.must("get_answer", path)["texts"] == body["texts"], "another text")
        filled = self.admin.must("fill_answer", path, query={"ticket": made["id"]})
        expect(filled["text"] == f"Dear Frieda, your ticket is {made['id']}.", filled)
        bad = dict(body, name=unique("bad"), texts={"en": "{{customer.secret}}"})
        expect_pointer(self.admin.call("create_answer", body=bad), 422, "/texts/en")

    def calls_a_colleague_into_a_note(self):
        page = self.signed_in()
        anna = page.must("get_session")["agent"]["id"]
        made = self.admin.must("create_ticket", body={"subject": "Call", "customer": {"email": "c@b.example"}})
        note = self.admin.must("write_note", {"ticket": made["id"]}, {"text": f"@{{{anna}}} please look"})
        expect([who["id"] for who in note["mentions"]] == [anna], note)
        entry = next(m for m in page.must("list_mentions")["items"] if m["article"] == note["article"])
        expect(entry["read_at"] is None, entry)
        page.must("read_mention", {"mention": entry["id"]})
        expect(all(m["id"] != entry["id"] for m in page.must("list_mentions", query={"unread": "true"})["items"]), "still unread")

    def sends_what_a_draft_holds_once_and_takes_it_back(self):
        made = self.admin.must("create_ticket", body={"subject": "Draft", "text": "x", "customer": {"email": "d@draft.example"}})
        path, kind = {"ticket": made["id"]}, {"kind": "reply"}
        plan = self.admin.must("create_upload", body=b"%PDF-1.7 x", query={"name": "plan.pdf", "content_type": "image/png"})
        expect(plan["content_type"] == "application/pdf", plan)
        draft = self.admin.must("put_draft", path, {"revision": 0, "text": "Dear D", "attachments": [plan["id"]]}, kind)
        expect(draft["revision"] == 1 and draft["attachments"][0]["expires_at"] is None, draft)
        stale = self.admin.call("put_draft", path, {"revision": 0, "text": "other"}, kind)
        expect(stale.status == 409 and stale.json["current"]["text"] == "Dear D", stale)
        reply = {"text": "Dear D", "draft_revision": 1, "attachments": [plan["id"]], "cc": [{"address": "boss@draft.example"}],
                 "hold_seconds": 60}
        answers = in_threads(6, lambda i: self.pool[i].call("write_reply", path, reply))
        sent = [a.json for a in answers if a.status == 201]
        expect(len(sent) == 1 and sent[0]["sending_at"], [a.status for a in answers])
        refused = next(a for a in answers if a.status != 201)
        expect(refused.status == 409 and refused.json["code"] == "draft.moved" and refused.json["current"]["is_empty"], refused)
        shown = self.admin.must("get_ticket", path)
        article = shown["articles"][-1]
        expect(shown["status"] == "waiting" and article["sending_at"] == sent[0]["sending_at"], article)
        expect(article["recipients"]["cc"][0]["address"] == "boss@draft.example" and article["attachments"], article)
        back = self.admin.must("take_back_message", {"article": sent[0]["article"]})
        expect(back["draft"]["text"] == "Dear D" and back["draft"]["attachments"][0]["name"] == "plan.pdf", back)
        shown = self.admin.must("get_ticket", path)
        expect(len(shown["articles"]) == 1 and shown["status"] != "waiting", shown["status"])
        expect(self.admin.call("take_back_message", {"article": sent[0]["article"]}).status == 404, "taken back twice")

    def refuses_an_answer_that_has_not_seen_the_last_word(self):
        made = self.admin.must("create_ticket", body={"subject": "Moved", "text": "x", "customer": {"email": "m@moved.example"}})
        path = {"ticket": made["id"]}
        self.admin.must("write_note", path, {"text": "I am at it."})
        refused = self.admin.call("write_reply", path, {"text": "Hello", "seen_article": made["article"]})
        expect(refused.status == 409 and refused.json["code"] == "ticket.moved", refused)
        expect([a["text"] for a in refused.json["since"]] == ["I am at it."], refused.json["since"])
        last = self.admin.must("get_ticket", path)["articles"][-1]["id"]
        self.admin.must("write_reply", path, {"text": "Hello", "seen_article": last})
        expect_pointer(self.admin.call("write_reply", path, {"text": "x", "to": [{"address": "help@hafen.example"}]}), 422,
                       "/to/0/address")
        expect_pointer(self.admin.call("create_upload", body=b"MZ\x90 x", query={"name": "a.pdf"}), 422, "?name")

    def pages_through_a_long_thread(self):
        made = self.admin.must("create_ticket", body={"subject": "Long", "text": "0", "customer": {"email": "l@long.example"}})
        path = {"ticket": made["id"]}
        for i in range(1, 121):
            self.pool[i % len(self.pool)].must("write_note", path, {"text": str(i)})
        shown = self.admin.must("get_ticket", path)
        words, address = [a["text"] for a in shown["articles"]], shown["articles_before"]
        expect(len(words) == 50 and shown["article_count"] == 121, len(words))
        while address:
            page = self.admin.raw("GET", address).json
            words, address = [a["text"] for a in page["items"]] + words, page["next"]
        expect(words == [str(i) for i in range(121)], words[:5])

    def answers_every_cell_of_the_permission_matrix(self):
        principals = matrix.scope_principals(self.admin, self.server.http) + matrix.role_principals(self.admin, self.server.http)
        principals += matrix.unknown_principals(self.admin, self.server)
        page = self.signed_in()
        session = page.must("get_session")
        principals.append(matrix.Principal("a session", page, matrix.ALL, session["agent"]["id"], is_session=True))
        # Its ids are beyond those of `small`, also when that desk makes some itself; those of `large` exist nowhere else.
        for _ in range(4):
            World(self.admin, "CNRYOWN")
        fresh = World(self.admin, "CNRYOWN", self.server.smtp, "help@hafen.example").ids
        principals.append(matrix.Principal("another desk's admin", self.small, matrix.ALL, is_foreign=True))
        for principal in principals[:-1]:
            principal.client.forbidden_words = ["CNRYSMALL", "CNRYLARGE"]
        self.small.forbidden_words = ["CNRYOWN", "CNRYLARGE"]
        foreign = self.grow_large_beyond(fresh)
        cells, mismatches = matrix.run_matrix(principals, lambda p: fresh, foreign)
        expect(not mismatches, f"{len(mismatches)} of {cells} cells: " + "; ".join(mismatches[:8]))
        return f"[{cells} cells, {len(principals)} principals, {len(OPERATIONS)} operations, 0 mismatches] "

    def wait_until_settled(self):
        """Nothing that was accepted waits for a decision any more."""
        def waiting():
            text = Client(self.server.http).must("get_metrics").body.decode()
            return float(next(line for line in text.splitlines() if line.startswith("lotse_unsettled_events")).split()[-1])
        wait_for(lambda: waiting() == 0)

    def stream_end(self):
        return self.admin.must("follow_events", query={"limit": 1})["last"]

    def signed_in(self):
        answer = Client(self.server.http).call("sign_in", body={"email": "anna@hafen.example", "password": PASSWORD})
        page = Client(self.server.http, headers={"Cookie": answer.headers["Set-Cookie"].split(";")[0]})
        page.headers["X-CSRF-Token"] = page.must("get_session")["csrf_token"]
        return page

    def grow_large_beyond(self, ids):
        """Ids of `large` that `own` will not reach while the matrix runs."""
        nouns = {"create_ticket": "ticket", "create_customer": "customer", "create_organization": "organization",
                 "create_agent": "agent", "create_queue": "queue", "create_category": "category",
                 "create_calendar": "calendar", "create_policy": "policy", "create_mailbox": "mailbox",
                 "create_token": "token", "create_tag": "tag", "create_field": "field",
                 "create_shift": "shift", "create_answer": "answer", "create_macro": "macro", "create_escalation_chain": "chain", "create_webhook": "webhook", "create_view": "view"}
        admins = [Client(self.server.http, self.large.must("create_token", body={"name": f"{i}", "scopes": ["admin"]})["token"])
                  for i in range(8)]
        world = World(self.large, "CNRYLARGE", self.server.smtp, "help@large.example").ids
        out = {}
        for operation, noun in nouns.items():
            last = [world[noun]]
            def grow(i, operation=operation, noun=noun, last=last):
                while max(last) < ids[noun] + 150:
                    _, body, _ = recipe(operation, OPERATIONS[operation], world)
                    made = admins[i].must(operation, body=dict(
                        body, **({"name": unique("CNRYLARGE")} if isinstance(body.get("name"), str) else {})))
                    last.append(made["id"])
            in_threads(8, grow)
            out[noun] = max(last)
        out["other"], out["job"] = out["ticket"], MISSING_JOB
        out.update({noun: world[noun] for noun in ("item", "time", "event", "mention", "forwarded", "session", "passkey", "notice", "letter", "call", "rebalance")}, label_decision=MISSING_JOB, absence=MISSING_JOB, model_trial=MISSING_JOB, lesson=MISSING_JOB, escalation=MISSING_JOB, blocked_pair=MISSING_JOB, simulation=MISSING_JOB)
        # A desk has at most 50 kinds of entities: those that only count up go again.
        out["entity"] = world["entity"]
        while out["entity"] < ids["entity"] + 150:
            self.large.must("remove_entity", {"entity": out["entity"]})
            out["entity"] = self.large.must("create_entity", body={"name": "CNRYLARGE", "pattern": "x"})["id"]
        out["upload"] = world["upload"]
        while out["upload"] < ids["upload"] + 150:
            out["upload"] = self.large.must("create_upload", body=PNG, query={"name": "CNRYLARGE.png"})["id"]
        out["article"] = out["attachment"] = 0
        while min(out["article"], out["attachment"]) < max(ids["article"], ids["attachment"]) + 150:
            more = [self.large.must("create_ticket", body={"subject": "CNRYLARGE", "customer": {"id": world["customer"]},
                    "attachments": [{"name": "CNRYLARGE", "content": "AAAA"}] * 60}) for _ in range(1)]
            shown = self.large.must("get_ticket", {"ticket": more[-1]["id"]})["articles"][0]
            out["attachment"] = max(a["id"] for a in shown["attachments"])
            out["article"] = shown["id"]
            if out["article"] <= ids["article"] + 150:
                for _ in range(30):
                    self.large.must("write_note", {"ticket": more[-1]["id"]}, {"text": "CNRYLARGE"})
        return out

    def survives_garbage(self):
        world = World(self.admin, "CNRYOWN", self.server.smtp, "help@hafen.example").ids
        stranger = Client(self.server.http, patient=False)
        count = garbage.attack_all(self.pool, stranger, lambda name: recipe(name, OPERATIONS[name], world), DOCUMENT)
        count += garbage.attack_paths(self.pool[0])
        expect(Client(self.server.http).must("get_health")["status"] == "ok", "not well afterwards")
        return f"[{count} requests, no 5xx] "

    def called_every_operation_with_success(self):
        missing = sorted(set(OPERATIONS) - Client.succeeded - {"retry_call", "drop_call"})  # given up after a day: test_desk's Webhooks
        expect(not missing, f"never answered with success: {', '.join(missing)}")
        return f"[{len(Client.succeeded)} operations] "

    def logged_no_failure_of_its_own(self):
        bad = [line for line in self.server.log_text().splitlines() if '"level":"error"' in line]
        expect(not bad, f"{len(bad)} errors in the log, first: {bad[0][:500] if bad else ''}")
        expect("CNRYOWN" not in self.server.log_text(), "words of tickets are in the log")
        expect("lotse_api_1_" not in self.server.log_text(), "a token is in the log")


def main():
    with DeskServer("[http]\ncalls_per_minute = 0\nallowed_private_targets = [\"127.0.0.1\"]\n") as server:
        suite = Suite(server)
        tests = [name for name, member in vars(Suite).items()
                 if callable(member) and name not in ("__init__", "run", "signed_in", "wait_until_settled", "stream_end", "grow_large_beyond")]
        for name in tests:
            if len(sys.argv) > 1 and name not in sys.argv[1:] and not name.startswith(("sets_up", "makes_the_desks")):
                continue
            suite.run(name, getattr(suite, name))
    failed = suite.results.count(False)
    print(f"{len(suite.results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
