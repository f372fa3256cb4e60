// SPDX-License-Identifier: Apache-2.0
// The text of tokens and session cookies. 256 random bits, of which only the SHA-256 is stored; a checksum lets a typing
// error be told from a wrong token without a look-up, and the prefix lets a scanner find leaked ones (A-06, H-21).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/secret.h"
#include "domain/ids.h"

namespace lotse::access {

// one_time: a link, or a step of signing in (store/one_time.h).
enum class CredentialKind { token, session, one_time };

struct Credential {
    CredentialKind kind = CredentialKind::token;
    domain::TenantId tenant;
    std::string hash;  // SHA-256 of the whole text, 64 hex digits
};

// "lotse_api_<tenant>_<43 characters><6 of checksum>".
Secret<std::string> make_credential(CredentialKind kind, domain::TenantId tenant);
// Nothing if the shape, the length or the checksum is wrong.
std::optional<Credential> read_credential(std::string_view text);

}  // namespace lotse::access
