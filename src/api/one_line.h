// SPDX-License-Identifier: Apache-2.0
// Text of one line: no control characters, so that no value can end a header or a log line early (H-16).
#pragma once

#include <string_view>

namespace lotse::api {

inline constexpr std::string_view kOneLinePattern = "^[^\\u0000-\\u001f\\u007f]*$";

constexpr bool is_one_line(std::string_view text) {
    for (char const c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
    return true;
}

}  // namespace lotse::api
