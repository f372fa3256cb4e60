// SPDX-License-Identifier: Apache-2.0
#include "insight/draw_life.h"

#include <algorithm>
#include <map>

#include "base/must.h"
#include "domain/zone.h"
#include "insight/chance.h"
#include "insight/pace.h"

namespace lotse::insight {
namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr std::size_t kEnough = 12;
constexpr std::uint64_t kOfDay = 1;
constexpr std::uint64_t kOfCopy = 2;
constexpr std::uint64_t kOfMachine = 3;
constexpr std::uint64_t kOfCourse = 4;
constexpr std::uint64_t kOfTouch = 5;
constexpr std::uint64_t kOfPresence = 6;
constexpr std::uint64_t kOfRest = 7;
constexpr int kMostDonors = 8;  // of one course, each open when the one before was lost from sight
constexpr std::uint64_t kPicks = 40;

local_days day_of(domain::Zone const& zone, Instant at) { return std::chrono::floor<days>(zone.to_local(at)); }

// Puts a life together: one drawing, one order of tickets.
class Drawer {
  public:
    Drawer(Variant const& variant, Donors const& donors, std::vector<OpenClock> const& clocks, Drawing const& drawing)
        : variant_(variant),
          model_(variant.model),
          donors_(donors),
          drawing_(drawing),
          pace_(clocks.back()),
          zone_(zone_of(variant.model)) {
        life_.model = &variant.model;
        life_.clocks = &clocks;
    }

    // What was open at the cut goes on as another did that was open for as long.
    void add_stock() {
        for (std::uint32_t i = 0; i < model_.past.size(); ++i) {
            auto const& past = model_.past[i];
            auto const cut = donors_.cut();
            if (past.opened_at >= cut) break;
            if (past.ended_at && *past.ended_at <= cut) continue;
            auto& ticket = begin(past, life_.from, i);
            ticket.is_counted = false;
            if (past.course.replied_at && *past.course.replied_at <= cut)
                ticket.before.replied_at = past.course.replied_at;
            Taking taking{i, ticket.before.replied_at.has_value()};
            ticket.reply_visit = taking.is_replied ? 0 : UINT32_MAX;
            go_on(ticket, cut - past.opened_at, {}, taking);
        }
    }

    void add_past(Instant from, Instant until) {
        for (std::uint32_t i = 0; i < model_.past.size(); ++i) {
            auto const& past = model_.past[i];
            if (past.opened_at >= from && past.opened_at < until) add(past, past.opened_at, i, 0);
        }
    }

    void add_days(int count) {
        std::vector<std::vector<local_days>> like(7);
        std::map<local_days, std::pair<std::uint32_t, std::uint32_t>> tickets;
        auto const first = day_of(zone_, model_.history_from) + days{1};
        auto const last = day_of(zone_, model_.now);
        for (auto day = first; day < last; day += days{1}) like[day_class(model_, day)].push_back(day);
        for (std::uint32_t i = 0; i < model_.past.size(); ++i) {
            auto& range = tickets.try_emplace(day_of(zone_, model_.past[i].opened_at), i, i).first->second;
            range.second = i + 1;
        }
        auto const begin = day_of(zone_, life_.from);
        for (int d = 0; d < count; ++d) {
            auto const day = begin + days{d};
            auto const& candidates = like[day_class(model_, day)];
            if (candidates.empty()) continue;
            auto const chosen = candidates[word(kOfDay, static_cast<std::uint64_t>(d), 0) % candidates.size()];
            auto const found = tickets.find(chosen);
            if (found == tickets.end()) continue;
            auto const shift = zone_.to_utc(day) - zone_.to_utc(chosen);
            for (auto i = found->second.first; i < found->second.second; ++i)
                add(model_.past[i], model_.past[i].opened_at + shift, i, static_cast<std::uint64_t>(d) + 1);
        }
    }

    void add_people(bool as_they_were) {
        for (auto const& person : model_.people) {
            RunPerson out{person.agent, person.shifts, person.is_on_roster};
            if (!person.is_on_roster) out.shifts = usual_shifts(person, as_they_were);
            life_.people.push_back(std::move(out));
        }
    }

    Life take(Instant from, Instant until) {
        life_.from = from;
        life_.until = until;
        std::ranges::stable_sort(life_.tickets, {}, &RunTicket::starts_at);
        return std::move(life_);
    }
    void set_span(Instant from, Instant until) {
        life_.from = from;
        life_.until = until;
    }

  private:
    // Whose chance a course is, and how far it has come.
    struct Taking {
        std::uint64_t key = 0;
        bool is_replied = false;
    };

    std::uint64_t word(std::uint64_t what, std::uint64_t a, std::uint64_t b) const {
        return mixed({drawing_.seed, drawing_.run, what, a, b});
    }

    RunTicket& begin(PastWork const& past, Instant starts_at, std::uint32_t) {
        auto& out = life_.tickets.emplace_back();
        out.opened_at = std::min(past.opened_at, starts_at);
        out.starts_at = starts_at;
        out.kind = past.kind;
        out.requester = past.requester;
        out.first_visit = static_cast<std::uint32_t>(life_.visits.size());
        return out;
    }

    // `place` tells apart the days on which the same past ticket comes.
    void add(PastWork const& past, Instant at, std::uint32_t index, std::uint64_t place) {
        double left = variant_.volume.empty() ? 1 : variant_.volume[past.kind];
        for (std::uint64_t copy = 0; left > 0; ++copy, left -= 1) {
            auto const key = mixed({index, place, copy});
            if (left < 1 && unit_of(word(kOfCopy, key, 0)) >= left) return;
            auto const shift = std::chrono::minutes{copy == 0 ? 0 : word(kOfCopy, key, 1) % 120};
            auto& ticket = begin(past, at + shift, index);
            ticket.opened_at = ticket.starts_at;
            bool const by_machine = unit_of(word(kOfMachine, key, 0)) < variant_.automation;
            if (by_machine) continue;
            if (auto const* donor = donors_.of_kind(past.kind, word(kOfCourse, key, 0)))
                take_course(ticket, *donor, key);
        }
    }

    // The whole course of this donor, and, where it is lost from sight, of others that were open for as long.
    void take_course(RunTicket& ticket, PastWork const& donor, std::uint64_t key) {
        Taking taking{key, false};
        ticket.reply_visit = UINT32_MAX;
        auto const unseen = add_visits(ticket, donor, {}, {}, taking);
        if (is_over(donor)) return finish(ticket, true);
        go_on(ticket, donors_.cut() - donor.opened_at, unseen, taking);
    }

    // From this age on; `away`, in the desk's pace, is how long nobody has looked at it by then.
    void go_on(RunTicket& ticket, Duration age, Duration away, Taking& taking) {
        for (std::uint64_t turn = 0; turn < kMostDonors; ++turn) {
            auto const* donor = donors_.open_at_age(age, taking.is_replied, word(kOfRest, taking.key, turn));
            if (donor == nullptr) break;
            away = add_visits(ticket, *donor, age, away, taking);
            if (is_over(*donor)) return finish(ticket, true);
            age = donors_.cut() - donor->opened_at;
        }
        finish(ticket, false);
    }

    static void finish(RunTicket& ticket, bool is_solved) {
        ticket.reply_visit = std::min(ticket.reply_visit, ticket.visits);
        ticket.is_solved = is_solved;
    }

    bool is_over(PastWork const& donor) const { return donor.ended_at && *donor.ended_at <= donors_.cut(); }

    // The visits that came after this age and before the cut. Returns for how long nobody had looked at it at the cut.
    Duration add_visits(RunTicket& ticket, PastWork const& donor, Duration age, Duration away, Taking& taking) {
        auto seen = donor.opened_at + age;
        for (std::uint32_t i = 0; i < donor.visits.size(); ++i) {
            auto const& visit = donor.visits[i];
            auto const begun = donor.opened_at + visit.since_opened;
            bool const is_past = age > Duration{} && visit.since_opened <= age;
            if (is_past || begun > donors_.cut()) continue;
            RunVisit out{visit, touch_of(model_.kinds[ticket.kind], word(kOfTouch, taking.key, ticket.visits)), {}, {}};
            // A log tells of work when it is done: its wait holds the hands-on time, and nobody worked for longer.
            if (visit.wait > Duration{}) out.touch = std::min(out.touch, visit.wait);
            auto const before_work = [&](Duration wait) { return std::max(Duration{}, wait - out.touch); };
            if (age > Duration{} && seen == donor.opened_at + age) {
                // Nobody knows how much of this wait is whose.
                out.visit.after = {};
                out.visit.is_prompted = false;
                out.meant = before_work(away + pace_.between(seen, begun));
            } else if (i == 0 || visit.is_prompted) {
                out.reaction = before_work(scaled(visit.wait, model_.wait_scale));
            } else {
                out.visit.after = {};
                out.meant = before_work(visit.wait);
            }
            if (i == donor.reply_visit && !taking.is_replied) {
                ticket.reply_visit = ticket.visits;
                taking.is_replied = true;
            }
            life_.visits.push_back(out);
            ++ticket.visits;
            seen = begun + visit.lasted;
            away = {};
        }
        return away + pace_.between(seen, donors_.cut());
    }

    Duration touch_of(WorkKind const& kind, std::uint64_t chance) const {
        double const drawn = std::exp(kind.touch_log_mean + kind.touch_log_sigma * normal_of(chance));
        return minutes_of(std::min(600.0, drawn * model_.touch_scale));
    }

    static Duration scaled(Duration time, double factor) {
        return Duration{static_cast<std::int64_t>(static_cast<double>(time.count()) * factor)};
    }
    static Duration minutes_of(double minutes) { return Duration{static_cast<std::int64_t>(minutes * 60e6)}; }

    std::vector<Shift> usual_shifts(ModelPerson const& person, bool as_they_were) const {
        std::vector<Shift> out;
        auto const id = static_cast<std::uint64_t>(person.agent.id.value);
        auto const last = day_of(zone_, life_.until);
        for (auto day = day_of(zone_, life_.from); day <= last; day += days{1}) {
            auto const& hours = person.usual.days[day_class(model_, day)];
            if (!hours) continue;
            auto const number = day.time_since_epoch().count();
            bool const is_there = as_they_were ? std::ranges::binary_search(person.days_there, number)
                                               : unit_of(word(kOfPresence, id, static_cast<std::uint64_t>(number))) <
                                                     person.usual.attendance;
            if (!is_there) continue;
            out.push_back({zone_.to_utc(day + std::chrono::minutes{hours->from}),
                           zone_.to_utc(day + std::chrono::minutes{hours->to})});
        }
        return out;
    }

    Variant const& variant_;
    DeskModel const& model_;
    Donors const& donors_;
    Drawing drawing_;
    OpenClock const& pace_;
    domain::Zone zone_;
    Life life_;
};

}  // namespace

Donors::Donors(DeskModel const& model, Instant cut) : model_(model), cut_(cut) {
    for (std::uint32_t i = 0; i < model.past.size() && model.past[i].opened_at < cut; ++i) all_.push_back(i);
    std::vector<List> exact(model.kinds.size());
    std::map<std::pair<std::size_t, int>, List> of_queue;
    std::map<int, List> of_priority;
    for (auto const i : all_) {
        auto const& kind = model.kinds[model.past[i].kind];
        int const priority = static_cast<int>(kind.requirement.priority);
        exact[model.past[i].kind].push_back(i);
        of_queue[{kind.queue, priority}].push_back(i);
        of_priority[priority].push_back(i);
    }
    for (std::size_t k = 0; k < model.kinds.size(); ++k) {
        auto const& kind = model.kinds[k];
        int const priority = static_cast<int>(kind.requirement.priority);
        auto const& near = of_queue[{kind.queue, priority}];
        by_kind_.push_back(exact[k].size() >= kEnough                ? exact[k]
                           : near.size() >= kEnough                  ? near
                           : of_priority[priority].size() >= kEnough ? of_priority[priority]
                                                                     : List{});
    }
    std::vector<std::pair<Duration, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < model.past.size() && model.past[i].opened_at < cut; ++i) {
        auto const& one = model.past[i];
        bool const ended = one.ended_at && *one.ended_at <= cut;
        order.emplace_back((ended ? *one.ended_at : cut) - one.opened_at, i);
    }
    std::ranges::sort(order);
    for (auto const& [length, i] : order) {
        lengths_.push_back(length);
        by_length_.push_back(i);
    }
}

PastWork const* Donors::of_kind(std::uint32_t kind, std::uint64_t chance) const {
    auto const& list = by_kind_[kind].empty() ? all_ : by_kind_[kind];
    return list.empty() ? nullptr : &model_.past[list[chance % list.size()]];
}

PastWork const* Donors::open_at_age(Duration age, bool is_replied, std::uint64_t chance) const {
    auto const first = static_cast<std::size_t>(std::ranges::upper_bound(lengths_, age) - lengths_.begin());
    auto const count = lengths_.size() - first;
    if (count == 0) return nullptr;
    PastWork const* out = nullptr;
    for (std::uint64_t pick = 0; pick < kPicks; ++pick) {
        out = &model_.past[by_length_[first + mixed({chance, pick}) % count]];
        auto const& replied_at = out->course.replied_at;
        if ((replied_at && *replied_at - out->opened_at <= age) == is_replied) break;
    }
    return out;
}

Life draw_days(Variant const& variant, Donors const& donors, std::vector<OpenClock> const& clocks, Instant from,
               int days, Drawing const& drawing) {
    Drawer drawer(variant, donors, clocks, drawing);
    auto const zone = zone_of(variant.model);
    auto const until = zone.to_utc(day_of(zone, from) + std::chrono::days{days});
    drawer.set_span(from, until);
    drawer.add_stock();
    drawer.add_days(days);
    drawer.add_people(false);
    return drawer.take(from, until);
}

Life draw_past(Variant const& variant, Donors const& donors, std::vector<OpenClock> const& clocks, Instant from,
               Instant until, Drawing const& drawing) {
    Drawer drawer(variant, donors, clocks, drawing);
    drawer.set_span(from, until);
    drawer.add_stock();
    drawer.add_past(from, until);
    drawer.add_people(true);
    return drawer.take(from, until);
}

Instant midnight_after(DeskModel const& model, Instant at) {
    auto const zone = zone_of(model);
    auto const midnight = zone.to_utc(day_of(zone, at));
    return midnight >= at ? midnight : zone.to_utc(day_of(zone, at) + days{1});
}

std::vector<OpenClock> clocks_for(DeskModel const& model, Instant from, Instant until) {
    std::vector<OpenClock> out;
    for (auto const& calendar : model.calendars) out.emplace_back(calendar, from, until);
    out.push_back(pace_clock(model, from, until));
    return out;
}

}  // namespace lotse::insight
