// SPDX-License-Identifier: Apache-2.0
// In which language a message is written. CLD2 proposes, a small list of function words and letters of English,
// German and Polish settles short texts (CLD2 was made for 200 characters and more), priors settle what has almost no
// letters. Honest about not knowing. Pure and thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/suggestion.h"

namespace lotse::triage {

// What is known before reading; codes are ISO 639-1, a region after "-" is ignored, "" unknown.
struct LanguagePriors {
    std::string customer;          // the requester's last language
    std::string content_language;  // of the message's header
    std::string desk;              // of the mailbox or the desk
    std::vector<std::string> configured{"en", "de", "pl"};
};

struct LanguageShare {
    std::string language;  // "" unknown
    double share = 0;      // of the letters
};

// A stretch of paragraphs in one language, in bytes of the text; it ends behind its last word.
struct LanguagePlace {
    std::string language;  // "" unknown
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct LanguageGuess {
    std::string language;  // ISO 639-1; "" unknown
    double confidence = 0;
    bool from_prior = false;  // too few letters to read: a prior decided
    std::vector<domain::Alternative> ranked;  // at most 3, best first
    std::vector<LanguageShare> parts;         // by paragraph, largest share first; more than one if mixed
    std::vector<LanguagePlace> places = {};   // of new_text, in its order; empty unless it has several languages
    std::string reason;                       // words for a person: "'nie', 'jest' are Polish"
};

// Reads at most 8 KiB. Languages outside `configured` are named as well if the text is long and clear; near ones
// (sk, cs -> pl; lb, nl -> de) are read as the configured neighbour.
LanguageGuess detect_language(std::string_view subject, std::string_view new_text, LanguagePriors const& priors);

}  // namespace lotse::triage
