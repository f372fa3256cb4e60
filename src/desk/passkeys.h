// SPDX-License-Identifier: Apache-2.0
// Passkeys of agents: made, named, removed, and signing in with one.
#pragma once

#include <string>
#include <vector>

#include "access/authenticate.h"
#include "access/webauthn.h"
#include "desk/desk.h"
#include "store/factors.h"

namespace lotse::desk {

// What the browser is asked, and what it must bring back with its answer within five minutes.
struct PasskeyCall {
    std::string ticket;
    JsonObject options;
};

// For the principal, who must have given a fresh proof. Error: forbidden "session.confirm".
Result<PasskeyCall> begin_passkey(Desk& desk, access::Principal const& principal, access::RelyingParty const& party);

struct MadePasskey {
    store::Passkey passkey;
    std::vector<std::string> recovery_codes;  // of the first factor; shown once
};
// Errors: invalid "passkey.ticket", "passkey.refused"; conflict "passkey.known".
Result<MadePasskey> add_passkey(Desk& desk, access::Principal const& principal, access::RelyingParty const& party,
                                std::string_view ticket, std::string_view name, JsonObject const& credential);
Result<store::Passkey> rename_passkey(Desk& desk, access::Principal const& principal, store::PasskeyId id,
                                      std::string_view name);
Result<void> remove_passkey(Desk& desk, access::Principal const& principal, store::PasskeyId id);

// Whoever signs in chooses the passkey on the device; nothing is told of who has one.
Result<PasskeyCall> begin_passkey_sign_in(Desk& desk, std::string_view slug, access::RelyingParty const& party);
// Error: unauthenticated "access.passkey", the same for all that may be wrong.
Result<access::Login> sign_in_with_passkey(Desk& desk, access::RelyingParty const& party, std::string_view ticket,
                                           JsonObject const& credential, access::Visit const& visit);

}  // namespace lotse::desk
