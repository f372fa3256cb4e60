// SPDX-License-Identifier: Apache-2.0
// RFC 3492, the encoding direction only: we compare domains in ASCII and show them as they came.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lotse::mail {

// "bücher" -> "bcher-kva". Nothing for invalid UTF-8 or a label over 63 code points (which DNS has no room for).
std::optional<std::string> punycode(std::string_view label);

}  // namespace lotse::mail
