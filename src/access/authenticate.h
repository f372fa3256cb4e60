// SPDX-License-Identifier: Apache-2.0
// From the text of a token or session to a Principal, and the life of both.
#pragma once

#include <string>
#include <vector>

#include "access/principal.h"
#include "base/clock.h"
#include "base/secret.h"
#include "store/credentials.h"
#include "store/db.h"

namespace lotse::access {

// Error: unauthenticated "access.credential", the same for unknown, expired, revoked and malformed ones.
// A token that acts as an agent has the permissions that both its scopes and the agent's role give; a disabled agent
// has none left. Who must have a second factor (desk settings) and has none gets a session that may only make one:
// without permissions, and `must_enrol` is set.
Result<Principal> authenticate(store::Store& store, Clock const& clock, std::string_view credential);

struct NewToken {
    std::string name;
    std::vector<std::string> scopes;
    domain::AgentId agent;
    Duration lifetime = std::chrono::days{90};  // at most 365 days
};
struct IssuedToken {
    Secret<std::string> text;  // shown once
    store::Token token;
};
// Errors: invalid (/scopes, /name, /lifetime).
Result<IssuedToken> issue_token(store::WriteTxn& txn, Clock const& clock, NewToken const& wanted);

// Whose password this is. The same answer and the same work for an unknown address and a wrong password (H-24).
// Error: unauthenticated "access.login". Blocks for one argon2 run (about 150 ms).
Result<domain::AgentId> check_login(store::Store& store, domain::TenantScope const& scope, std::string_view email,
                                    Secret<std::string> const& password);

// Where a person signs in from.
struct Visit {
    std::string address;
    std::string device;  // User-Agent
};
struct Login {
    Secret<std::string> cookie;
    domain::AgentId agent;
};
// A session always begins with a fresh cookie. The audit list tells of it in this transaction.
Result<Login> start_session(store::WriteTxn& txn, Clock const& clock, domain::AgentId agent, store::SessionMeans means,
                            Visit const& visit);
Result<void> log_out(store::Store& store, domain::TenantScope const& scope, std::string_view cookie);
// The same where nobody has asked for it: the session that another one takes the place of.
Result<void> forget_session(store::Store& store, std::string_view cookie);
// Tells the audit list of one that failed; none for an agent who is not known. A desk that is not there hears nothing: the
// text of a credential names it, and anybody can write such a text.
Result<void> record_refusal(store::WriteTxn& txn, Clock const& clock, domain::AgentId agent, std::string_view means,
                            Visit const& visit);
// What the audit list tells of somebody who signs in or tries to, by the means of a session or some other proof.
domain::CallNote sign_in_note(Instant now, domain::AgentId agent, std::string_view means, Visit const& visit);

}  // namespace lotse::access
