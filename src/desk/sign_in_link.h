// SPDX-License-Identifier: Apache-2.0
// A link that signs an agent in, once and within 15 minutes. The operator prints it on the command line; nobody can ask
// for one over the network.
#pragma once

#include "access/authenticate.h"
#include "desk/desk.h"

namespace lotse::desk {

inline constexpr std::chrono::minutes kSignInLinkLife{15};

// The part of the address that holds it. Error: not_found "agent.missing"; conflict "agent.disabled".
Result<Secret<std::string>> make_sign_in_link(Desk& desk, domain::TenantScope const& scope, std::string_view email);
// Error: unauthenticated "access.link" (used, too old, unknown).
Result<access::Login> redeem_sign_in_link(Desk& desk, std::string_view token, access::Visit const& visit);

}  // namespace lotse::desk
