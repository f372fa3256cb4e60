# SPDX-License-Identifier: Apache-2.0
"""For every operation a call that succeeds, when the caller may make it: path, body and query. A `World` is the set of
objects of one desk that these calls point at."""
import base64
import itertools
import smtplib
import threading
import time
from email.message import EmailMessage

from calendar_server import shared_url

NUMBERS = itertools.count(1)
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")

HOLIDAY = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20201224\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Closed\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def unique(word):
    return f"{word}-{next(NUMBERS)}"


class World:
    """One object of each noun in a desk, named with `mark` so that a leak is seen."""

    def __init__(self, client, mark, smtp=None, mail_to=None):
        self.client, self.mark = client, mark
        self.ids = {}
        self.make(smtp, mail_to)

    def make(self, smtp, mail_to):
        must, mark = self.client.must, self.mark
        calendar = must("create_calendar", body=new_calendar(f"{mark} hours"))
        policy = must("create_policy", body={"name": f"{mark} policy", "calendar": calendar["id"]})
        queue = must("create_queue", body={"name": unique(f"{mark} queue")})
        category = must("create_category", body={"key": unique("key"), "name": f"{mark} category"})
        organization = must("create_organization", body={"name": f"{mark} firm"})
        customer = must("create_customer", body={"name": f"{mark} person", "email": f"{unique('c')}@customer.example"})
        agent = must("create_agent", body={"name": f"{mark} agent", "email": f"{unique('a')}@team.example"})
        mailbox = must("create_mailbox", body={"address": f"{unique('m')}@{mark.lower()}.example"})
        tag = must("create_tag", body={"name": unique(f"{mark} tag")})
        entity = must("create_entity", body={"name": unique(f"{mark} order"), "pattern": "PO-[0-9]{6}"})
        field = must("create_field", body={"key": unique("field"), "name": {"en": f"{mark} field"}, "kind": "text"})
        shift = must("create_shift", body={"name": unique(f"{mark} shift"), "hours": [["06:00", "14:00"]]})
        absence = must("create_absence", {"agent": agent["id"]}, {"kind": "training", "from": "2031-03-03", "until": "2031-03-04",
                                                                  "note": f"{mark} away"})
        view = must("create_view", body={"name": unique(f"{mark} view"), "query": "status:open"})
        token = must("create_token", body={"name": f"{mark} token", "scopes": ["tickets:read"]})
        ticket = must("create_ticket", body=self.new_ticket(customer["id"]))
        shown = must("get_ticket", {"ticket": ticket["id"]})
        upload = must("create_upload", body=PNG, query={"name": f"{mark}.png"})
        item = must("add_checklist_item", {"ticket": ticket["id"]}, {"text": f"{mark} item"})
        time_entry = must("add_time", {"ticket": ticket["id"]}, {"minutes": 5, "note": f"{mark} time"})
        must("patch_ticket", {"ticket": ticket["id"]}, {"priority": "high"})
        changed = [e for e in must("get_ticket", {"ticket": ticket["id"]})["events"] if e["kind"] == "updated"][-1]
        must("write_note", {"ticket": ticket["id"]}, {"text": f"{mark} note @{{{agent['id']}}}"})
        answer = must("create_answer", body={"name": f"{mark} answer", "texts": {"en": f"{mark} Hello {{{{customer.name}}}}"}})
        macro = must("create_macro", body={"name": f"{mark} macro", "changes": {"urgency": "low"}})
        must("get_macro", {"macro": macro["id"]})  # the matrix may remove it before anybody reads it
        chain = must("create_escalation_chain", body=BODIES["create_escalation_chain"]({"queue": queue["id"]}))
        must("get_escalation_chain", {"chain": chain["id"]})
        webhook = must("create_webhook", body=BODIES["create_webhook"]({}))
        pair = must("create_blocked_pair", body={"agent": agent["id"], "organization": organization["id"], "reason": f"{mark} apart"})
        must("get_blocked_pair", {"blocked_pair": pair["id"]})
        self.ids = {"calendar": calendar["id"], "policy": policy["id"], "queue": queue["id"], "category": category["id"],
                    "organization": organization["id"], "customer": customer["id"], "agent": agent["id"],
                    "mailbox": mailbox["id"], "tag": tag["id"], "entity": entity["id"], "shift": shift["id"], "absence": absence["id"], "field": field["id"], "view": view["id"],
                    "session": 999_999_998, "passkey": 999_999_998, "notice": 999_999_998, "letter": 999_999_998,
                    "token": token["id"], "ticket": ticket["id"], "article": ticket["article"],
                    "upload": upload["id"], "answer": answer["id"], "macro": macro["id"], "chain": chain["id"], "escalation": 999_999_998,
                    "webhook": webhook["id"], "call": 999_999_998, "item": item["id"], "time": time_entry["id"],
                    "blocked_pair": pair["id"],
                    "event": changed["id"], "mention": 1, "forwarded": ticket["article"],
                    "gate_field": 1, "simulation": 999_999_998, "model_trial": 999_999_998, "rebalance": 999_999_998, "lesson": 999_999_998,
                    "attachment": shown["articles"][0]["attachments"][0]["id"]}
        self.ids["other"] = must("create_ticket", body=self.new_ticket(customer["id"]))["id"]
        self.ids["job"] = must("change_tickets", body=BODIES["change_tickets"](self.ids))["id"]
        wait_for(lambda: must("get_job", {"job": self.ids["job"]})["state"] == "done")
        self.ids["label_decision"] = self.decide_a_label()
        self.ids["spare"] = self.spare
        if smtp:
            self.ids["article"] = self.send_mail(smtp, mail_to)

    def spare(self, operation_id):
        """Ids for a call that uses its object up: a new one each time."""
        if operation_id == "undo_merge":
            ids = self.spare("merge_ticket")
            self.client.must("merge_ticket", ids, BODIES["merge_ticket"](self.ids))
            return ids
        if operation_id in ("split_ticket", "undo_split"):
            ticket = self.client.must("create_ticket", body=self.new_ticket(self.ids["customer"]))
            self.client.must("write_note", {"ticket": ticket["id"]}, {"text": "stays"})
            if operation_id == "split_ticket":
                return {"ticket": ticket["id"], "articles": [ticket["article"]]}
            return {"ticket": self.client.must("split_ticket", {"ticket": ticket["id"]},
                                               {"articles": [ticket["article"]]})["ticket"]}
        if operation_id in ("remove_absence", "patch_absence"):
            path = {"agent": self.ids["agent"]}
            return {"absence": self.client.must("create_absence", path, BODIES["create_absence"](self.ids))["id"]}
        maker, noun = USES_UP[operation_id]
        return {noun: self.client.must(maker, body=BODIES[maker](self.ids))["id"]}

    def claim_a_label(self):
        """Path and body of a decision on a ticket that is decided blind because all are for a moment."""
        must = self.client.must
        must("patch_gate_field", {"gate_field": 1}, {"audit_share": 1})
        must("create_ticket", body={"subject": "Printer jammed", "text": "The printer prints nothing.",
                                    "customer": {"id": self.ids["customer"]}})
        task = wait_for(lambda: must("claim_label")["task"])
        must("patch_gate_field", {"gate_field": 1}, {"audit_share": 0.1})
        field = task["fields"][0]
        return {"ticket": task["ticket"]}, {"claim": task["claim"], "field": field["field"],
                                            "value": field["choices"][0]["value"]}

    def decide_a_label(self):
        return self.client.must("decide_label", *self.claim_a_label())["decision"]

    def new_ticket(self, customer):
        return {"subject": f"{self.mark} ticket", "text": f"{self.mark} text", "customer": {"id": customer},
                "attachments": [{"name": "pixel.png", "content": base64.b64encode(PNG).decode()}]}

    def send_mail(self, smtp, mail_to):
        """The article of a ticket that came by mail, with its raw message."""
        subject = unique(f"{self.mark} mail")
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = "Grace <grace@customer.example>", mail_to, subject
        message["Message-ID"] = f"<{unique('mail')}@customer.example>"
        message.set_content(f"{self.mark} words by mail")
        message.add_alternative(f"<p>{self.mark} <b>words</b> by mail</p>", subtype="html")
        with smtplib.SMTP(*smtp, timeout=30) as door:
            door.send_message(message)
        for ticket in self.client.must("list_tickets", query={"sort": "-created", "limit": 200})["items"]:
            if ticket["subject"] == subject:
                return self.client.must("get_ticket", {"ticket": ticket["id"]})["articles"][0]["id"]
        raise AssertionError("a mail that was accepted is no ticket")


def new_calendar(name):
    return {"name": name, "time_zone": "Europe/Berlin", "week": {"monday": [["09:00", "12:30"], ["13:30", "18:00"]]},
            "holidays": [{"date": "2026-12-25", "name": "Christmas Day"}]}


MATRIX = {impact: {urgency: "normal" for urgency in ("low", "medium", "high")} for impact in ("low", "medium", "high")}

# operation -> (body of a World's ids, query); the path takes its ids from the World by name.
BODIES = {
    "create_ticket": lambda ids: {"subject": "Printer jammed", "text": "No paper.", "customer": {"id": ids["customer"]}},
    "patch_ticket": lambda ids: {"subject": unique("New words")},
    "close_ticket": lambda ids: {"status": "solved"},
    "write_reply": lambda ids: {"text": "It works again.", "then": "open"},
    "write_note": lambda ids: {"text": "Called back."},
    "forward_messages": lambda ids: {"text": "Please look.", "to": [{"address": "service@maker.example"}],
                                     "articles": [ids["forwarded"]]},
    "create_upload": lambda ids: PNG,
    "read_holiday_file": lambda ids: HOLIDAY,
    "put_absence_file": lambda ids: HOLIDAY,
    "put_calendar_feed": lambda ids: {"private_url": shared_url(HOLIDAY)},
    "put_absence_feed": lambda ids: {"private_url": shared_url(HOLIDAY)},
    "put_draft": lambda ids: {"text": "Dear", "to": [{"address": "a@b.ex"}]},
    "create_answer": lambda ids: {"name": "Hello", "shortcut": unique("hi"), "texts": {"de": "Guten Tag {{customer.name}}"}},
    "patch_answer": lambda ids: {"name": unique("Hello")},
    "create_escalation_chain": lambda ids: {"name": unique("Chain"), "queues": [ids["queue"]], "starts": ["breach"],
                                            "steps": [{"to": "owner", "after_minutes": 0}, {"to": "lead", "after_minutes": 30}]},
    "patch_routing_rules": lambda ids: {"learns": True},
    "put_queue_rule": lambda ids: {"sticky": "requester", "language_soft_after_minutes": 60},
    "create_blocked_pair": lambda ids: {"agent": ids["agent"], "customer": ids["customer"], "reason": "They are married."},
    "patch_escalation_chain": lambda ids: {"repeats": 2},
    "create_webhook": lambda ids: {"name": unique("Hook"), "url": "https://hooks.example/in", "is_enabled": False},
    "patch_webhook": lambda ids: {"name": unique("Hook")},
    "put_breach_reasons": lambda ids: {"items": [{"key": "supplier"}, {"key": "other", "wants_remark": True}, {"key": "wrong_queue"},
                                                 {"key": "no_capacity"}, {"key": "customer_unclear"}, {"key": "technical"}]},
    "create_simulation": lambda ids: {"weeks": 5, "days": 7, "runs": 20},
    "create_macro": lambda ids: {"name": unique("Macro"), "changes": {"priority": "high"}, "takes": True,
                                 "reply": {"texts": {"en": "Hello {{customer.name}}"}}, "note": {"text": "{{ticket.id}}"}},
    "patch_macro": lambda ids: {"name": unique("Macro")},
    "use_macro": lambda ids: {},
    "put_queue_signature": lambda ids: {"texts": {"en": "Kind regards\n{{queue.name}}"}},
    "put_agent_signature": lambda ids: {"texts": {"en": "{{agent.name}}"}},
    "read_mentions": lambda ids: {"up_to": 1},
    "snooze_ticket": lambda ids: {"until": time.strftime("%Y-%m-%dT00:00:00Z", time.gmtime(time.time() + 30 * 86400))},
    "add_checklist_item": lambda ids: {"text": "Order the drum"},
    "patch_checklist_item": lambda ids: {"is_done": True},
    "add_time": lambda ids: {"minutes": 15, "activity": "On site"},
    "create_customer": lambda ids: {"name": "Ada", "email": f"{unique('ada')}@customer.example", "language": "pl"},
    "patch_customer": lambda ids: {"phone": "+48 58 000 00 00"},
    "create_organization": lambda ids: {"name": "Firm", "domains": [f"{unique('firm')}.example"], "is_vip": True},
    "patch_organization": lambda ids: {"queue": ids["queue"], "policy": ids["policy"]},
    "create_agent": lambda ids: {"name": "Bo", "email": f"{unique('bo')}@team.example", "languages": ["de"],
                                 "skills": [{"name": "printing", "level": 3}], "queues": [ids["queue"]]},
    "patch_agent": lambda ids: {"capacity": 5},
    "put_presence": lambda ids: {"state": "replying", "is_typing": True},
    "put_availability": lambda ids: {"is_available": True},
    "create_shift": lambda ids: {"name": unique("Early"), "hours": [["06:00", "10:00"], ["10:30", "14:30"]]},
    "patch_shift": lambda ids: {"hours": [["22:00", "06:00"]]},
    "put_hours": lambda ids: {"time_zone": "Europe/Berlin", "week": {"monday": [["08:00", "12:00"], ["12:30", "16:30"]]}},
    "create_absence": lambda ids: {"kind": "holiday", "from": "2030-08-01", "until": "2030-08-14T12:00"},
    "patch_absence": lambda ids: {"kind": "other", "until": "2030-08-15"},
    "create_rebalance": lambda ids: {"moves": [{"ticket": ids["ticket"], "from": None, "to": ids["agent"]}]},
    "put_roster": lambda ids: {"days": [{"agent": ids["agent"], "date": "2030-06-01", "plan": "shift", "shift": ids["shift"]},
                                        {"agent": ids["agent"], "date": "2030-06-02", "plan": "free"}]},
    "put_roster_rules": lambda ids: {"away_after_minutes": 0, "ask_before_end_minutes": 45},
    "create_queue": lambda ids: {"name": unique("Queue"), "address": f"{unique('q')}@desk.example", "skills": ["x"]},
    "patch_queue": lambda ids: {"calendar": ids["calendar"], "lead": ids["agent"], "assignment": "pull", "hands_out_below": 0,
                                "preferred_skills": ["citrix"], "language_is_required": False},
    "create_category": lambda ids: {"key": unique("k"), "name": "Kind", "keywords": {"en": ["paper jam"]}},
    "patch_category": lambda ids: {"queue": ids["queue"]},
    "change_tickets": lambda ids: {"tickets": [ids["other"]], "changes": {"urgency": "high"}},
    "put_link": lambda ids: {"kind": "related"},
    "merge_ticket": lambda ids: {"into": ids["other"]},
    "split_ticket": lambda ids: {"articles": [ids["article"]]},
    "create_tag": lambda ids: {"name": unique("tag"), "colour": "teal"},
    "patch_tag": lambda ids: {"colour": "red"},
    "create_entity": lambda ids: {"name": unique("device"), "pattern": r"\bINV-(\d{5})\b"},
    "patch_entity": lambda ids: {"pattern": r"(?i)\bpo-\d{6}\b"},
    "try_entity": lambda ids: {"pattern": r"\bPO-\d+\b", "text": "order PO-12"},
    "create_view": lambda ids: {"name": unique("view"), "query": "printer status:open,new", "sort": "-created",
                                "columns": ["subject"]},
    "patch_view": lambda ids: {"query": "is:unassigned"},
    "create_field": lambda ids: {"key": unique("f"), "name": {"en": "Kind", "de": "Art"}, "kind": "choice",
                                 "options": [{"value": "a", "name": {"en": "A"}}], "categories": [ids["category"]]},
    "patch_field": lambda ids: {"position": 3, "required_at": None},
    "create_calendar": lambda ids: new_calendar("Hours"),
    "put_calendar": lambda ids: new_calendar("Other hours"),
    "create_policy": lambda ids: {"name": "P", "calendar": ids["calendar"],
                                  "targets": {"high": {"first_reply_minutes": 30, "solution_minutes": None}}},
    "patch_policy": lambda ids: {"targets": {"low": {"first_reply_minutes": 600, "solution_minutes": 6000}}},
    "preview_policy": lambda ids: {"targets": {"low": {"first_reply_minutes": 300, "solution_minutes": 6000}}},
    "preview_calendar": lambda ids: new_calendar("Wished hours"),
    "explain_breach": lambda ids: {"clock": "update", "due_at": "2001-01-01T00:00:00Z", "reason": "supplier"},
    "create_mailbox": lambda ids: {"address": f"{unique('box')}@desk.example", "host": "127.0.0.1", "port": 1,
                                   "security": "none", "user": "u", "password": "p", "is_enabled": False},
    "patch_mailbox": lambda ids: {"is_enabled": False},
    "patch_portal": lambda ids: {"name": "Help", "color": "#1d4f91", "url": f"https://{unique('help')}.firm.example",
                                 "logo": base64.b64encode(PNG).decode()},
    "patch_settings": lambda ids: {"warn_at_percent": 80},
    "put_matrix": lambda ids: MATRIX,
    "patch_gate_field": lambda ids: {"audit_share": 0.1},
    "decide_label": lambda ids: {"claim": 0, "field": "category", "value": "printing"},
    "skip_label": lambda ids: {"claim": 0},
    "start_label_undo": lambda ids: {"from": "2001-01-01T00:00:00Z", "until": "2001-01-02T00:00:00Z"},
    "create_token": lambda ids: {"name": "t", "scopes": ["tokens:manage"], "lifetime_days": 1},
    "triage": lambda ids: {"subject": "Drucker kaputt", "body": "Er druckt nicht mehr."},
    "teach_triage": lambda ids: {"id": unique("case"), "subject": unique("Drucker"), "body": "Er druckt nicht mehr.",
                                 "labels": {"category": "printing", "type": "incident"}, "seen": False},
    "pass_second_step": lambda ids: {"ticket": "x", "code": "000000"},
    "begin_passkey_sign_in": lambda ids: {},
    "sign_in_with_passkey": lambda ids: {"ticket": "x", "credential": {}},
    "redeem_link": lambda ids: {"token": "x"},
    "confirm_session": lambda ids: {"password": "not the right one"},
    "confirm_totp": lambda ids: {"code": "000000"},
    "add_passkey": lambda ids: {"ticket": "x", "name": "Key", "credential": {}},
    "rename_passkey": lambda ids: {"name": "Key"},
    "change_password": lambda ids: {"current": "not the right one", "password": "a sentence of nobody at all"},
    "ask_for_reset": lambda ids: {"email": "nobody@team.example"},
    "reset_password": lambda ids: {"token": "x", "password": "a sentence of nobody at all"},
    "sign_in": lambda ids: {"email": "nobody@team.example", "password": "not the right one"},
    "test_setup_mailbox": lambda ids: {"token": "x", "mailbox": {"address": "x@y.example"}},
    "patch_submission": lambda ids: {"host": ""},
    "complete_setup": lambda ids: {"token": "x", "desk_name": "x",
                                   "admin": {"name": "x", "email": "x@y.example", "password": "a sentence of nobody"}},
}
# An operation that can succeed only once on an object -> what makes it another one, and the object's noun.
USES_UP = {"merge_ticket": ("create_ticket", "ticket"), "undo_merge": ("create_ticket", "ticket"),
           "split_ticket": ("create_ticket", "ticket"), "undo_split": ("create_ticket", "ticket"),
           "remove_tag": ("create_tag", "tag"), "remove_field": ("create_field", "field"),
           "remove_shift": ("create_shift", "shift"), "remove_absence": ("create_absence", "absence"), "patch_absence": ("create_absence", "absence"),
           "remove_entity": ("create_entity", "entity"), "delete_webhook": ("create_webhook", "webhook")}
QUERIES = {"get_draft": {"kind": "note"}, "put_draft": {"kind": "note"}, "delete_draft": {"kind": "note"},
           "create_upload": {"name": "pixel.png"}, "get_due": {"minutes": 60},
           "list_holidays": {"region": "de-by", "year": 2026},
           "get_roster": {"from": "2030-06-01", "until": "2030-06-07"},
           "search": {"q": "printer status:open"}, "complete_query": {"q": "status:op"},
           "preview_label_undo": {"from": "2001-01-01T00:00:00Z", "until": "2001-01-02T00:00:00Z"},
           "erase_triage_feedback": {"reference": "nobody's"},
           "list_gate_evidence": {"value": "network"}, "list_gate_moves": {"value": "network"}}
WITHOUT = {
    "list_simulations", "get_simulation", "stop_simulation", "replay_triage", "list_triage_feedback",
    "get_calendar_feed", "remove_calendar_feed", "read_calendar_feed", "get_absence_feed", "remove_absence_feed", "read_absence_feed",
    "list_holiday_regions", "list_holidays", "list_shifts", "get_shift", "remove_shift", "get_hours", "remove_hours", "list_absences", "remove_absence", "get_roster",
    "preview_rebalance", "list_rebalances", "reverse_rebalance", "get_roster_rules", "get_hand_over", "list_taken_over", "get_duty",
    "list_label_requests", "count_label_requests", "claim_label", "take_back_label", "preview_label_undo", "list_models",
    "unpin_model", "remove_triage_feedback", "erase_triage_feedback",
    "serve_model", "get_agreement", "get_promises",
    "get_gate", "get_gate_field", "list_gate_evidence", "list_gate_moves", "list_all_gate_moves", "stop_gate", "resume_gate",
    "list_escalation_chains", "get_escalation_chain", "delete_escalation_chain", "list_escalations", "count_escalations",
    "list_webhooks", "get_webhook", "delete_webhook", "renew_webhook_secret", "test_webhook", "list_webhook_calls", "list_dead_calls",
    "retry_call", "drop_call", "list_breach_reasons",
    "get_routing_rules", "get_queue_rule", "list_blocked_pairs", "get_blocked_pair", "delete_blocked_pair",
    "get_escalation", "acknowledge_escalation", "list_ticket_escalations", "get_watch", "get_fairness",
    "list_macros", "get_macro", "delete_macro", "list_answers", "get_answer", "delete_answer", "list_placeholders", "get_queue_signature", "get_agent_signature",
    "fill_answer",
    "get_upload", "delete_upload", "get_draft", "delete_draft", "list_drafts", "get_recipients", "take_back_message",
    "list_articles", "list_ticket_events", "list_mentions", "read_mention", "follow_ticket", "unfollow_ticket", "wake_ticket",
    "reverse_event", "list_checklist", "delete_checklist_item", "list_times", "delete_time",
    "list_views", "get_view", "delete_view", "count_views", "search", "complete_query", "list_similar",
    "list_tickets", "get_ticket", "get_ticket_routing", "take_next_ticket", "reopen_ticket", "release_ticket", "count_queues", "get_raw_message", "get_attachment", "list_customers",
    "get_message_frame", "get_message_source", "get_customer", "list_organizations", "get_organization", "list_agents", "get_agent", "list_queues", "get_queue",
    "list_categories", "get_category", "remove_link", "get_job", "list_job_items", "list_audit", "check_audit", "reverse_job", "undo_merge", "undo_split", "list_tags", "get_tag", "remove_tag", "list_entities", "get_entity", "remove_entity", "list_fields", "get_field", "remove_field", "list_calendars", "get_calendar", "get_due", "list_policies", "get_policy", "get_clocks",
    "list_mailboxes", "get_mailbox", "get_settings", "get_portal", "get_matrix", "list_tokens", "revoke_token", "get_session", "sign_out",
    "list_sessions", "end_session", "get_factors", "begin_totp", "remove_totp", "renew_recovery_codes", "begin_passkey",
    "remove_passkey", "remove_factors_of", "invite_agent", "get_setup", "get_demo", "get_submission", "test_mailbox",
    "count_undelivered", "list_undelivered", "list_lost_letters", "retry_notice", "retry_notices", "drop_notice", "drop_letter",
    "follow_events", "follow_live", "end_presence", "get_health", "get_metrics", "get_reference_page", "get_openapi", "get_reference_style",
}


def recipe(operation_id, operation, ids):
    """(path, body, query) of a call that succeeds; KeyError tells of an operation that nobody wrote one for."""
    query = QUERIES.get(operation_id)
    if operation_id == "fill_answer":
        query = {"ticket": ids["ticket"]}
    path = {p["name"]: ids[p["name"]] for p in operation.get("parameters", []) if p.get("in") == "path"}
    if operation_id in WITHOUT:
        return path, None, query
    return path, BODIES[operation_id](ids), query


def with_spare(operation_id, path, body, ids):
    """The same call, on an object of its own if it uses that up."""
    if operation_id not in USES_UP:
        return path, body
    spare = ids["spare"](operation_id)
    path = {name: spare.get(name, value) for name, value in path.items()}
    return path, dict(body, articles=spare["articles"]) if "articles" in spare else body


def in_threads(count, work):
    """Runs work(i) for i below count at the same time; the results in order. An exception is handed on."""
    results, failures = [None] * count, []
    gate = threading.Barrier(count)

    def one(i):
        try:
            gate.wait(30)
            results[i] = work(i)
        except Exception as failure:  # handed on below
            failures.append(failure)

    threads = [threading.Thread(target=one, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return results


def wait_for(condition, seconds=90):
    """The first true value of condition(); AssertionError if none comes in time. The time is for a machine that has other
    work, too: who waits for a condition loses nothing by it."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError("waited in vain")
