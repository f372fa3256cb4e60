# SPDX-License-Identifier: Apache-2.0
"""Every principal calls every operation on its own objects, on what is not there, and on another desk's (T-16). What each
cell must answer follows from x-permission of the document and from the tables of roles and scopes below, which say again,
independently of the program, who may do what."""
from concurrent.futures import ThreadPoolExecutor

from api_client import OPERATIONS, Client, success_of
from recipes import USES_UP, recipe, with_spare

READS = {"tickets:read", "customers:read", "setup:read", "agents:read", "events:read"}
ALL = READS | {"tickets:create", "tickets:write", "notes:write", "customers:write", "setup:write", "agents:write",
               "mailboxes:manage", "tokens:manage", "triage:use", "triage:teach", "audit:read"}
AGENT = READS | {"tickets:create", "tickets:write", "notes:write", "customers:write", "triage:use", "triage:teach"}
ROLES = {
    "admin": ALL,
    "lead": AGENT | {"setup:write", "agents:write"},
    "agent": AGENT,
    "light_agent": READS | {"notes:write"},
    "auditor": READS | {"audit:read"},
}
MISSING = 999_999_999
# Nobody gives or takes what they may not do themselves: these need the rights of the agent's role besides.
NEEDS_ROLE = {name: ROLES["agent"] for name in ("create_agent", "patch_agent", "remove_factors_of", "invite_agent")}
# What these answer depends on their body alone.
SPECIAL = {"sign_in": {401, 429}, "complete_setup": {404}, "get_setup": {404}, "test_setup_mailbox": {404, 429}, "pass_second_step": {401, 429}, "sign_in_with_passkey": {401, 429},
           "redeem_link": {401, 429}, "reset_password": {401, 429}, "ask_for_reset": {204, 429},
           "begin_passkey_sign_in": {200, 429}}


# What a person signed in may get: what is given in the recipes proves nothing, and is not theirs.
OF_SESSIONS = {"confirm_session": {401, 429}, "confirm_totp": {409, 422, 429}, "begin_totp": {201, 409},
               "renew_recovery_codes": {409}, "add_passkey": {422}, "rename_passkey": {404}, "remove_passkey": {404},
               "change_password": {401, 429}}
# One's own session may be ended; somebody else's by who may change agents.
OF_ONE_SELF = {"end_session": lambda principal, relation: {404}}


# The first call takes away, or puts back, what the next would: all principals share one World. Who may not at all is told
# so before that shows.
USED_UP = {"get_upload": 404, "delete_upload": 404, "patch_checklist_item": 404, "delete_checklist_item": 404,
           "delete_time": 404, "get_answer": 404, "patch_answer": 404, "delete_answer": 404,
           "get_escalation_chain": 404, "patch_escalation_chain": 404, "delete_escalation_chain": 404, "get_escalation": 404,
           "acknowledge_escalation": 404, "test_webhook": 409, "retry_call": 404, "drop_call": 404,
           "get_blocked_pair": 404, "delete_blocked_pair": 404,
           "explain_breach": 404, "get_macro": 404, "patch_macro": 404, "delete_macro": 404, "use_macro": 404, "fill_answer": 404, "read_mention": 404, "reverse_event": 409, "take_back_message": 409,
           "test_mailbox": 409, "take_next_ticket": 409, "decide_label": 409, "take_back_label": 403, "serve_model": 404, "remove_triage_feedback": 404,
           "read_calendar_feed": 404, "read_absence_feed": 404,
           "get_simulation": 404, "stop_simulation": 404, "create_rebalance": 409, "reverse_rebalance": 404,
           "retry_notice": 404, "drop_notice": 404, "drop_letter": 404, "replay_triage": 202,  # the first call starts it
           "get_view": 404, "patch_view": 404, "delete_view": 404}
# What is not one's own is changed with setup:write only; it may be gone by then.
OWNED = {"patch_view", "delete_view"}


class Principal:
    """`permissions` is None for somebody whom the desk does not know."""

    def __init__(self, name, client, permissions, agent=None, is_session=False, is_foreign=False, is_remote=False):
        self.name, self.client, self.permissions = name, client, permissions
        self.agent, self.is_session, self.is_foreign, self.is_remote = agent, is_session, is_foreign, is_remote


# Every desk has these under the same ids, so there are none of another desk only.
SHARED = "{gate_field}"

# Operations whose bodies name other objects.
REFERRING = {"create_ticket", "create_agent", "create_policy", "create_queue", "create_category", "create_mailbox",
             "create_organization", "create_customer", "create_field", "create_escalation_chain", "put_roster", "create_blocked_pair"}


# The record that the path names below the agent is somebody else's.
OF_ANOTHERS = {"remove_absence", "patch_absence"}


def expected(principal, operation_id, operation, relation):
    """The set of statuses that a cell may show."""
    permission = operation["x-permission"]
    status, _ = success_of(operation)
    if operation_id in SPECIAL:
        return SPECIAL[operation_id]
    if permission == "public":
        return {status}
    if principal.permissions is None:
        anonymous_here = operation.get("x-this-machine") and principal.client.token is None and not principal.is_remote
        return {status} if anonymous_here else {401}
    if permission == "session":
        return OF_SESSIONS.get(operation_id, {status}) if principal.is_session else {422}
    if operation_id in OF_ONE_SELF:
        return OF_ONE_SELF[operation_id](principal, relation)
    if permission == "signed_in":
        return {status}
    is_own_record = operation.get("x-own-record") and relation == "self" and "agents:read" in principal.permissions
    if permission not in principal.permissions and not is_own_record:
        return {403}
    if relation == "self" and operation_id in OF_ANOTHERS:
        return {404}
    is_elsewhere = principal.is_foreign and "{" in operation["path"] and SHARED not in operation["path"]
    if relation in ("missing", "foreign") or is_elsewhere:
        return {404}
    if not NEEDS_ROLE.get(operation_id, set()) <= principal.permissions:
        return {403}
    if "setup:write" not in principal.permissions:
        if operation_id in OWNED:
            return {403, 404}
        if operation_id == "create_view" and not principal.agent:  # what a program makes is everybody's
            return {403}
    # Its own desk lacks what the body names; whether an id exists elsewhere must not show.
    if principal.is_foreign and operation_id in REFERRING:
        return {status, 422}
    if operation_id in USED_UP:
        return {status, USED_UP[operation_id]}
    return {status}


def relations(principal, operation):
    names = ["own"]
    if "{" in operation["path"]:
        names += ["missing"] if SHARED in operation["path"] else ["missing", "foreign"]
    if operation.get("x-own-record") and principal.agent:
        names.append("self")
    return names


def run_principal(principal, own, foreign):
    """(cells, mismatches) of one row of the matrix."""
    cells, mismatches = 0, []
    # Signing out comes last: it ends the session that the others need.
    for operation_id, operation in sorted(OPERATIONS.items(), key=lambda item: item[0] == "sign_out"):
        for relation in relations(principal, operation):
            path, body, query = recipe(operation_id, operation, own)
            if relation == "missing":
                path = {name: MISSING for name in path}
            if relation == "foreign":
                path = {name: foreign[name] for name in path}
            if relation == "self":
                path = {**path, "agent": principal.agent}
            wanted = expected(principal, operation_id, operation, relation)
            if relation == "own" and operation_id in USES_UP and wanted == {success_of(operation)[0]}:
                path, body = with_spare(operation_id, path, body, own)
            # Held back is an answer, too, where guessing is.
            principal.client.patient = operation_id not in SPECIAL and operation_id not in OF_SESSIONS
            try:
                got = principal.client.call(operation_id, path, body, query).status
            except AssertionError as failure:
                got = str(failure)
            cells += 1
            if got not in wanted:
                mismatches.append(f"{principal.name} x {operation_id} x {relation}: {got}, wanted {sorted(wanted)}")
    return cells, mismatches


def run_matrix(principals, own_of, foreign):
    """own_of(principal): ids that its calls point at. `foreign` ids exist in another desk only."""
    with ThreadPoolExecutor(12) as pool:
        rows = list(pool.map(lambda p: run_principal(p, own_of(p), foreign), principals))
    return sum(row[0] for row in rows), [line for row in rows for line in row[1]]


def scope_principals(admin, address):
    """One token for each scope, and for `read` and `admin`."""
    out = []
    for scope in sorted(ALL) + ["read", "admin"]:
        token = admin.must("create_token", body={"name": f"only {scope}", "scopes": [scope]})["token"]
        permissions = {"read": READS, "admin": ALL}.get(scope, {scope})
        out.append(Principal(f"scope {scope}", Client(address, token), permissions))
    return out


def role_principals(admin, address):
    """A token that acts as an agent of each role, one of a disabled agent, and one with less than its role has."""
    out = []
    for role, permissions in ROLES.items():
        agent = admin.must("create_agent", body={"name": f"The {role}", "email": f"the-{role}@team.example", "role": role})
        token = admin.must("create_token", body={"name": role, "scopes": ["admin"], "agent": agent["id"]})["token"]
        out.append(Principal(f"role {role}", Client(address, token), permissions, agent["id"]))
    gone = admin.must("create_agent", body={"name": "Gone", "email": "gone@team.example", "role": "admin"})
    token = admin.must("create_token", body={"name": "gone", "scopes": ["admin"], "agent": gone["id"]})["token"]
    admin.must("patch_agent", {"agent": gone["id"]}, {"is_disabled": True})
    out.append(Principal("a disabled agent", Client(address, token), set(), gone["id"]))
    lead = next(p for p in out if p.name == "role lead")
    token = admin.must("create_token", body={"name": "narrow", "scopes": ["tickets:read"], "agent": lead.agent})["token"]
    out.append(Principal("a lead's narrow token", Client(address, token), {"tickets:read"}, lead.agent))
    return out


def unknown_principals(admin, server):
    """Whom the desk does not know: nobody, nonsense, and tokens that were good once."""
    revoked = admin.must("create_token", body={"name": "revoked", "scopes": ["admin"]})
    admin.must("revoke_token", {"token": revoked["id"]})
    expired = server.token("admin", now="2020-01-01T00:00:00Z", days=1)
    good = admin.token
    wrong_sum = good[:-1] + ("0" if good[-1] != "0" else "1")
    other_tenant = good.replace("lotse_api_1_", "lotse_api_2_", 1)
    remote = {"X-Forwarded-For": "203.0.113.9"}
    return [Principal("nobody", Client(server.http), None),
            Principal("nobody through a proxy", Client(server.http, headers=remote), None, is_remote=True),
            Principal("a malformed token", Client(server.http, "not a token"), None),
            Principal("an empty token", Client(server.http, ""), None),
            Principal("a token with a wrong checksum", Client(server.http, wrong_sum), None),
            Principal("a token moved to another desk", Client(server.http, other_tenant), None),
            Principal("an expired token", Client(server.http, expired), None),
            Principal("a revoked token", Client(server.http, revoked["token"]), None)]
