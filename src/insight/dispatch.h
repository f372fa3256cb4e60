// SPDX-License-Identifier: Apache-2.0
// The policies of a simulated desk. Private.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "insight/simulated_floor.h"
#include "routing/place.h"
#include "routing/pool.h"

namespace lotse::insight {

// A ticket gets its owner when it comes, or as soon as somebody who fits has room; the owner keeps it.
class PushDispatch final : public Dispatch {
  public:
    PushDispatch(Scenario const& scenario, bool works_by_due);
    void arrived(Floor& floor, std::size_t ticket) override;
    void came(Floor& floor, std::size_t agent) override;
    void left(Floor& floor, std::size_t agent) override;
    void finished(Floor& floor, std::size_t agent, std::size_t ticket) override;

  private:
    struct Rank {
        int after_priority = 0;
        Instant at{};
        std::size_t ticket = 0;
        auto operator<=>(Rank const&) const = default;
    };
    Rank rank(std::size_t ticket) const;
    routing::Weight weight_of(std::size_t ticket) const;
    bool try_to_place(Floor& floor, std::size_t ticket);
    void place_waiting(Floor& floor, std::size_t agent);
    void go_on(Floor& floor, std::size_t agent);

    Scenario const& scenario_;
    bool works_by_due_;
    routing::RoutingFacts facts_;
    std::vector<domain::Category> categories_;          // by requirement
    std::vector<std::vector<double>> speeds_;           // by agent, by requirement; 0: cannot
    std::vector<std::set<Rank>> own_;                   // by agent
    std::vector<std::set<Rank>> unplaced_;              // by requirement
};

// Tickets wait in a pool; whoever is free takes one.
class PoolDispatch final : public Dispatch {
  public:
    PoolDispatch(Scenario const& scenario, bool by_index, routing::SlackRules const& rules);
    void arrived(Floor& floor, std::size_t ticket) override;
    void came(Floor& floor, std::size_t agent) override;
    void left(Floor& floor, std::size_t agent) override;
    void finished(Floor& floor, std::size_t agent, std::size_t ticket) override;

  private:
    routing::Waiting waiting(std::size_t ticket) const;
    std::optional<routing::MemberAt> member_for(Floor const& floor, std::size_t ticket) const;
    std::optional<std::size_t> next_for(Floor const& floor, std::size_t agent) const;
    void begin(Floor& floor, std::size_t agent, std::size_t ticket);
    bool interrupt_for(Floor& floor, std::size_t ticket);
    void go_on(Floor& floor, std::size_t agent);

    Scenario const& scenario_;
    bool by_index_;
    routing::Pool pool_;
    std::vector<routing::BucketAt> buckets_;            // by requirement
    std::vector<std::vector<std::size_t>> laid_aside_;  // by agent
    std::map<std::int64_t, routing::MemberAt> served_by_;  // by requester
};

}  // namespace lotse::insight
