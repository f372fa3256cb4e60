// SPDX-License-Identifier: Apache-2.0
// What a lead watches: the figures that call for action, and what stands behind each.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "desk/lacking.h"
#include "domain/clock_kind.h"
#include "domain/escalation.h"
#include "domain/ticket.h"
#include "routing/place.h"

namespace lotse::desk {

// Counting ends at kMostWatched; then `is_exact` is false.
inline constexpr int kMostWatched = 1000;
struct WatchCount {
    std::int64_t count = 0;
    bool is_exact = true;
};

// A clock that ends, or has ended.
struct WatchedClock {
    domain::Ticket ticket;
    domain::ClockKind clock = domain::ClockKind::solution;
    Instant due_at{};
};
struct SilentTicket {
    domain::Ticket ticket;
    domain::Escalation escalation;
};
// Waiting tickets that nobody at work can take.
struct PoolGap {
    domain::QueueId queue;
    Lacking lacking;
    bool is_of_team = false;  // not only of those at work: nobody on the team ever could
    std::int64_t count = 0;
    domain::TicketId first;  // the one that presses most
};
struct WatchedQueue {
    domain::QueueId queue;
    WatchCount waiting;  // in the pool
    int at_work = 0;     // people who take its tickets
    int free = 0;        // of them, with room for one more
};

struct Watch {
    std::shared_ptr<Setup const> setup;
    Instant now{};
    WatchCount unassigned;  // without owner, so much of their time used that they would be warned of
    WatchCount breaching;   // in the next hour
    WatchCount breached;    // a clock still runs past its target, ours to act on
    WatchCount silent;
    bool watches_silence = false;  // a chain starts on it
    std::vector<domain::Ticket> unassigned_first;
    std::vector<WatchedClock> coming;
    std::vector<WatchedClock> breached_first;  // the longest overdue first; of each the clock that ended first
    std::vector<SilentTicket> silent_first;
    std::vector<PoolGap> gaps;  // the largest first
    std::vector<WatchedQueue> queues;
    std::vector<routing::Candidate> people;  // who own tickets; not those who are gone
};

// One snapshot. Cost: the first 1,000 or 2,000 entries of five index ranges, two seeks a bucket of the pool, one range over the agents' counts,
// and at most 80 tickets by number; nothing grows with the desk.
Result<Watch> watch(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
