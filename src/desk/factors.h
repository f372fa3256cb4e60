// SPDX-License-Identifier: Apache-2.0
// An agent's second factors: an authenticator and recovery codes. Passkeys have their own file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "store/factors.h"

namespace lotse::desk {

struct Factors {
    bool has_totp = false;
    std::optional<Instant> totp_since;
    std::vector<store::Passkey> passkeys;
    std::int64_t recovery_codes_left = 0;
    bool any() const { return has_totp || !passkeys.empty(); }
};
Result<Factors> read_factors(Desk& desk, domain::TenantScope const& scope, domain::AgentId agent);

// All below change the principal's own factors and need a fresh proof (sessions.h: check_confirmed).

struct NewTotp {
    std::string secret;  // as people type it
    std::string uri;     // for the camera
};
// A secret that counts once a code of it has been seen; an authenticator that is in use goes on until then.
// Error: conflict "totp.on" where one is in use.
Result<NewTotp> begin_totp(Desk& desk, access::Principal const& principal);
// Ten recovery codes where these are the first; shown once. Errors: invalid "totp.code" at /code; conflict
// "totp.none" without a beginning.
Result<std::vector<std::string>> confirm_totp(Desk& desk, access::Principal const& principal, std::string_view code);
// With the last factor the recovery codes go, too. Repeating it does nothing.
Result<void> remove_totp(Desk& desk, access::Principal const& principal);
// Instead of those there are. Error: conflict "factors.none" for who has no second factor.
Result<std::vector<std::string>> renew_recovery_codes(Desk& desk, access::Principal const& principal);
// For somebody who has lost everything: an admin takes all factors away, and ends the sessions.
Result<void> remove_factors_of(Desk& desk, access::Principal const& principal, domain::AgentId agent);

// For other use cases, inside their transaction.
// True: the code is right and has been taken.
Result<bool> take_totp_code(Desk& desk, store::WriteTxn& txn, domain::AgentId agent, std::string_view code);
// Codes for who has none yet; empty otherwise.
Result<std::vector<std::string>> first_recovery_codes(store::WriteTxn& txn, domain::AgentId agent);
Result<void> drop_codes_without_factor(store::WriteTxn& txn, domain::AgentId agent);

}  // namespace lotse::desk
