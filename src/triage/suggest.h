// SPDX-License-Identifier: Apache-2.0
// What triage proposes for one message: language, category, type, impact, urgency, the priority that follows from the
// matrix, and the mood, in this order, each with a calibrated confidence or an abstention that says why. Pure.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "domain/desk_setup.h"
#include "domain/suggestion.h"
#include "triage/cues.h"
#include "triage/keywords.h"
#include "triage/model.h"

namespace lotse::triage {

// The desk's set-up with its word lists compiled. Made once, then shared and only read; cheap to copy.
struct TriageSetup {
    std::vector<domain::Category> categories;
    domain::PriorityMatrix matrix;
    std::vector<std::string> languages{"en", "de", "pl"};  // in which the desk answers
    std::string desk_language = "en";                      // when nothing else tells
    std::shared_ptr<KeywordIndex const> category_words;    // value = position in categories
    std::shared_ptr<CueIndex const> cues;
};
TriageSetup make_triage_setup(std::vector<domain::Category> categories, domain::PriorityMatrix const& matrix = {},
                              std::vector<std::string> languages = {"en", "de", "pl"}, std::string desk_language = "en",
                              Cues const& cues = default_cues());

// Model first; words of the lists when the model is empty, abstains or knows the class from fewer than 30 examples.
// Every label is marked unproven: it may choose queue, language and a higher priority, and never closes, answers or
// merges. because.source: "model", "keywords", "matrix" or "prior"; because.text names the words.
// About 0.1 ms for an ordinary message, 2 ms for a page of 4 KiB, below 10 ms for anything longer.
domain::Suggestion suggest(TriageInput const& input, TriageModel const& model, TriageSetup const& setup);

}  // namespace lotse::triage
