// SPDX-License-Identifier: Apache-2.0
// Choosing a password: by who knows the old one, by who reads the mail of the account, or at an invitation.
#pragma once

#include <string>

#include "access/authenticate.h"
#include "desk/desk.h"

namespace lotse::desk {

// Ends all sessions of the person and begins a new one, so a stolen cookie ends here, too. Blocks for two argon2
// runs. Errors: unauthenticated "access.proof" (the current one is wrong), and those of access::check_password.
Result<access::Login> change_password(Desk& desk, access::Principal const& principal,
                                      Secret<std::string> const& current, Secret<std::string> const& wanted,
                                      access::Visit const& visit);

// Mails a link that is good once and for an hour, if somebody has this address. What is answered and what is done is the
// same for everybody (H-24, H-25); `page` is the address of the page that takes it, to which "?desk=...#<token>" is added.
Result<void> ask_for_reset(Desk& desk, std::string_view slug, std::string_view email, std::string const& page);
// The same for somebody new: good for three days.
Result<void> invite_agent(Desk& desk, access::Principal const& principal, domain::AgentId agent,
                          std::string const& page);
// Ends all sessions. Error: unauthenticated "access.reset" (used, too old, unknown), and those of the rules.
Result<void> reset_password(Desk& desk, std::string_view token, Secret<std::string> const& wanted,
                            access::Visit const& visit);

}  // namespace lotse::desk
