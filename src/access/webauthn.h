// SPDX-License-Identifier: Apache-2.0
// Passkeys (W3C WebAuthn, level 2) from the side of the server. The cryptography is libfido2's. Attestation is not asked
// for and not looked at: what matters is that the same key comes back. The person must have been verified by the device
// (PIN, finger, face), so a passkey is two factors in one. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace lotse::access {

// Where the browser thinks it is.
struct RelyingParty {
    std::string id;  // the host, "desk.example"
    std::string origin;  // "https://desk.example"
};

struct NewCredential {
    std::string id;  // raw bytes
    std::string public_key;  // as libfido2 takes it back
    int algorithm = 0;  // COSE: -7 ES256, -8 EdDSA, -257 RS256
    std::int64_t sign_count = 0;
};

// What the browser made of the options below: PublicKeyCredential.toJSON(). Error: invalid "passkey.refused", with the
// reason in detail.
Result<NewCredential> check_new_credential(RelyingParty const& party, std::string_view challenge,
                                           JsonObject const& credential);

// The raw id of the credential that an answer speaks of; "" if it reads as none.
std::string credential_id_in(JsonObject const& credential);

struct KnownCredential {
    std::string_view public_key;
    int algorithm = 0;
    std::int64_t sign_count = 0;
};
// The new sign count. Errors: invalid "passkey.refused".
Result<std::int64_t> check_assertion(RelyingParty const& party, std::string_view challenge,
                                     KnownCredential const& known, JsonObject const& credential);

struct PasskeyPerson {
    std::string handle;  // opaque, at most 64 bytes
    std::string account;
    std::string name;
};
// PublicKeyCredentialCreationOptionsJSON; `known` are raw ids that the device must not hold already.
JsonObject creation_options(RelyingParty const& party, std::string_view desk_name, PasskeyPerson const& person,
                            std::string_view challenge, std::vector<std::string> const& known);
// PublicKeyCredentialRequestOptionsJSON; without `allowed` the person chooses among what the device offers.
JsonObject request_options(RelyingParty const& party, std::string_view challenge,
                           std::vector<std::string> const& allowed);

}  // namespace lotse::access
