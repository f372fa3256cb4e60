// SPDX-License-Identifier: Apache-2.0
// The desk's history as its simulation wants it.
#pragma once

#include <string>
#include <vector>

#include "desk/desk.h"
#include "insight/desk_model.h"

namespace lotse::desk {

// What the figures of a simulation rest on, to be told beside them.
struct ModelBasis {
    Instant from{};
    Instant until{};
    std::size_t tickets = 0;
    bool is_cut = false;       // there were more than are looked at; the newest count
    bool has_booked_time = false;  // hands-on times are booked ones; false: guessed from the acts of people
    std::size_t people = 0;    // who own tickets
    std::size_t on_roster = 0; // of them, whose hours are the roster's; the others' are guessed from their acts
    std::size_t idle = 0;      // of those, who did nothing in these weeks
    double by_machine = 0;     // share of tickets that needed nobody
    double reopened = 0;
};

struct ReadModel {
    insight::DeskModel model;
    ModelBasis basis;
};

// The last `weeks` of tickets, at most 20,000, in pages that are transactions of their own.
Result<ReadModel> read_desk_model(Desk& desk, domain::TenantScope const& scope, int weeks);

}  // namespace lotse::desk
