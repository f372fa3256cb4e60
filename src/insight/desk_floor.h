// SPDX-License-Identifier: Apache-2.0
// The state of a lived desk between two events. Private to desk_run.
#pragma once

#include <deque>
#include <optional>
#include <queue>
#include <set>
#include <vector>

#include "insight/desk_run.h"
#include "routing/place.h"
#include "routing/pool.h"

namespace lotse::insight {

class DeskFloor {
  public:
    explicit DeskFloor(Life const& life);
    LivedLife live();

  private:
    enum class What : std::uint8_t { finish, leave, come, ready, back };
    struct Event {
        Instant at{};
        What what = What::ready;
        std::uint32_t index = 0;
        std::uint64_t turn = 0;  // in which order they were made
        auto operator<=>(Event const&) const = default;
    };
    struct Rank {
        int after_priority = 0;
        Instant at{};
        std::uint32_t ticket = 0;
        auto operator<=>(Rank const&) const = default;
    };
    static constexpr std::uint32_t kNobody = UINT32_MAX;
    struct Work {
        std::uint32_t visit = 0;  // of the ticket, the next one or the one in hand
        std::uint32_t owner = kNobody;
        std::uint32_t not_by = kNobody;  // passed on by
        Instant away_since{};
        bool in_hand = false;  // counts as open at its owner's
        bool is_due = false;   // in the pool: somebody would turn to it now
    };
    struct Person {
        bool is_at_work = false;
        std::uint32_t ticket = kNobody;
        Instant begun_at{};
        Instant came_at{};
        Instant left_at{};
        std::size_t shift = 0;  // the next one
        std::set<Rank> own;
        int hands_out_below = 1;  // the most of their queues on pull
        bool pulls = false;
        std::vector<float> speeds;  // by kind; of who cannot but has it, too
        std::vector<char> can;      // by kind
        std::vector<char> is_fit;   // by kind: has what is preferred and speaks
    };

    void add_person(RunPerson const& person);
    bool is_given_at_night(std::uint32_t person);
    void handle(Event const& event);
    void push(Instant at, What what, std::uint32_t index) { events_.push({at, what, index, ++turns_}); }
    void come(std::uint32_t ticket);
    void seek(std::uint32_t ticket);
    bool place(std::uint32_t ticket);
    bool hand_out(std::uint32_t ticket);
    bool give_by_hand(std::uint32_t ticket);
    void note_what_nobody_can();
    routing::Waiting pooled(std::uint32_t ticket) const;
    void give(std::uint32_t ticket, std::uint32_t person);
    void take_up(std::uint32_t ticket);
    void put_down(std::uint32_t ticket);
    void refill(std::uint32_t person);
    void work_on(std::uint32_t person);
    void finish(std::uint32_t person);
    void end_visit(std::uint32_t ticket, std::uint32_t person);
    void send_away(std::uint32_t ticket);
    void come_back(std::uint32_t ticket);
    void note_room(std::uint32_t person);
    bool has_room(std::uint32_t person, routing::Requirement const& asks) const;
    WorkKind const& kind_of(std::uint32_t ticket) const { return model_.kinds[life_.tickets[ticket].kind]; }
    RunVisit const& visit_of(std::uint32_t ticket) const {
        return life_.visits[life_.tickets[ticket].first_visit + work_[ticket].visit];
    }
    OpenClock const& clock_of(std::uint32_t ticket) const { return (*life_.clocks)[kind_of(ticket).clock]; }
    Instant pace_after(Instant from, Duration wait) const {
        return wait <= Duration{} ? from : life_.clocks->back().add(from, wait);
    }
    bool is_pull(std::uint32_t ticket) const {
        return model_.queues[kind_of(ticket).queue].assignment == domain::Assignment::pull;
    }

    Life const& life_;
    DeskModel const& model_;
    Instant now_{};
    std::uint64_t turns_ = 0;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
    std::vector<Work> work_;
    std::vector<Person> people_;
    routing::RoutingFacts facts_;
    std::vector<domain::Category> categories_;  // by kind
    routing::Pool pool_;
    std::vector<routing::BucketAt> buckets_;  // by kind
    std::vector<char> nobody_can_;  // by kind
    std::vector<std::deque<std::uint32_t>> unplaced_;  // by kind
    std::size_t waiting_for_owner_ = 0;
    LivedLife lived_;
};

}  // namespace lotse::insight
