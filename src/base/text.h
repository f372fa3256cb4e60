// SPDX-License-Identifier: Apache-2.0
// Small things done to text. All functions are pure; inputs of any bytes are allowed unless said otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse {

std::string_view trim(std::string_view text);  // ASCII white space
std::string to_lower_ascii(std::string_view text);
// Lower case for Latin, Greek and Cyrillic letters of UTF-8 text; other bytes stay.
std::string to_lower_utf8(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);  // ASCII
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::vector<std::string> const& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);
std::optional<std::int64_t> to_int(std::string_view text);  // whole text, base 10

bool is_utf8(std::string_view text);  // RFC 3629: no surrogates, no overlong forms
// Every byte that is not part of valid UTF-8 becomes U+FFFD; NUL too, which PostgreSQL cannot store.
std::string to_valid_utf8(std::string_view bytes);
// At most `limit` bytes, cut at a code point boundary.
std::string_view cut_utf8(std::string_view text, std::size_t limit);
std::size_t count_code_points(std::string_view text);

std::string html_escape(std::string_view text);
std::string hex(std::string_view bytes);
std::string base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);
std::string base64url(std::string_view bytes);  // no padding
std::string base32_lower(
    std::string_view bytes);  // RFC 4648 alphabet in lower case, no padding: safe in a mail address
std::string percent_decode(std::string_view text);  // bad escapes stay as they are
std::string percent_encode(std::string_view text);

}  // namespace lotse
