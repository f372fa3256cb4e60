// SPDX-License-Identifier: Apache-2.0
// Codes of an authenticator (RFC 6238: SHA-1, 6 digits, 30 seconds, as every such program speaks it), and recovery codes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace lotse::access {

std::string make_totp_secret();  // 20 random bytes
// As people type it: base32 in upper case.
std::string totp_secret_text(std::string_view secret);
// "otpauth://totp/Lotse:anna%40desk.example?secret=...&issuer=Lotse"
std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view account);

std::string totp_code(std::string_view secret, std::int64_t step);
inline std::int64_t totp_step(Instant at) { return micros(at) / 30'000'000; }
// The step whose code this is: the present one or a neighbour, and later than `last_step`, so that no code is good twice.
std::optional<std::int64_t> check_totp(std::string_view secret, std::string_view code, Instant now,
                                       std::int64_t last_step);

// "k3f9x-7qa2m-8dvtp": 75 bits. Ten of them.
std::vector<std::string> make_recovery_codes();
// What is stored of one; spaces, dashes and case do not matter.
std::string recovery_code_hash(std::string_view code);

}  // namespace lotse::access
