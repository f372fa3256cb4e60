// SPDX-License-Identifier: Apache-2.0
#include "domain/roster.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace lotse::domain {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;
using Span = Roster::Span;

// What belongs together by its times becomes one.
void merge(std::vector<Span>& spans) {
    std::ranges::sort(spans, {}, [](Span const& one) { return std::pair(one.begin, one.end); });
    std::vector<Span> out;
    for (auto const& one : spans) {
        if (one.begin >= one.end) continue;
        if (!out.empty() && one.begin <= out.back().end) {
            out.back().end = std::max(out.back().end, one.end);
        } else {
            out.push_back(one);
        }
    }
    spans = std::move(out);
}

// Both in order. Linear.
std::vector<Span> without(std::vector<Span> const& work, std::vector<Span> const& away) {
    std::vector<Span> out;
    std::size_t first = 0;
    for (auto rest : work) {
        while (first < away.size() && away[first].end <= rest.begin) ++first;
        for (auto at = first; at < away.size() && away[at].begin < rest.end; ++at) {
            if (away[at].begin > rest.begin) out.push_back({rest.begin, away[at].begin});
            rest.begin = std::max(rest.begin, away[at].end);
        }
        if (rest.begin < rest.end) out.push_back(rest);
    }
    return out;
}

// The first that ends after `at`.
auto ends_after(std::vector<Span> const& spans, Instant at) {
    return std::ranges::upper_bound(spans, at, {}, &Span::end);
}

// Work that belongs together: the next stretch begins so soon that it is a break in between.
constexpr std::chrono::hours kLongestBreak{4};

struct Hours {
    std::string time_zone;
    WorkPattern const* pattern = nullptr;
    std::map<local_days, ShiftId> dates;
    std::vector<Absence const*> absences;
};

std::vector<Interval> const& hours_of(Hours const& own, std::map<std::int64_t, Shift const*> const& shifts,
                                      local_days date) {
    static std::vector<Interval> const kFree;
    static std::vector<Interval> const kWhole{{0, 1440}};
    if (auto const found = own.dates.find(date); found != own.dates.end()) {
        auto const shift = shifts.find(found->second.value);
        return shift == shifts.end() ? kFree : shift->second->hours;
    }
    return own.pattern != nullptr ? own.pattern->week[std::chrono::weekday{date}.iso_encoding() - 1] : kWhole;
}

std::vector<Span> work_of(Hours const& own, std::map<std::int64_t, Shift const*> const& shifts, Zone zone,
                          Span window) {
    std::vector<Span> out;
    auto const first = std::chrono::floor<days>(zone.to_local(window.begin)) - days{2};
    auto const last = std::chrono::floor<days>(zone.to_local(window.end)) + days{1};
    for (auto date = first; date <= last; date += days{1})
        for (auto const& hours : hours_of(own, shifts, date)) {
            Span const span{std::max(window.begin, zone.to_utc(LocalTime{date} + minutes{hours.from})),
                            std::min(window.end, zone.to_utc(LocalTime{date} + minutes{hours.to}))};
            if (span.begin < span.end) out.push_back(span);
        }
    merge(out);
    return out;
}

// The shifts of somebody who has dates in the roster and no weekly hours. The other dates are theirs to be at work, so spans do
// not tell where a shift ends. Looked up date by date: `rows.days` is in order.
class Planned {
  public:
    Planned(RosterRows const& rows, AgentId agent) : rows_(rows), agent_(agent) {
        auto found = Zone::find(rows.time_zone);
        if (!found.has_value()) found = Zone::find("UTC");
        if (found.has_value()) zone_ = *found;
    }
    // The shift that runs, is interrupted by a break, or has ended last before `at`, of this date or the two before.
    std::optional<Span> shift_before(Instant at) const {
        if (!zone_) return std::nullopt;
        std::optional<Span> out;
        auto const today = std::chrono::floor<days>(zone_->to_local(at));
        for (auto date = today - days{2}; date <= today; date += days{1})
            for (auto const& part : parts_of(date)) {
                if (part.begin > at && (!out || part.begin - out->end > kLongestBreak)) break;
                if (out && part.begin - out->end <= kLongestBreak) out->end = std::max(out->end, part.end);
                else out = part;
            }
        // The morning after may go on where a night ends.
        for (auto const& part : parts_of(today + days{1}))
            if (out && part.begin - out->end <= kLongestBreak) out->end = std::max(out->end, part.end);
        return out;
    }
    // The next shift or free-to-choose date that begins at or after `at`.
    std::optional<Instant> next_begin(Instant at, Instant until) const {
        if (!zone_) return std::nullopt;
        for (auto date = std::chrono::floor<days>(zone_->to_local(at));; date += days{1}) {
            auto const midnight = zone_->to_utc(LocalTime{date});
            if (midnight >= until) return std::nullopt;
            if (find(date) == rows_.days.end() && midnight >= at) return midnight;
            for (auto const& part : parts_of(date))
                if (part.begin >= at) return part.begin;
        }
    }

  private:
    std::vector<RosterDay>::const_iterator find(local_days date) const {
        auto const key = [](RosterDay const& day) { return std::pair(day.agent, day.date); };
        auto const found = std::ranges::lower_bound(rows_.days, std::pair(agent_, date), {}, key);
        return found != rows_.days.end() && key(*found) == std::pair(agent_, date) ? found : rows_.days.end();
    }
    std::vector<Span> parts_of(local_days date) const {
        std::vector<Span> out;
        auto const day = find(date);
        if (day == rows_.days.end()) return out;
        auto const shift = std::ranges::find(rows_.shifts, day->shift, &Shift::id);
        if (shift == rows_.shifts.end()) return out;
        for (auto const& hours : shift->hours)
            out.push_back({zone_->to_utc(LocalTime{date} + minutes{hours.from}),
                           zone_->to_utc(LocalTime{date} + minutes{hours.to})});
        return out;
    }

    RosterRows const& rows_;
    AgentId agent_;
    std::optional<Zone> zone_;
};

// Without weekly hours, on a date with a shift or after a night: that shift. None: hours tell.
std::optional<Span> planned_shift(Roster const& roster, AgentId agent, Instant at) {
    auto const& rows = roster.rows();
    if (rows.days.empty() || roster.find_pattern(agent) != nullptr) return std::nullopt;
    auto const shift = Planned(rows, agent).shift_before(at);
    bool const is_over = shift && shift->end <= at;
    return is_over && roster.is_at_work(agent, at) ? std::nullopt : shift;
}

bool is_silent(RosterRules const& rules, std::optional<Instant> last_seen, Instant now) {
    return rules.away_after_minutes > 0 && (!last_seen || now - *last_seen > minutes{rules.away_after_minutes});
}

}  // namespace

bool Duty::takes(Priority priority) const {
    switch (restriction) {
        case Restriction::none: return true;
        case Restriction::high_and_urgent: return priority >= Priority::high;
        case Restriction::only_urgent: return priority >= Priority::urgent;
        case Restriction::nothing_new: return false;
    }
    return true;
}

Roster::Roster(RosterRows rows, Instant from, Instant until) : rows_(std::move(rows)), from_(from), until_(until) {
    std::ranges::sort(rows_.patterns, {}, &WorkPattern::agent);
    std::ranges::sort(rows_.availabilities, {}, &Availability::agent);
    std::ranges::sort(rows_.days, {}, [](RosterDay const& day) { return std::pair(day.agent, day.date); });
    std::map<std::int64_t, Shift const*> shifts;
    for (auto const& shift : rows_.shifts) shifts[shift.id.value] = &shift;
    std::map<std::int64_t, Hours> all;
    auto const hours_for = [&](AgentId agent) -> Hours& {
        auto& own = all[agent.value];
        if (own.time_zone.empty()) own.time_zone = rows_.time_zone;
        return own;
    };
    for (auto const& pattern : rows_.patterns) {
        auto& own = hours_for(pattern.agent);
        own.pattern = &pattern;
        own.time_zone = pattern.time_zone;
    }
    for (auto const& day : rows_.days) hours_for(day.agent).dates[day.date] = day.shift;
    for (auto const& absence : rows_.absences) hours_for(absence.agent).absences.push_back(&absence);
    for (auto const& [id, own] : all) {
        auto zone = Zone::find(own.time_zone);
        if (!zone.has_value()) zone = Zone::find("UTC");
        if (!zone.has_value()) continue;
        auto& person = people_[id];
        for (auto const* absence : own.absences)
            person.absences.push_back({zone->to_utc(absence->from), zone->to_utc(absence->until)});
        merge(person.absences);
        person.spans = without(work_of(own, shifts, *zone, {from_, until_}), person.absences);
        for (auto const& span : person.spans) changes_.insert(changes_.end(), {span.begin, span.end});
    }
    for (auto const& one : rows_.availabilities) {
        if (one.flips_at) changes_.push_back(*one.flips_at);
        if (one.restricted_until) changes_.push_back(*one.restricted_until);
    }
    std::ranges::sort(changes_);
    auto const rest = std::ranges::unique(changes_);
    changes_.erase(rest.begin(), rest.end());
}

Roster::Person const* Roster::find(AgentId agent) const {
    auto const found = people_.find(agent.value);
    return found == people_.end() ? nullptr : &found->second;
}

Duty Roster::duty(Agent const& agent, Instant now, std::optional<Instant> last_seen) const {
    Duty out;
    auto const* by_hand = find_availability(agent.id);
    bool is_available = agent.is_available;
    std::optional<Instant> flips_at;
    if (by_hand != nullptr) {
        if (by_hand->flips_at && *by_hand->flips_at > now) flips_at = by_hand->flips_at;
        if (by_hand->flips_at && *by_hand->flips_at <= now) is_available = !is_available;
        bool const still = !by_hand->restricted_until || *by_hand->restricted_until > now;
        if (still && by_hand->restriction != Restriction::none) {
            out.restriction = by_hand->restriction;
            out.restricted_until = by_hand->restricted_until;
        }
    }
    auto const* person = find(agent.id);
    auto const later = [](std::optional<Instant> one, std::optional<Instant> other) {
        return one && other ? std::optional(std::max(*one, *other)) : std::nullopt;
    };
    if (person != nullptr && !is_at_work(agent.id, now)) {
        auto const away = ends_after(person->absences, now);
        bool const is_absent = away != person->absences.end() && away->begin <= now;
        auto const back = next_work(agent.id, now);
        out.until = back ? back : is_absent ? std::optional(away->end) : std::nullopt;
        bool const is_break = !is_absent && back && next_shift(agent.id, now) != back;
        out.off = is_absent ? OffBy::absence : is_break ? OffBy::pause : OffBy::shift;
        if (!is_available && is_break) {
            out.off = OffBy::hand;
            out.until = later(flips_at, back);
        }
        return out;
    }
    if (!is_available) {
        out.off = OffBy::hand;
        out.until = flips_at ? next_work(agent.id, *flips_at) : std::nullopt;
        return out;
    }
    if (is_silent(rows_.rules, last_seen, now)) {
        out.off = OffBy::silence;
        return out;
    }
    out.until = shift_end(agent.id, now);
    if (flips_at && (!out.until || *flips_at < *out.until)) out.until = flips_at;
    return out;
}

bool Roster::is_at_work(AgentId agent, Instant at) const {
    auto const* person = find(agent);
    if (person == nullptr) return true;
    auto const span = ends_after(person->spans, at);
    return span != person->spans.end() && span->begin <= at;
}

std::optional<Instant> Roster::next_change(AgentId agent, Instant at) const {
    auto const* person = find(agent);
    if (person == nullptr) return std::nullopt;
    auto const span = ends_after(person->spans, at);
    if (span == person->spans.end()) return std::nullopt;
    auto const change = span->begin > at ? span->begin : span->end;
    return change < until_ ? std::optional(change) : std::nullopt;
}

std::optional<Instant> Roster::next_work(AgentId agent, Instant at) const {
    auto const* person = find(agent);
    if (person == nullptr) return at;
    auto const span = ends_after(person->spans, at);
    return span == person->spans.end() ? std::nullopt : std::optional(std::max(at, span->begin));
}

std::optional<Instant> Roster::next_shift(AgentId agent, Instant at) const {
    auto const* person = find(agent);
    if (person == nullptr) return std::nullopt;
    if (auto const shift = planned_shift(*this, agent, at)) {
        auto const begin = Planned(rows_, agent).next_begin(std::max(at, shift->end), until_);
        return begin ? next_work(agent, *begin) : std::nullopt;
    }
    auto span = ends_after(person->spans, at);
    // What began before, or follows a break after it, is still the same shift.
    bool const has_before = span != person->spans.begin();
    auto last = has_before ? std::optional(std::prev(span)->end) : std::nullopt;
    for (; span != person->spans.end(); ++span) {
        bool const is_running = span->begin <= at;
        bool const is_same = last && span->begin - *last <= kLongestBreak;
        if (!is_running && !is_same) return span->begin;
        last = span->end;
    }
    return std::nullopt;
}

std::optional<Instant> Roster::shift_end(AgentId agent, Instant at) const {
    auto const* person = find(agent);
    if (person == nullptr) return std::nullopt;
    auto span = ends_after(person->spans, at);
    if (span == person->spans.end() || span->begin > at) return std::nullopt;
    if (auto const shift = planned_shift(*this, agent, at)) {
        // An absence may come before its end.
        auto end = span->end;
        for (auto next = std::next(span); end < shift->end && next != person->spans.end() && next->begin < shift->end &&
                                          next->begin - end <= kLongestBreak;
             ++next)
            end = next->end;
        end = std::min(end, shift->end);
        return end < until_ ? std::optional(end) : std::nullopt;
    }
    for (auto next = std::next(span); next != person->spans.end() && next->begin - span->end <= kLongestBreak; ++next)
        span = next;
    return span->end < until_ ? std::optional(span->end) : std::nullopt;
}

Duration Roster::work_time(AgentId agent, Instant from, Instant to) const {
    if (to <= from) return Duration{0};
    auto const* person = find(agent);
    if (person == nullptr) return to - from;
    Duration sum{0};
    for (auto span = ends_after(person->spans, from); span != person->spans.end() && span->begin < to; ++span)
        sum += std::min(to, span->end) - std::max(from, span->begin);
    return sum;
}

std::optional<Instant> Roster::next_change_of_any(Instant at) const {
    auto const found = std::ranges::upper_bound(changes_, at);
    return found == changes_.end() ? std::nullopt : std::optional(*found);
}

Availability const* Roster::find_availability(AgentId agent) const {
    auto const found = std::ranges::lower_bound(rows_.availabilities, agent, {}, &Availability::agent);
    return found == rows_.availabilities.end() || found->agent != agent ? nullptr : &*found;
}

WorkPattern const* Roster::find_pattern(AgentId agent) const {
    auto const found = std::ranges::lower_bound(rows_.patterns, agent, {}, &WorkPattern::agent);
    return found == rows_.patterns.end() || found->agent != agent ? nullptr : &*found;
}

Shift const* Roster::find_shift(ShiftId id) const {
    auto const found = std::ranges::find(rows_.shifts, id, &Shift::id);
    return found == rows_.shifts.end() ? nullptr : &*found;
}

Result<void> check_hours(std::vector<Interval> const& hours, std::string_view field) {
    int last = 0;
    for (std::size_t i = 0; i < hours.size(); ++i) {
        auto const& one = hours[i];
        auto const at = fmt::format("{}/{}", field, i);
        bool const is_right = one.from >= 0 && one.from < 1440 && one.to > one.from && one.to <= one.from + 1440;
        if (!is_right)
            return invalid(
                "hours.interval",
                "Hours begin within the day and end at most a day later. A night that ends in the morning is "
                "written as 22:00 to 06:00.",
                at);
        if (one.from < last)
            return invalid("hours.overlap", "Hours of a day must be in order and must not overlap.", at);
        last = one.to;
    }
    if (hours.size() > 1 && last > hours.front().from + 1440)
        return invalid("hours.overlap", "A night must end before the hours of the day begin.",
                       fmt::format("{}/{}", field, hours.size() - 1));
    return {};
}

Result<void> check(WorkPattern const& pattern) {
    if (auto zone = Zone::find(pattern.time_zone); !zone.has_value()) {
        Error error = std::move(zone).error();
        error.field = "/time_zone";
        return error;
    }
    for (std::size_t day = 0; day < 7; ++day) {
        auto const field = fmt::format("/week/{}", kWeekdayNames[day]);
        CHECK_OK(check_hours(pattern.week[day], field));
        auto const& next = pattern.week[(day + 1) % 7];
        if (pattern.week[day].empty() || next.empty()) continue;
        if (pattern.week[day].back().to - 1440 > next.front().from)
            return invalid("hours.overlap", "The night runs into the hours of the next day.",
                           fmt::format("{}/{}", field, pattern.week[day].size() - 1));
    }
    return {};
}

}  // namespace lotse::domain
