// SPDX-License-Identifier: Apache-2.0
// Impact and urgency from cue words, and the priority that the matrix makes of them. Internal to suggest.
#pragma once

#include <array>

#include "domain/suggestion.h"
#include "triage/reading.h"
#include "triage/suggest.h"

namespace lotse::triage {

struct LevelGuess {
    std::array<double, 3> chance{};  // by domain::Level, sums to 1
    domain::Label label;
};
// Nothing said: low impact (one person), as a prior.
LevelGuess guess_impact(Reading const& reading, TriageSetup const& setup);
// Nothing said: medium; low where nothing is broken (question, thanks). `type` "" unknown.
LevelGuess guess_urgency(Reading const& reading, TriageSetup const& setup, std::string_view type);
domain::Label priority_of(LevelGuess const& impact, LevelGuess const& urgency, domain::PriorityMatrix const& matrix);

}  // namespace lotse::triage
