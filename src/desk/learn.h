// SPDX-License-Identifier: Apache-2.0
// How a desk's triage learns: at once from a person's correction, at night from everything that was settled.
#pragma once

#include "desk/desk.h"
#include "domain/ticket.h"
#include "triage/model.h"

namespace lotse::desk {

// Teaches the serving model what a person chose for this ticket; a copy replaces it, readers are not disturbed.
// Nothing where the others contradict who decided (`by`; none: not known). Failures are logged: nobody waits for a lesson.
void learn_from_correction(Desk& desk, domain::TenantScope const& scope, domain::Ticket const& ticket,
                           domain::AgentId by);

struct Refit {
    std::size_t examples = 0;  // in memory; of a large desk a sample (training_set.h)
    bool is_pinned = false;  // a person chose the model that served at the beginning (model_pin.h)
    bool replaced = false;  // the candidate beat the serving model on held-out recent tickets
    std::string version;  // that serves now
    JsonObject report;
};
// Fits a candidate on the desk's settled tickets and lets it serve if it is better on recent tickets that neither has
// seen. Seconds of one core for 10,000 tickets, a few minutes for a million, in less than a gigabyte; run off the request
// path. With fewer than 50 examples, or fewer than 20 new ones since the last fit, or fewer than 50 since a person chose the
// model that serves, nothing happens. Ends soon where the desk
// is stopping: unavailable "train.stopped".
Result<Refit> refit(Desk& desk, domain::TenantScope const& scope, triage::Progress const& progress = {});

}  // namespace lotse::desk
