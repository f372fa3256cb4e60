// SPDX-License-Identifier: Apache-2.0
// Who is signed in where, and ending it; and a fresh proof before what is dear to lose.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/authenticate.h"
#include "access/principal.h"
#include "desk/desk.h"
#include "store/credentials.h"

namespace lotse::desk {

inline constexpr std::chrono::minutes kConfirmedFor{15};

bool is_session(access::Principal const& principal);
// None (0) for a token.
domain::SessionId session_of(access::Principal const& principal);

// The live sessions of an agent, the newest first. Another agent's need agents:write (forbidden "access.forbidden").
Result<std::vector<store::Session>> list_sessions(Desk& desk, access::Principal const& principal,
                                                  domain::AgentId agent);
// Error: not_found "session.missing", also for somebody else's without agents:write.
Result<void> end_session(Desk& desk, access::Principal const& principal, domain::SessionId id);
// The principal's own session. Error: not_found "session.missing".
Result<store::Session> own_session(Desk& desk, access::Principal const& principal);

// Who had to enrol has done so: a session with a fresh cookie in place of the principal's own (A-03, rotation when rights
// grow). `means` tells what was enrolled.
Result<access::Login> promote_session(Desk& desk, access::Principal const& principal, store::SessionMeans means,
                                      access::Visit const& visit);

// The person proves anew who they are, by password or by a code. Blocks for one argon2 run where a password is given.
// Error: unauthenticated "access.proof"; the audit list tells of it.
Result<void> confirm_session(Desk& desk, access::Principal const& principal, Secret<std::string> const& password,
                             std::string_view code, access::Visit const& visit);
// Error: forbidden "session.confirm" where the last proof is older than 15 minutes, or where there is no session.
Result<void> check_confirmed(Desk& desk, access::Principal const& principal);

}  // namespace lotse::desk
