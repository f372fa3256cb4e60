// SPDX-License-Identifier: Apache-2.0
// The other side of a hand-over (shift_end.h): what somebody has got that another had begun, with that person's last words,
// until they have done something with it themselves.
#pragma once

#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "desk/setup.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct TakenOver {
    domain::Ticket ticket;
    domain::AgentId from;
    Instant at{};
    std::optional<Instant> needed_by;
    std::string words;  // the beginning of the former owner's last note or answer; "" where there is none
};
struct TakenOverList {
    std::shared_ptr<Setup const> setup;
    std::vector<TakenOver> items;  // what is needed soonest first, at most 20
};
// Of the person who asks: tickets that came back because they are needed before their owner is, or whose owner is gone, and
// those that a colleague who had begun them gave over. Two reads for each of the newest 100 of their open tickets.
Result<TakenOverList> read_taken_over(Desk& desk, access::Principal const& principal);

}  // namespace lotse::desk
