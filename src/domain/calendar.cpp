// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/must.h"
#include "domain/public_holidays.h"
#include "domain/zone.h"

namespace lotse::domain {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

constexpr days kHorizon{3653};  // ten years
// Instants outside the years that a date can be written in are cut to these, which also keeps sums from overflowing.
constexpr Instant kFirst = std::chrono::sys_days{std::chrono::year{0} / 1 / 1};
constexpr Instant kLast = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

Result<void> check_day(std::vector<Interval> const& day, std::string_view name);
Result<void> check_holidays(Calendar const& calendar);
Zone zone_of(Calendar const& calendar);

// The days on which it is closed all day: its own, and of its regions those of the years that somebody asks about. And the
// parts of days on which it is closed.
class ClosedDays {
  public:
    explicit ClosedDays(Calendar const& calendar);
    bool contains(local_days day);
    // What is left of these intervals on this day, in order.
    std::vector<Interval> const& open_parts(local_days day, std::vector<Interval> const& intervals);

  private:
    void read(std::chrono::year year);
    std::vector<std::string> const& regions_;
    std::vector<local_days> own_;
    std::vector<local_days> worked_;
    std::vector<std::pair<local_days, Interval>> parts_;  // by day
    std::vector<Interval> left_;
    std::vector<local_days> of_year_;
    std::optional<std::chrono::year> year_;
};
std::vector<Interval> const& intervals_of(Calendar const& calendar, local_days day);

// Calls visit(begin, end) for each piece of open time in [from, until), in order, until visit says false. Goes through
// the stretches of constant offset, and in each through its local days: a skipped hour lies in no stretch and a
// repeated one in two, so neither needs a rule of its own, nor does a whole day that a country left out.
template <class Visit>
void walk_open_time(Calendar const& calendar, Zone zone, Instant from, Instant until, Visit visit) {
    ClosedDays closed(calendar);
    for (Instant at = std::max(from, kFirst); at < until;) {
        OffsetSpan const span = zone.span_at(at);
        Instant const end = std::min(span.end, until);
        auto const to_utc = [&](LocalTime local) { return Instant{local.time_since_epoch() - span.offset}; };
        for (auto day = std::chrono::floor<days>(LocalTime{at.time_since_epoch() + span.offset}); to_utc(day) < end;
             day += days{1}) {
            if (closed.contains(day)) continue;
            for (auto const& interval : closed.open_parts(day, intervals_of(calendar, day))) {
                Instant const opens = std::max(at, to_utc(day + minutes{interval.from}));
                Instant const closes = std::min(end, to_utc(day + minutes{interval.to}));
                if (opens < closes && !visit(opens, closes)) return;
            }
        }
        at = end;
    }
}

}  // namespace

Calendar always_open(std::string time_zone) {
    Calendar out;
    out.name = "Always open";
    out.time_zone = std::move(time_zone);
    out.week.fill({Interval{0, 1440}});
    return out;
}

Result<void> check(Calendar const& calendar) {
    if (auto zone = Zone::find(calendar.time_zone); !zone.has_value()) {
        Error error = std::move(zone).error();
        error.field = "/time_zone";
        return error;
    }
    for (std::size_t i = 0; i < kWeekdayNames.size(); ++i) CHECK_OK(check_day(calendar.week[i], kWeekdayNames[i]));
    CHECK_OK(check_holidays(calendar));
    for (std::size_t i = 0; i < calendar.regions.size(); ++i)
        if (find_holiday_region(calendar.regions[i]) == nullptr)
            return invalid("calendar.region", "This region is not known here.", fmt::format("/regions/{}", i));
    if (std::ranges::all_of(calendar.week, [](auto const& day) { return day.empty(); }))
        return invalid("calendar.never_open", "The calendar has no open time at all. Give at least one interval.",
                       "/week");
    return {};
}

bool works_on(Calendar const& calendar, std::chrono::year_month_day date) {
    return std::ranges::find(calendar.worked, date) != calendar.worked.end();
}

bool is_open(Calendar const& calendar, Instant at) {
    bool open = false;
    walk_open_time(calendar, zone_of(calendar), at, std::clamp(at, kFirst, kLast) + Duration{1}, [&](Instant, Instant) {
        open = true;
        return false;
    });
    return open;
}

Result<Instant> add_open_time(Calendar const& calendar, Instant from, Duration work) {
    TRY(Zone const zone, Zone::find(calendar.time_zone));
    std::optional<Instant> reached;
    Duration left = std::max(work, Duration{0});
    walk_open_time(calendar, zone, from, std::clamp(from, kFirst, kLast) + kHorizon,
                   [&](Instant opens, Instant closes) {
                       if (left <= closes - opens) reached = opens + left;
                       left -= closes - opens;
                       return !reached;
                   });
    if (!reached)
        return invalid("calendar.never_open",
                       "Within ten years this calendar is not open for as long as the target asks.");
    return *reached;
}

Duration open_time_between(Calendar const& calendar, Instant from, Instant to) {
    Duration sum{0};
    walk_open_time(calendar, zone_of(calendar), from, std::min(to, kLast), [&](Instant opens, Instant closes) {
        sum += closes - opens;
        return true;
    });
    return sum;
}

namespace {

Result<void> check_day(std::vector<Interval> const& day, std::string_view name) {
    int last_end = 0;
    for (std::size_t i = 0; i < day.size(); ++i) {
        auto const field = fmt::format("/week/{}/{}", name, i);
        if (day[i].from < 0 || day[i].to > 1440 || day[i].from >= day[i].to)
            return invalid("calendar.interval",
                           "An interval must begin before it ends, within one day. Write a night as two intervals, "
                           "22:00-24:00 and 00:00-06:00 of the next day.",
                           field);
        if (day[i].from < last_end)
            return invalid("calendar.overlap", "The intervals of a day must be in order and must not overlap.", field);
        last_end = day[i].to;
    }
    return {};
}

Result<void> check_holidays(Calendar const& calendar) {
    for (std::size_t i = 0; i < calendar.holidays.size(); ++i) {
        auto const& holiday = calendar.holidays[i];
        if (!holiday.date.ok())
            return invalid("calendar.holiday", "This date does not exist.", fmt::format("/holidays/{}/date", i));
        auto const& part = holiday.closed;
        if (part && (part->from < 0 || part->to > 1440 || part->from >= part->to))
            return invalid(
                "calendar.holiday_part",
                "The closed part of a day must begin before it ends. Leave it out if the whole day is closed.",
                fmt::format("/holidays/{}/closed", i));
    }
    // In order and each once, so that a place in it says nothing to whoever sent the list: the day is named instead.
    for (auto const date : calendar.worked) {
        if (!date.ok()) return invalid("calendar.worked_date", "A day that is worked does not exist.", "/worked");
        bool const is_closed = std::ranges::any_of(
            calendar.holidays, [&](auto const& holiday) { return holiday.date == date && !holiday.closed; });
        if (is_closed)
            return invalid(
                "calendar.worked",
                "This day is among the calendar's own holidays. Remove it there, or close a part of it only.",
                "/worked");
    }
    return {};
}

Zone zone_of(Calendar const& calendar) {
    auto zone = Zone::find(calendar.time_zone);
    must(zone.has_value(), "calendar with a known time zone");
    return *zone;
}

ClosedDays::ClosedDays(Calendar const& calendar) : regions_(calendar.regions) {
    own_.reserve(calendar.holidays.size());
    for (auto const& holiday : calendar.holidays) {
        if (holiday.closed) parts_.emplace_back(holiday.date, *holiday.closed);
        else own_.emplace_back(holiday.date);
    }
    for (auto const& date : calendar.worked) worked_.emplace_back(date);
    std::ranges::sort(own_);
    std::ranges::sort(worked_);
    std::ranges::sort(parts_, {}, [](auto const& part) { return std::pair(part.first, part.second.from); });
}

std::vector<Interval> const& ClosedDays::open_parts(local_days day, std::vector<Interval> const& intervals) {
    auto const cuts = std::ranges::equal_range(parts_, day, {}, &std::pair<local_days, Interval>::first);
    if (cuts.empty()) return intervals;
    left_.clear();
    for (auto const& interval : intervals) {
        int from = interval.from;
        for (auto const& [_, cut] : cuts) {  // by their beginnings
            if (cut.to <= from) continue;
            if (cut.from >= interval.to) break;
            if (from < cut.from) left_.push_back({from, cut.from});
            from = cut.to;
        }
        if (from < interval.to) left_.push_back({from, interval.to});
    }
    return left_;
}

bool ClosedDays::contains(local_days day) {
    if (std::ranges::binary_search(own_, day)) return true;
    if (regions_.empty() || std::ranges::binary_search(worked_, day)) return false;
    if (auto const year = std::chrono::year_month_day{day}.year(); year_ != year) read(year);
    return std::ranges::binary_search(of_year_, day);
}

void ClosedDays::read(std::chrono::year year) {
    year_ = year;
    of_year_.clear();
    for (auto const& region : regions_)
        for (auto const& holiday : public_holidays(region, year)) of_year_.emplace_back(holiday.date);
    std::ranges::sort(of_year_);
}

std::vector<Interval> const& intervals_of(Calendar const& calendar, local_days day) {
    return calendar.week[std::chrono::weekday{day}.iso_encoding() - 1];
}

}  // namespace
}  // namespace lotse::domain
