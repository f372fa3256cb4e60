// SPDX-License-Identifier: Apache-2.0
// How a desk's triage learns: at once from a person's correction, at night from everything that was settled.
#pragma once

#include "desk/desk.h"
#include "domain/ticket.h"
#include "triage/model.h"

namespace lotse::desk {

// Teaches the serving model what a person chose for this ticket; a copy replaces it, readers are not disturbed.
// Failures are logged: nobody waits for a lesson.
void learn_from_correction(Desk& desk, domain::TenantScope const& scope, domain::Ticket const& ticket);

// What a fit learns from: settled tickets and lessons, oldest first, at most 20,000.
Result<std::vector<triage::TrainingExample>> own_examples(Desk& desk, domain::TenantScope const& scope);

struct Refit {
    std::size_t examples = 0;
    bool replaced = false;  // the candidate beat the serving model on held-out recent tickets
    std::string version;    // that serves now
    JsonObject report;
};
// Fits a candidate on the desk's settled tickets and lets it serve if it is better on recent tickets that neither has
// seen. Seconds of one core for 10,000 tickets; run off the request path. With fewer than 50 examples, or fewer than 20 new
// ones since the last fit, nothing happens.
Result<Refit> refit(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
