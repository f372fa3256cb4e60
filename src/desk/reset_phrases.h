// SPDX-License-Identifier: Apache-2.0
// What a letter with a link to choose a password says, in the languages that Lotse writes. Pure.
#pragma once

#include <string>
#include <string_view>

namespace lotse::desk {

enum class ResetReason : std::uint8_t { forgotten, invited };

struct ResetNames {
    std::string desk;
    std::string person;
    std::string link;
};
struct ResetLetter {
    std::string subject;
    std::string text;
};
// English for a language that we do not write.
ResetLetter reset_letter(std::string_view language, ResetReason reason, ResetNames const& names);

}  // namespace lotse::desk
