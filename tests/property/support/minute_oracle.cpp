// SPDX-License-Identifier: Apache-2.0
#include "property/support/minute_oracle.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "domain/public_holidays.h"
#include "domain/zone.h"

namespace lotse::property {

using namespace std::chrono;

int cases(int normal, int with_long) {
    char const* const wanted = std::getenv("LOTSE_LONG");
    return wanted && std::string_view(wanted) == "1" ? with_long : normal;
}

MinuteOracle::MinuteOracle(domain::Calendar const& calendar, seconds step) : calendar_(calendar), step_(step) {
    setenv("TZ", calendar.time_zone.c_str(), 1);
    tzset();
}

std::vector<year_month_day> const& MinuteOracle::public_days(int in_year) const {
    auto const [found, is_new] = public_days_.try_emplace(in_year);
    if (is_new)
        for (auto const& region : calendar_.regions)
            for (auto const& holiday : domain::public_holidays(region, year{in_year}))
                found->second.push_back(holiday.date);
    return found->second;
}

bool MinuteOracle::is_open(Instant at) const {
    std::time_t const whole = floor<seconds>(at).time_since_epoch().count();
    std::tm wall{};
    localtime_r(&whole, &wall);
    int const minute = wall.tm_hour * 60 + wall.tm_min;
    auto const is_today = [&](year_month_day date) {
        return static_cast<int>(date.year()) == wall.tm_year + 1900 &&
               static_cast<unsigned>(date.month()) == static_cast<unsigned>(wall.tm_mon) + 1 &&
               static_cast<unsigned>(date.day()) == static_cast<unsigned>(wall.tm_mday);
    };
    for (auto const& holiday : calendar_.holidays) {
        if (!is_today(holiday.date)) continue;
        if (!holiday.closed || (minute >= holiday.closed->from && minute < holiday.closed->to)) return false;
    }
    bool const is_worked = std::ranges::any_of(calendar_.worked, is_today);
    if (!is_worked && std::ranges::any_of(public_days(wall.tm_year + 1900), is_today)) return false;
    auto const& day = calendar_.week[static_cast<std::size_t>((wall.tm_wday + 6) % 7)];
    return std::ranges::any_of(day, [&](auto const& i) { return i.from <= minute && minute < i.to; });
}

Instant MinuteOracle::next_step(Instant at) const {
    auto const past = at.time_since_epoch() % step_;
    return at + step_ - (past < Duration{0} ? past + step_ : past);
}

Instant MinuteOracle::add_open_time(Instant from, Duration work) const {
    Duration left = work;
    for (Instant at = from;; at = next_step(at)) {
        if (!is_open(at)) continue;
        if (at + left <= next_step(at)) return at + left;
        left -= next_step(at) - at;
    }
}

Duration MinuteOracle::open_time_between(Instant from, Instant to) const {
    Duration sum{0};
    for (Instant at = from; at < to; at = next_step(at))
        if (is_open(at)) sum += std::min(next_step(at), to) - at;
    return sum;
}

int between(Random& random, int low, int high) { return std::uniform_int_distribution{low, high}(random); }
bool one_in(Random& random, int n) { return between(random, 1, n) == 1; }

namespace {
std::optional<domain::Interval> any_part(Random& random) {
    if (one_in(random, 2)) return std::nullopt;
    int const from = one_in(random, 4) ? 0 : between(random, 0, 1439);
    return domain::Interval{from, one_in(random, 3) ? 1440 : between(random, from + 1, 1440)};
}
bool is_closed_whole(domain::Calendar const& calendar, year_month_day date) {
    return std::ranges::any_of(calendar.holidays,
                               [&](auto const& holiday) { return holiday.date == date && !holiday.closed; });
}
}  // namespace

domain::Calendar any_calendar(Random& random, std::string const& zone, Instant near) {
    domain::Calendar out;
    out.name = "any";
    out.time_zone = zone;
    for (auto& day : out.week) {
        if (one_in(random, 4)) continue;
        if (one_in(random, 4)) {
            day.push_back({0, 1440});
            continue;
        }
        int at = one_in(random, 3) ? 0 : between(random, 0, 600);
        for (int i = between(random, 1, 3); i > 0 && at < 1440; --i) {
            int const to = std::min(at + (one_in(random, 5) ? 1 : between(random, 1, 500)), 1440);
            day.push_back({at, to});
            at = one_in(random, 4) ? to : to + between(random, 1, 300);
        }
        if (one_in(random, 4)) day.back().to = 1440;
    }
    // Somewhere to land even when the case is all holidays and closed days.
    out.week[static_cast<std::size_t>(between(random, 0, 6))] = {{0, between(random, 1, 1440)}};
    auto const today = floor<days>(near);
    for (int i = between(random, 0, 4); i > 0; --i)
        out.holidays.push_back({year_month_day{today + days{between(random, -2, 6)}}, "any", any_part(random)});
    if (one_in(random, 3)) {
        auto const regions = domain::holiday_regions();
        for (int i = between(random, 1, 2); i > 0; --i)
            out.regions.emplace_back(
                regions[static_cast<std::size_t>(between(random, 0, static_cast<int>(regions.size()) - 1))].code);
        for (auto const& holiday : domain::public_holidays(out.regions.front(), year_month_day{today}.year()))
            if (one_in(random, 2) && !is_closed_whole(out, holiday.date)) out.worked.push_back(holiday.date);
    }
    return out;
}

Instant any_instant(Random& random, std::string const& zone) {
    auto const first = sys_days{year{1975} / 1 / 1};
    auto const last = sys_days{year{2036} / 1 / 1};
    std::uniform_int_distribution<std::int64_t> micro(micros(first), micros(last));
    Instant at = instant(micro(random));
    if (one_in(random, 2)) {
        auto const span = domain::Zone::find(zone).value().span_at(at);
        if (span.end > first && span.end < last)
            at = span.end + instant(micro(random)).time_since_epoch() % days{4} - days{2};
    }
    return one_in(random, 3) ? Instant{floor<minutes>(at)} : at;
}

}  // namespace lotse::property
