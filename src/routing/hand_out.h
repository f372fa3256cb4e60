// SPDX-License-Identifier: Apache-2.0
// Late binding: what somebody who is free takes from the pool, and how everybody of a queue stands to a ticket. Pure.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "domain/because.h"
#include "domain/pool.h"
#include "routing/place.h"
#include "routing/pool.h"

namespace lotse::routing {

struct WeighedTicket {
    domain::PooledTicket ticket;
    Terms terms;
    int used_percent = 0;  // of the time to its deadline; above 100: late
};

// One look at the pool: the people of a desk and the heads of the buckets. Owned and used by one thread.
class HandOut {
  public:
    // Everybody who is available counts as at work. O(people).
    explicit HandOut(std::span<Candidate const> people, SlackRules const& rules = {});
    // A head; the same ticket again changes nothing.
    void add(domain::PooledTicket const& ticket, Requirement const& requirement);
    void remove(domain::TicketId ticket);
    // The tickets that press most for this person, best first, at most three. O(buckets that fit).
    std::vector<WeighedTicket> next_for(domain::AgentId agent, Instant now,
                                        Pool::Accepts const& accepts = nullptr) const;
    bool is_empty() const { return tickets_.empty(); }

  private:
    Pool pool_;
    std::unordered_map<std::int64_t, MemberAt> member_of_;
    std::vector<domain::AgentId> agents_;  // by member
    std::unordered_map<std::int64_t, domain::PooledTicket> tickets_;
};

enum class Asked : std::uint8_t { was_free, asked };

// Why this person has this ticket now: "routing.handed_out" or "routing.pulled", with the terms that mattered in words.
domain::Because because_taken(domain::Agent const& agent, Asked asked, WeighedTicket const& taken,
                              Requirement const& requirement);

// How the members of the ticket's queue stand to it: `taker` (none if 0) first, then who could take it, by load, then the
// others by id. At most `most`.
std::vector<Considered> stand_of(std::span<Candidate const> people, Requirement const& requirement, int busy_from,
                                 domain::AgentId taker, std::size_t most);

}  // namespace lotse::routing
