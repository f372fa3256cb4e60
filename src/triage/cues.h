// SPDX-License-Identifier: Apache-2.0
// The words that tell what kind of message it is, how many it touches and how soon it is wanted, as data: a JSON
// document that an admin can edit, with defaults in en, de and pl compiled in.
//
//   {"version": 1,
//    "type":    {"incident": {"en": ["broken", "does not work"], "de": [...], "pl": [...]}, "request": ..., ...},
//    "impact":  {"high": {...}, "medium": {...}, "low": {...}},
//    "urgency": {"high": {...}, "medium": {...}, "low": {...}},
//    "negation": {"en": ["not", "no"], ...}}
//
// Language "*" counts in every language. Words follow the pattern rules of keywords.h. A negation up to three words
// before a cue of the same sentence turns it: "not urgent" counts for low.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "domain/enums.h"
#include "triage/keywords.h"

namespace lotse::triage {

// (language, patterns)
using WordLists = std::vector<std::pair<std::string, std::vector<std::string>>>;

struct Cues {
    std::array<WordLists, 5> type;     // by domain::TicketType
    std::array<WordLists, 3> impact;   // by domain::Level
    std::array<WordLists, 3> urgency;  // by domain::Level
    WordLists negation;
};

Cues const& default_cues();
// Error: invalid with the JSON pointer of the fault in `field`.
Result<Cues> parse_cues(std::string_view json);
JsonObject to_json(Cues const& cues);

// The lists compiled for finding. Built once.
struct CueIndex {
    KeywordIndex type;
    KeywordIndex impact;
    KeywordIndex urgency;
    KeywordIndex negation;
};
CueIndex make_cue_index(Cues const& cues);

}  // namespace lotse::triage
