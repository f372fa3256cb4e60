// SPDX-License-Identifier: Apache-2.0
// What triage would say of a message that is no ticket: nothing is stored and nothing is learned.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/suggestion.h"
#include "gate/standing.h"
#include "triage/model.h"
#include "triage/spans.h"

namespace lotse::desk {

struct Question {
    std::string reference;  // the caller's own name of the message; "" none
    triage::TriageInput input;
};

struct TriageAnswer {
    std::string reference;
    domain::Suggestion suggestion;
    // For each label of the suggestion, in its order.
    std::vector<gate::Stage> modes;  // what was earned; priority has the lesser of impact's and urgency's
    std::vector<std::vector<triage::Span>> spans;  // the words that speak for it
    // Drawn by the reference: whoever keeps the gate honest hides the answer from people until they have decided.
    bool is_audit = false;
};

// One snapshot of set-up and model for all; answers in the order of the questions. About half a millisecond each.
Result<std::vector<TriageAnswer>> triage_texts(Desk& desk, domain::TenantScope const& scope,
                                               std::span<Question const> questions);

}  // namespace lotse::desk
