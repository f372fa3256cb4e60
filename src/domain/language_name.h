// SPDX-License-Identifier: Apache-2.0
// English names of languages, for sentences that people read: "de" and "de-AT" give "German".
#pragma once

#include <string>
#include <string_view>

namespace lotse::domain {

// By the primary subtag (ISO 639-1), ignoring case. A code that the table lacks comes back in quotes: "'xq'".
std::string language_name(std::string_view code);

// Whether two language tags have the same primary subtag, ignoring case: "de-AT" is "de".
bool is_same_language(std::string_view a, std::string_view b);

}  // namespace lotse::domain
