// SPDX-License-Identifier: Apache-2.0
// A ticket that asks for what nobody on the team has, or that lies where nobody works, waits for ever: a lead hears of it by
// mail, once for what is lacking and not once a ticket. What stands at each ticket is routing's reason; the watch page shows
// how many wait.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/desk.h"
#include "desk/lacking.h"

namespace lotse::desk {

// What was told stays told while it lasts, and so long after it was seen last.
inline constexpr std::chrono::hours kToldFor{24};

// Tells what is new: the lead of each queue, or where there is none, the admins; one letter a person, whatever is lacking.
// Gives how many gaps were told. Cost: two index seeks a bucket of the pool, at most 500 a queue; writes only what is new,
// and once an hour what goes on.
Result<int> tell_staffing_gaps(Desk& desk, domain::TenantScope const& scope);
Result<int> tell_all_staffing_gaps(Desk& desk);  // of every desk

struct NamedGap {
    std::string queue;
    Lacking lacking;
    domain::TicketId first;  // the one that presses most
};
struct StaffingWords {
    std::string subject;
    std::string text;
};
// In en, de or pl. `public_url`: of the desk, "" = unknown, then there is no link. Pure.
StaffingWords staffing_words(std::vector<NamedGap> const& gaps, std::string_view public_url, std::string_view language);

}  // namespace lotse::desk
