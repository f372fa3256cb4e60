// SPDX-License-Identifier: Apache-2.0
// Waiting tickets and the people who may take them, so that a decision looks at the heads of a few buckets and never at
// every ticket. Pure: no clock, no lock, no storage.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "domain/ids.h"
#include "domain/people.h"
#include "routing/requirement.h"
#include "routing/slack_index.h"

namespace lotse::routing {

// Positions in the pool, given once and never taken back.
using BucketAt = std::uint32_t;
using MemberAt = std::uint32_t;

struct Waiting {
    domain::TicketId ticket;
    BucketAt bucket = 0;
    Instant opened_at{};
    Instant due_at{};
    std::optional<MemberAt> known_by;  // who served this requester before
    std::vector<MemberAt> blocked = {};  // who never gets it
};

struct Weighed {
    domain::TicketId ticket;
    MemberAt member = 0;
    Terms terms;
};

// The best first; `count` of them, at most three. Empty: nothing fits.
struct Shortlist {
    std::array<Weighed, 3> best;
    std::size_t count = 0;
    void offer(Weighed const& one);
};

// Owned and used by one thread. Cost: B buckets that somebody fits, S kinds of people (same queues, skills, languages,
// pace), n tickets of a bucket: next_for O(B + log n); member_for O(S); add and remove O(log n); a new bucket or kind
// O(S) or O(B); going to work and leaving O(B). Memory: some 150 bytes a ticket, 16 bytes a kind and bucket.
class Pool {
  public:
    explicit Pool(SlackRules rules = {}) : rules_(rules) {}
    // What somebody's experience with a category is worth, as a factor of the speed that their skills give; 1 at first.
    using Pace = std::function<double(domain::AgentId, domain::CategoryId)>;
    void set_pace(Pace pace) { pace_ = std::move(pace); }

    BucketAt bucket(Requirement const& requirement);  // found, or made
    MemberAt add_member(domain::Agent const& agent);  // away at first
    // The same person with other skills, languages or queues. O(B).
    void change_member(MemberAt member, domain::Agent const& agent);
    // At work: counts among those who can. Free: may be given work now, since then.
    void set_at_work(MemberAt member, bool is_at_work);
    void set_free(MemberAt member, bool is_free, Instant since);

    void add(Waiting const& ticket);  // its ticket is not in the pool
    bool remove(domain::TicketId ticket);
    std::size_t size() const { return at_.size(); }

    // The tickets that this member should take now, whether free or not; whatever is taken stays until removed. `accepts`
    // (null: all) narrows the buckets; tickets of `skip` are passed over (each costs a look).
    using Accepts = std::function<bool(Requirement const&)>;
    using Skip = std::function<bool(domain::TicketId)>;
    Shortlist next_for(MemberAt member, Instant now, Accepts const& accepts = nullptr,
                       Skip const& skip = nullptr) const;
    // In the order of coming, within priority: what FCFS would give.
    std::optional<domain::TicketId> oldest_for(MemberAt member) const;
    // Who of the free should take this ticket, which need not be in the pool. `may` (null: all) narrows them: where somebody may
    // not, whoever is free next of their kind is looked at (each costs a look).
    using May = std::function<bool(MemberAt)>;
    Shortlist member_for(Waiting const& ticket, Instant now, May const& may = nullptr) const;
    // Of all free members who can, the one who is free for longest.
    std::optional<MemberAt> longest_free_for(BucketAt bucket) const;
    // Hands-on time relative to 1; 0: cannot.
    double speed(MemberAt member, BucketAt bucket) const;

  private:
    struct Place {
        Instant due_at{};
        Instant opened_at{};
        domain::TicketId ticket;
        auto operator<=>(Place const&) const = default;
    };
    struct Ability {
        std::uint32_t other = 0;  // a bucket, or a kind
        float speed = 1;
    };
    struct Bucket {
        Requirement requirement;
        std::set<Place> waiting;
        std::vector<Ability> kinds;
        int able = 0;  // members at work
    };
    struct Kind {
        domain::Agent sample;
        std::vector<Ability> buckets;
        std::set<std::pair<Instant, MemberAt>> free;
        int at_work = 0;
    };
    struct Member {
        domain::AgentId agent;
        std::uint32_t kind = 0;
        bool is_at_work = false;
        bool is_free = false;
        Instant free_since{};
        std::set<Place> acquaintances;  // waiting tickets whose requester knows this member
    };

    std::uint32_t kind_of(domain::Agent const& agent);
    int rarest_of(Kind const& kind, bool of_waiting) const;
    double pace(MemberAt member, Requirement const& requirement, float speed) const;
    void weigh(MemberAt member, Bucket const& bucket, float speed, Place const& place, int rarest, Instant now,
               Shortlist& out) const;

    SlackRules rules_;
    Pace pace_;
    std::vector<Bucket> buckets_;
    std::vector<Kind> kinds_;
    std::vector<Member> members_;
    std::unordered_multimap<std::size_t, std::uint32_t> kinds_by_mark_;
    std::map<Requirement, BucketAt> bucket_at_;
    std::unordered_map<std::int64_t, Waiting> at_;  // by ticket
};

}  // namespace lotse::routing
