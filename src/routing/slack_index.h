// SPDX-License-Identifier: Apache-2.0
// How much the desk loses by not giving this ticket to this person now: the generalised c-mu rule (Van Mieghem 1995;
// Mandelbaum and Stolyar 2004) with terms for who knows the requester and for who is hard to replace. Pure.
#pragma once

#include <array>

#include "base/clock.h"
#include "domain/enums.h"

namespace lotse::routing {

struct SlackRules {
    std::array<double, 4> weights{1, 2, 8, 16};       // w_p, by Priority
    Duration touch = std::chrono::minutes{24};        // hands-on time of a ticket at speed 1
    double least_urgency = 0.1;                      // of a ticket that has just come
    int steepness = 2;                                // C' grows with this power of the share of the target used
    double late_urgency = 0.1;                        // of a ticket that can no longer be in time
    double affinity = 1.2;                            // who served this requester, firm or thread before
    double scarcity_power = 0.5;
    bool operator==(SlackRules const&) const = default;
};

// The factors of the index, each told beside the decision.
struct Terms {
    double weight = 1;    // w_p
    double urgency = 1;   // C'
    double speed = 1;     // mu, in tickets per hands-on time
    double affinity = 1;  // 1 or the rule's
    double scarcity = 1;  // 0..1: below 1 where others could do it and this person is needed for what they could not
    double index() const { return weight * urgency * speed * affinity * scarcity; }
    bool operator==(Terms const&) const = default;
};

// C' of a ticket that would be done at `done`: grows up to the deadline, then flat. A ticket that can no longer be in time
// steps back behind those that still can, and comes forward again with its age, so that nothing starves: 0..1.
// `opened` is before `due`; a target of no length is due at once.
double urgency(Instant opened, Instant due, Instant done, SlackRules const& rules);

// 1 for what only few can do. `able`: people at work who can take this ticket; `rarest`: the same of that work, known to
// the pool, which this person could do and fewest others can. Both at least 1.
double scarcity(int able, int rarest, SlackRules const& rules);

}  // namespace lotse::routing
