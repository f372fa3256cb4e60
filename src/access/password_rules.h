// SPDX-License-Identifier: Apache-2.0
// Which passwords people may choose (A-05, NIST 800-63B): long ones, not those that everybody tries first. No rules of
// composition. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/secret.h"

namespace lotse::access {

// Alone, or beside a second factor: 15 characters, or 8.
enum class PasswordUse : std::uint8_t { alone, with_second_factor };

// Refuses the commonest ones, repetitions and rows of keys, and what is little more than the given names: of the desk,
// of the person, of their address. Error: invalid "password.short", "password.long", "password.common" at /password.
Result<void> check_password(Secret<std::string> const& password, std::vector<std::string> const& context_words,
                            PasswordUse use = PasswordUse::alone);

}  // namespace lotse::access
