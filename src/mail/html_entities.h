// SPDX-License-Identifier: Apache-2.0
// Character references of HTML: "&auml;", "&#228;", "&#xE4;". The 253 names of HTML 4, which is what mail uses.
#pragma once

#include <string>
#include <string_view>

namespace lotse::mail {

// A missing semicolon is forgiven for numbers and for the names of Latin-1; in an attribute only where no letter, digit
// or '=' follows, so that "?a=1&copy=2" stays a URL. Unknown names stay as they are. NUL and surrogates become U+FFFD.
enum class EntityPlace { text, attribute };
std::string decode_entities(std::string_view text, EntityPlace place);

void append_utf8(std::string& out, char32_t point);

}  // namespace lotse::mail
