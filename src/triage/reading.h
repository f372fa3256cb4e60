// SPDX-License-Identifier: Apache-2.0
// One message cut into words once, and the words of a list found in it. Internal to suggest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "triage/keywords.h"
#include "triage/model.h"

namespace lotse::triage {

struct Reading {
    std::string text;  // subject, line end, new text; cut to the limit
    std::vector<Token> tokens;
    std::size_t subject_tokens = 0;
    std::string language;  // "" unknown
};
Reading read_message(TriageInput const& input, std::string_view language);

struct Found {
    std::uint32_t value = 0;
    std::uint32_t pattern = 0;
    std::size_t first_token = 0;
    std::size_t tokens = 1;
    bool is_own_language = true;
    bool is_negated = false;
    std::string words;  // as the sender wrote them
};

// Each place at most once a value. A longer phrase hides what lies inside it: "everyone else" is not "everyone".
std::vector<Found> find_words(KeywordIndex const& index, Reading const& reading);
// Marks what a negation up to three words before, in the same clause, turns round. A negation that is itself part of
// one of `taken` ("nie drukuje") has done its work there.
void mark_negated(std::vector<Found>& found, KeywordIndex const& negation, Reading const& reading,
                  std::vector<Found> const& taken);

// "'rechnung', 'mahnung'": the first few, each once.
std::string quoted(std::vector<std::string> const& words, std::size_t limit = 4);

}  // namespace lotse::triage
