// SPDX-License-Identifier: Apache-2.0
// The people of a simulated desk at their places: who is there, who does what, and when it will be done. Private.
#pragma once

#include <functional>
#include <optional>
#include <queue>
#include <vector>

#include "insight/simulate.h"

namespace lotse::insight {

class Floor;

// What a policy hears and what it may do about it: Floor::begin, or nothing.
class Dispatch {
  public:
    virtual ~Dispatch() = default;
    virtual void arrived(Floor& floor, std::size_t ticket) = 0;
    virtual void came(Floor& floor, std::size_t agent) = 0;  // to work; idle, unless still busy from before
    virtual void left(Floor& floor, std::size_t agent) = 0;
    virtual void finished(Floor& floor, std::size_t agent, std::size_t ticket) = 0;  // idle now
};

class Floor {
  public:
    explicit Floor(Scenario const& scenario);
    LivedDays live(Dispatch& dispatch);

    Scenario const& scenario() const { return scenario_; }
    Instant now() const { return now_; }
    bool is_at_work(std::size_t agent) const { return desks_[agent].is_at_work; }
    bool is_idle(std::size_t agent) const { return !desks_[agent].ticket; }
    std::optional<std::size_t> ticket_of(std::size_t agent) const { return desks_[agent].ticket; }
    // `speed` as routing sees it. The agent is idle.
    void begin(std::size_t agent, std::size_t ticket, double speed);
    // Lays the ticket of a busy agent aside; begin() of the same ticket goes on with it.
    std::size_t interrupt(std::size_t agent);

  private:
    enum class What : std::uint8_t { finish, leave, come, arrive };
    struct Event {
        Instant at{};
        What what = What::arrive;
        std::size_t index = 0;
        std::uint64_t turn = 0;  // of a finish: stale if the agent has begun something else since
        auto operator<=>(Event const&) const = default;
    };
    struct Desk {
        bool is_at_work = false;
        std::optional<std::size_t> ticket;
        Instant begun_at{};
        Instant left_at{};
        double speed = 1;
        std::uint64_t turn = 0;
    };

    void handle(Event const& event, Dispatch& dispatch);
    void stop_clock(std::size_t agent);
    Duration counted(Instant from, Instant to) const;

    Scenario const& scenario_;
    Instant now_{};
    std::vector<Desk> desks_;
    std::vector<Duration> remaining_;  // by ticket, hands-on time at speed 1
    LivedDays lived_;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
};

}  // namespace lotse::insight
