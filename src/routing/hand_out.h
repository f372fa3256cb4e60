// SPDX-License-Identifier: Apache-2.0
// Late binding: what somebody who is free takes from the pool, and how everybody of a queue stands to a ticket. Pure.
#pragma once

#include <functional>
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
    bool is_usual = false;  // this person usually solves such tickets; part of terms.speed
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
    std::vector<WeighedTicket> next_for(domain::AgentId agent, Instant now, Pool::Accepts const& accepts = nullptr,
                                        Pool::Skip const& skip = nullptr) const;
    bool is_empty() const { return tickets_.empty(); }
    std::size_t size() const { return tickets_.size(); }
    domain::PooledTicket const* find(domain::TicketId ticket) const;

    // For who keeps one over time. A person who is known may have changed; one who is gone is put as disabled.
    void put_person(domain::Agent const& agent, bool is_at_work);
    void set_at_work(domain::AgentId agent, bool is_at_work);
    // A ticket with those who never get it; one that is known is replaced.
    void put(domain::PooledTicket const& ticket, Requirement const& requirement,
             std::span<domain::AgentId const> blocked = {});
    void set_pace(Pool::Pace pace);
    std::size_t people() const { return agents_.size(); }

  private:
    Pool pool_;
    Pool::Pace pace_;
    std::unordered_map<std::int64_t, MemberAt> member_of_;
    std::vector<domain::AgentId> agents_;  // by member
    std::unordered_map<std::int64_t, domain::PooledTicket> tickets_;
};

enum class Asked : std::uint8_t { was_free, asked };

// Why this person has this ticket now: "routing.handed_out" or "routing.pulled", with the terms that mattered in words.
domain::Because because_taken(domain::Agent const& agent, Asked asked, WeighedTicket const& taken,
                              Requirement const& requirement);

// By agent; absent: nothing.
using Loads = std::unordered_map<std::int64_t, Load>;
Load load_of(Loads const& loads, domain::AgentId agent);

// How somebody stands to new work at this moment.
using DutyOf = std::function<domain::Duty(domain::Agent const&)>;

// How those who work for the ticket stand to it: `taker` (none if 0) first, then who could take it, by load, then the
// others by id. At most `most`. Words are made for those alone. O(people).
std::vector<Considered> stand_of(std::span<domain::Agent const> people, Loads const& loads, DutyOf const& duty_of,
                                 Requirement const& requirement, int busy_from, domain::AgentId taker,
                                 std::size_t most);

}  // namespace lotse::routing
