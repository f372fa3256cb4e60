// SPDX-License-Identifier: Apache-2.0
// An agent signs in at a desk by its name: with a password, and with a code where the agent has a second factor.
#pragma once

#include <optional>
#include <string>

#include "access/authenticate.h"
#include "desk/desk.h"

namespace lotse::desk {

// The desk of this name; "" means the first desk that is no demo. A desk that nobody has gives a scope in which nobody
// and nothing is found, by the same road (H-24).
Result<domain::TenantScope> desk_by_name(Desk& desk, std::string_view slug);

bool is_nowhere(domain::TenantScope const& scope);

// The way that is left after the password.
struct SecondStep {
    std::string ticket;  // proves the password for five minutes
    bool by_code = false;
    bool by_recovery_code = false;
    bool by_passkey = false;
};
struct SignIn {
    std::optional<access::Login> login;  // or else:
    SecondStep next;
};
// An unknown desk, an unknown address and a wrong password read alike, and the latter two take as long (desks' names stand
// in addresses): unauthenticated "access.login". Blocks for one argon2 run. The audit list of the desk tells of a failure.
Result<SignIn> sign_in(Desk& desk, std::string_view slug, std::string_view email, Secret<std::string> const& password,
                       access::Visit const& visit);

// `code`: six digits of the authenticator, or a recovery code. Five tries; then the password is asked for again, so that
// guessing never locks the person out. Error: unauthenticated "access.code".
Result<access::Login> pass_second_step(Desk& desk, std::string_view ticket, std::string_view code,
                                       access::Visit const& visit);

}  // namespace lotse::desk
