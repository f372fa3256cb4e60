// SPDX-License-Identifier: Apache-2.0
// What three languages betray themselves by in a short line: everyday and help-desk words, letters, and letter groups.
// Internal to language detection. Words are folded (ä = ae, ł = l), so Polish and German typed without marks count.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "triage/keywords.h"

namespace lotse::triage {

constexpr std::array<std::string_view, 3> kKnownLanguages{"en", "de", "pl"};

struct OwnEvidence {
    std::array<double, 3> points{};  // in the order of kKnownLanguages
    std::array<std::vector<std::string>, 3> words;  // that spoke for it, as written, each once, at most 4
};
// `text` is what `tokens` was made from.
OwnEvidence read_own_evidence(std::string_view text, std::vector<Token> const& tokens);

}  // namespace lotse::triage
