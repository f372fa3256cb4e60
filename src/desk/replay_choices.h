// SPDX-License-Identifier: Apache-2.0
// Choices of a field over a span of days, with what people decided, from the ledger or by running a model anew. Internal to
// replay.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "desk/desk.h"
#include "desk/replay.h"
#include "triage/model.h"

namespace lotse::desk {

struct MadeChoice {
    domain::TicketId ticket;
    Instant at{};
    std::string said;  // "": it abstained, where a model was run anew
    std::string decided;  // by a person; "" nobody
    double score = 0;
    bool is_judged = false;  // the decision counts
    bool is_among_three = false;
    bool is_changed_act = false;
    std::uint32_t model = 0;  // position in Choices::models

    bool is_right() const { return said == decided; }
};

struct Choices {
    std::vector<MadeChoice> rows;  // oldest first; one a ticket
    std::vector<std::string> models;
    bool is_blind = true;
    bool is_cut = false;

    std::size_t judged() const;
};

struct Span {
    Instant from{};
    Instant until{};
};

// Of any model, or of one ("": any). Where a ticket was asked about several times, the newest choice with a decision.
Result<Choices> choices_of_ledger(Desk& desk, domain::TenantScope const& scope, std::string const& field,
                                  std::string const& model, Span span, ReplayProgress const& progress);

// What `model` says of tickets that were opened in the span and decided: blind ones if there are kLeastBlind, else all that
// people set.
Result<Choices> choices_of_model(Desk& desk, domain::TenantScope const& scope, std::string const& field,
                                 triage::TriageModel const& model, Span span, ReplayProgress const& progress);

// Settled tickets that were opened in the span, newest first, at most `most`, as a model learns them. In pages.
struct DatedExample {
    triage::TrainingExample example;
    domain::TicketId ticket;
    Instant at{};
};
Result<std::vector<DatedExample>> settled_examples(Desk& desk, domain::TenantScope const& scope, Span span,
                                                   std::size_t most);

}  // namespace lotse::desk
