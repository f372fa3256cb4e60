// SPDX-License-Identifier: Apache-2.0
// One message cut into words once, and the words of a list found in it. Internal to suggest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "triage/cues.h"
#include "triage/keywords.h"
#include "triage/model.h"

namespace lotse::triage {

struct Found {
    std::uint32_t value = 0;
    std::uint32_t pattern = 0;
    std::size_t first_token = 0;
    std::size_t tokens = 1;
    bool is_own_language = true;
    bool is_negated = false;
    std::string words;  // as the sender wrote them
};

struct Reading {
    std::string text;  // subject, line end, new text; cut to the limit
    std::vector<Token> tokens;
    std::size_t subject_tokens = 0;
    std::string language;  // "" unknown
    std::vector<Found> type_words;  // of setup.cues->type: types are decided by them, and negations bound to them
    std::vector<Match> negations;   // that are not part of a type word: in "nie drukuje, pilne" the "nie" is spent
};
Reading read_message(TriageInput const& input, std::string_view language, CueIndex const& cues);

// Each place at most once a value. A longer phrase hides what lies inside it: "everyone else" is not "everyone".
std::vector<Found> find_words(KeywordIndex const& index, Reading const& reading);
// Marks what a negation up to three words before, in the same clause, turns round.
void mark_negated(std::vector<Found>& found, Reading const& reading);

// "'rechnung', 'mahnung'": the first few, each once.
std::string quoted(std::vector<std::string> const& words, std::size_t limit = 4);

}  // namespace lotse::triage
