// SPDX-License-Identifier: Apache-2.0
// Category and type of a message: from what the desk has learned where that suffices, else from the word lists, else a
// blend of the two. Internal to suggest.
//
// The blend: a model that knows its first class from n < 30 examples, or that abstains, has the share n / (n + 30) and
// the lists the rest; from 30 on the model speaks alone. A label is given from kLeastConfidence on, otherwise triage
// abstains and says why.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/suggestion.h"
#include "triage/reading.h"
#include "triage/suggest.h"

namespace lotse::triage {

// What the lists say of each value: shares that sum to at most 1 (the rest is "none of them"), and the words.
struct WordVote {
    std::vector<double> share;
    std::vector<std::vector<std::string>> words;
};
WordVote vote_on_category(Reading const& reading, TriageSetup const& setup);
WordVote vote_on_type(Reading const& reading);

// The words of the message that speak most for `value`, strongest first.
std::vector<std::string> telling_words(TriageInput const& input, Features const& features, LinearModel const& words,
                                       std::string_view value);

struct ClassValues {
    std::vector<std::string> keys;   // as the label's value
    std::vector<std::string> names;  // as a person reads them
};
domain::Label decide_class(std::string_view field, ClassValues const& values, WordVote const& vote,
                           Classifier const& model, std::string const& version, TriageInput const& input,
                           Features const& features, std::span<float const> meaning = {});

}  // namespace lotse::triage
