// SPDX-License-Identifier: Apache-2.0
#include "property/support/clock_oracle.h"

#include <algorithm>

namespace lotse::property {
namespace {

using domain::ClockKind;
using domain::ClockMark;
using domain::Deadlines;
using enum ClockMark::Kind;
using namespace std::chrono;

// One clock from what starts it to what ends it.
struct Watched {
    ClockKind kind = ClockKind::first_reply;
    Duration target{};
    Duration warning{};
    bool waits_count = true;  // false: goes on while the customer is asked something
    bool is_over = false;
    bool runs = false;
    bool ever_ran = false;
    Duration ran{0};
    std::optional<Instant> due;
    std::optional<Instant> warned;
    Instant stopped_at{};

    void pass(Instant at, Duration open) {
        if (!runs) return;
        if (!due && target - ran <= open) due = at + (target - ran);
        if (!warned && warning - ran <= open) warned = at + (warning - ran);
        ran += open;
    }
};

class Hand {
  public:
    explicit Hand(ClockLog const& log) : log_(log), office_(log.calendar) {
        auto priority = log.marks.front().priority;
        for (auto const& mark : log.marks)
            if (mark.kind == priority_set) priority = mark.priority;
        targets_ = log.policy.targets[static_cast<std::size_t>(priority)];
    }

    Deadlines watch() {
        auto next = log_.marks.begin();
        for (Instant at = log_.marks.front().at;;) {
            for (; next != log_.marks.end() && next->at == at; ++next) take(*next, at);
            bool const over = next == log_.marks.end();
            if (over && !lacks_something()) break;
            Instant const until = over ? office_.next_step(at) : std::min(office_.next_step(at), next->at);
            if (office_.is_open(at)) {
                if (is_ours() && !over) used_ += until - at;
                for (auto& clock : clocks_) clock.pass(at, until - at);
            }
            at = until;
        }
        return tell_all();
    }

  private:
    bool is_ours() const { return !waits_ && !solved_; }
    bool lacks_something() const {
        return std::ranges::any_of(clocks_, [](auto const& c) { return c.runs && (!c.due || !c.warned); });
    }
    void start(ClockKind kind, std::optional<int> wanted, bool waits_count = true) {
        if (!wanted) return;
        Duration const whole = minutes{*wanted};
        Watched clock;
        clock.kind = kind;
        clock.target = whole;
        clock.warning = whole * log_.warn_at / 100;
        clock.waits_count = waits_count;
        clocks_.push_back(clock);
    }
    void finish(ClockKind kind) {
        for (auto& clock : clocks_)
            if (clock.kind == kind) clock.is_over = true;
    }
    bool has_one(ClockKind kind) const {
        return std::ranges::any_of(clocks_, [&](auto const& c) { return c.kind == kind && !c.is_over; });
    }
    void take(ClockMark const& mark, Instant at) {
        if (mark.kind == opened) {
            start(ClockKind::first_reply, targets_.first_reply_minutes, false);
            start(ClockKind::update, targets_.update_minutes);
            start(ClockKind::solution, targets_.solution_minutes);
        }
        if (mark.kind == solved) solved_ = true, waits_ = false;
        if (mark.kind == waiting_started) waits_ = true, solved_ = false;
        if (mark.kind == waiting_ended || mark.kind == customer_wrote) waits_ = false;
        if (mark.kind == reopened) waits_ = false, solved_ = false;
        if (mark.kind == agent_replied) {
            answered_ = true;
            for (auto const kind : {ClockKind::first_reply, ClockKind::next_reply, ClockKind::update}) finish(kind);
            start(ClockKind::update, targets_.update_minutes);
        }
        if (mark.kind == customer_wrote && answered_ && !has_one(ClockKind::next_reply))
            start(ClockKind::next_reply, targets_.next_reply_minutes);
        if (mark.kind == queue_entered) {
            finish(ClockKind::handover);
            queue_ = mark.queue;
            for (auto const& team : log_.teams)
                if (team.queue == queue_) start(ClockKind::handover, team.minutes);
        }
        if (mark.kind == team_acted && is_of_team(mark.agent)) finish(ClockKind::handover);
        for (auto& clock : clocks_) {
            bool const runs = !clock.is_over && !solved_ && !(clock.waits_count && waits_);
            if (clock.runs && !runs) clock.stopped_at = at;
            clock.runs = runs;
            clock.ever_ran = clock.ever_ran || runs;
        }
    }
    bool is_of_team(domain::AgentId agent) const {
        for (auto const& team : log_.teams)
            if (team.queue == queue_ && !team.team.empty()) return std::ranges::count(team.team, agent) > 0;
        return true;
    }
    Deadlines tell_all() const {
        Deadlines out;
        out.open_time_used = used_;
        for (auto const& clock : clocks_) {
            if (clock.runs) {
                show(out, clock);
            } else if (clock.ever_ran && clock.due && *clock.due < clock.stopped_at) {
                out.missed.push_back({clock.kind, *clock.due});
                if (clock.kind == ClockKind::first_reply) out.first_reply_missed = true;
            } else if (clock.ever_ran && (clock.is_over || solved_)) {
                ++out.kept[static_cast<std::size_t>(clock.kind)];
            }
        }
        std::ranges::stable_sort(out.missed, {}, &domain::Missed::clock);
        return out;
    }
    static void show(Deadlines& out, Watched const& clock) {
        if (clock.kind == ClockKind::first_reply)
            out.first_reply_due = clock.due, out.first_reply_warning = clock.warned;
        if (clock.kind == ClockKind::solution) out.solution_due = clock.due, out.solution_warning = clock.warned;
        if (clock.kind == ClockKind::next_reply) out.next_reply = {clock.due, clock.warned};
        if (clock.kind == ClockKind::update) out.update = {clock.due, clock.warned};
        if (clock.kind == ClockKind::handover) out.handover = {clock.due, clock.warned};
    }

    ClockLog const& log_;
    MinuteOracle office_;
    domain::Targets targets_;
    std::vector<Watched> clocks_;
    bool answered_ = false;
    bool waits_ = false;
    bool solved_ = false;
    domain::QueueId queue_;
    Duration used_{0};
};

}  // namespace

std::vector<domain::HandoverTarget> ClockLog::handovers() const {
    auto out = teams;
    for (auto& one : out) one.calendar = &calendar;
    return out;
}

ClockLog any_log(Random& random, std::vector<std::string> const& zones, LogShape const& shape) {
    auto const& zone = zones[static_cast<std::size_t>(between(random, 0, static_cast<int>(zones.size()) - 1))];
    ClockLog out;
    Instant at = any_instant(random, zone);
    out.calendar = any_calendar(random, zone, at);
    out.warn_at = between(random, 1, 100);
    for (auto& targets : out.policy.targets) {
        if (!one_in(random, 6)) targets.first_reply_minutes = between(random, 1, shape.most_reply);
        if (!one_in(random, 6)) targets.solution_minutes = between(random, 1, shape.most_solution);
        if (!one_in(random, 3)) targets.next_reply_minutes = between(random, 1, shape.most_reply);
        if (!one_in(random, 3)) targets.update_minutes = between(random, 1, shape.most_reply);
    }
    out.teams.push_back({domain::QueueId{1}, between(random, 1, shape.most_reply), nullptr, {domain::AgentId{1}}});
    out.teams.push_back({domain::QueueId{2}, between(random, 1, shape.most_reply), nullptr, {}});
    auto const any_priority = [&] { return static_cast<domain::Priority>(between(random, 0, 3)); };
    out.marks.push_back({opened, at, any_priority()});
    for (int i = between(random, 0, shape.most_marks); i > 0; --i) {
        if (!one_in(random, 8))
            at += minutes{between(random, 0, shape.most_gap)} + microseconds{between(random, 0, 60'000'000)};
        out.marks.push_back({static_cast<ClockMark::Kind>(between(random, 1, 9)), at, any_priority(),
                             domain::QueueId{between(random, 1, 3)}, domain::AgentId{between(random, 1, 2)}});
    }
    return out;
}

Deadlines watch(ClockLog const& log) { return Hand(log).watch(); }

Result<Deadlines> compute(ClockLog const& log) {
    return domain::compute_deadlines(log.marks, log.policy, log.calendar, log.warn_at, log.handovers());
}

bool same(Deadlines const& a, Deadlines const& b) {
    return std::ranges::all_of(domain::kClockKinds, [&](auto kind) { return a.running(kind) == b.running(kind); }) &&
           a.first_reply_missed == b.first_reply_missed && a.open_time_used == b.open_time_used &&
           a.missed == b.missed && a.kept == b.kept;
}

std::string tell(std::optional<Instant> at) { return at ? to_rfc3339(*at) : "-"; }

std::string tell(ClockLog const& log) {
    std::string out = log.calendar.time_zone + ":";
    for (auto const& mark : log.marks) out += " " + std::to_string(int(mark.kind)) + "@" + to_rfc3339(mark.at);
    return out;
}

std::string tell(Deadlines const& d) {
    std::string out;
    for (auto const kind : domain::kClockKinds) {
        auto const running = d.running(kind);
        out += std::string(domain::name_of(kind)) + " " + tell(running.due) + " " + tell(running.warning) + " kept " +
               std::to_string(d.kept[static_cast<std::size_t>(kind)]) + "; ";
    }
    for (auto const& missed : d.missed)
        out += "missed " + std::string(domain::name_of(missed.clock)) + " " + to_rfc3339(missed.due_at) + "; ";
    return out + std::to_string(d.open_time_used.count());
}

}  // namespace lotse::property
