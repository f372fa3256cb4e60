// SPDX-License-Identifier: Apache-2.0
// What somebody solved, as it is counted and kept. The sums are routing's (routing/expertise.h).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "domain/ids.h"

namespace lotse::domain {

// What two tickets may have in common. Stored by number: append only.
enum class Trait : std::uint8_t {
    any,       // all that was solved
    category,
    queue,
    category_in_queue,  // paired()
    customer,
    organization,
    opener,       // the agent or program who made it for the customer
    part_of_day,  // three hours of the desk's clock: who is there then
};
inline constexpr std::size_t kTraits = 8;
using TraitValue = std::pair<Trait, std::int64_t>;
inline std::int64_t paired(std::int64_t category, std::int64_t queue) { return category << 31 ^ queue; }

// How much of something, as of `at`: the number of tickets and the sum of their qualities (0..1 each), both faded.
struct Solved {
    double n = 0;
    double good = 0;
    Instant at{};
};
struct Solver {
    AgentId agent;
    Solved solved;
};

// The median so far of the logarithm (to base 2) of the minutes from opening to solution.
struct UsualTime {
    std::int64_t seen = 0;
    double log_minutes = 0;
};

// How one ticket was counted.
struct Solution {
    TicketId ticket;
    AgentId agent;
    Instant solved_at{};
    int quality = 0;  // thousandths
    std::vector<TraitValue> traits;
    bool operator==(Solution const&) const = default;
};

}  // namespace lotse::domain
