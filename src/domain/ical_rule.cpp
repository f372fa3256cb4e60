// SPDX-License-Identifier: Apache-2.0
#include "domain/ical_rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace lotse::domain {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::months;
using std::chrono::seconds;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr std::array<std::string_view, 7> kDays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr int kMostInterval = 10'000;
constexpr std::size_t kMostTimes = 1440;  // a day
constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

Error odd(std::string_view part) {
    return invalid("ical.rule", fmt::format("the rule of repetition has a {} that cannot be read", part));
}

std::optional<int> digits(std::string_view text) {
    if (text.empty() || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    auto const number = to_int(text);
    return number && *number <= 1'000'000 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

Result<int> number_of(std::string_view text, int least, int most, std::string_view part) {
    bool const is_negative = text.starts_with('-');
    if (text.starts_with('+') || is_negative) text.remove_prefix(1);
    auto const number = digits(text);
    if (!number) return odd(part);
    int const value = is_negative ? -*number : *number;
    if (value < least || value > most || (value == 0 && least < 0)) return odd(part);
    return value;
}

Result<std::vector<int>> list_of(std::string_view text, int least, int most, std::string_view part) {
    std::vector<int> out;
    for (auto const one : split(text, ',')) {
        TRY(int const value, number_of(trim(one), least, most, part));
        out.push_back(value);
    }
    std::ranges::sort(out);
    auto const again = std::ranges::unique(out);
    out.erase(again.begin(), again.end());
    return out;
}

Result<unsigned> day_of(std::string_view text) {
    auto const at = std::ranges::find(kDays, text);
    if (at == kDays.end()) return odd("weekday");
    return static_cast<unsigned>(at - kDays.begin()) + 1;
}

Result<std::vector<IcalRule::Weekday>> weekdays_of(std::string_view text) {
    std::vector<IcalRule::Weekday> out;
    for (auto one : split(text, ',')) {
        one = trim(one);
        if (one.size() < 2 || out.size() > 400) return odd("weekday");
        IcalRule::Weekday day;
        TRY(day.day, day_of(one.substr(one.size() - 2)));
        if (one.size() > 2) {
            TRY(day.nth, number_of(one.substr(0, one.size() - 2), -53, 53, "weekday"));
        }
        out.push_back(day);
    }
    return out;
}

Result<IcalRule::Every> every_of(std::string_view text) {
    if (text == "DAILY") return IcalRule::Every::day;
    if (text == "WEEKLY") return IcalRule::Every::week;
    if (text == "MONTHLY") return IcalRule::Every::month;
    if (text == "YEARLY") return IcalRule::Every::year;
    if (text == "HOURLY" || text == "MINUTELY" || text == "SECONDLY")
        return invalid("ical.rule", "it repeats within a day, which is not read here");
    return odd("frequency");
}

Result<void> read_part(IcalRule& rule, std::string_view name, std::string_view value) {
    if (name == "FREQ") {
        TRY(rule.every, every_of(value));
    } else if (name == "INTERVAL") {
        TRY(rule.interval, number_of(value, 1, kMostInterval, "INTERVAL"));
    } else if (name == "COUNT") {
        TRY(rule.count, number_of(value, 1, 1'000'000, "COUNT"));
    } else if (name == "UNTIL") {
        rule.until = ical_time_from(value);
        if (!rule.until) return odd("UNTIL");
    } else if (name == "WKST") {
        TRY(rule.week_begins, day_of(value));
    } else if (name == "BYDAY") {
        TRY(rule.weekdays, weekdays_of(value));
    } else if (name == "BYMONTH") {
        TRY(rule.months, list_of(value, 1, 12, "BYMONTH"));
    } else if (name == "BYMONTHDAY") {
        TRY(rule.month_days, list_of(value, -31, 31, "BYMONTHDAY"));
    } else if (name == "BYYEARDAY") {
        TRY(rule.year_days, list_of(value, -366, 366, "BYYEARDAY"));
    } else if (name == "BYWEEKNO") {
        TRY(rule.weeks, list_of(value, -53, 53, "BYWEEKNO"));
    } else if (name == "BYHOUR") {
        TRY(rule.hours, list_of(value, 0, 23, "BYHOUR"));
    } else if (name == "BYMINUTE") {
        TRY(rule.minutes, list_of(value, 0, 59, "BYMINUTE"));
    } else if (name == "BYSECOND") {
        TRY(rule.seconds, list_of(value, 0, 59, "BYSECOND"));
    } else if (name == "BYSETPOS") {
        TRY(rule.positions, list_of(value, -366, 366, "BYSETPOS"));
    } else if (!name.starts_with("X-")) {
        return odd("part");
    }
    return {};
}

std::size_t times_a_day(IcalRule const& rule) {
    auto const some = [](auto const& list) { return std::max<std::size_t>(1, list.size()); };
    return some(rule.hours) * some(rule.minutes) * some(rule.seconds);
}

bool has(std::vector<int> const& list, int value) { return std::ranges::binary_search(list, value); }

int days_in(year y) { return y.is_leap() ? 366 : 365; }

// Days of a rule; what the rule leaves open is as the first occurrence has it.
class Walk {
  public:
    Walk(IcalRule rule, LocalTime begin, IcalSteps& steps) : rule_(std::move(rule)), begin_(begin), steps_(steps) {
        auto const day = floor<days>(begin);
        year_month_day const date{day};
        bool const is_open =
            rule_.weeks.empty() && rule_.year_days.empty() && rule_.month_days.empty() && rule_.weekdays.empty();
        bool const is_by_week =
            rule_.every == IcalRule::Every::week || (rule_.every == IcalRule::Every::year && !rule_.weeks.empty());
        if (is_by_week && rule_.weekdays.empty() && rule_.month_days.empty() && rule_.year_days.empty()) {
            rule_.weekdays = {{0, std::chrono::weekday{day}.iso_encoding()}};
        } else if (is_open && rule_.every != IcalRule::Every::day) {
            if (rule_.every == IcalRule::Every::year && rule_.months.empty())
                rule_.months = {static_cast<int>(static_cast<unsigned>(date.month()))};
            rule_.month_days = {static_cast<int>(static_cast<unsigned>(date.day()))};
        }
        set_times(begin - day);
    }

    // The first day of the period that `day` lies in.
    local_days period_of(local_days day) const {
        year_month_day const date{day};
        switch (rule_.every) {
            case IcalRule::Every::day: return day;
            case IcalRule::Every::week:
                return day - days{(std::chrono::weekday{day}.iso_encoding() + 7 - rule_.week_begins) % 7};
            case IcalRule::Every::month: return local_days{date.year() / date.month() / 1};
            case IcalRule::Every::year: return local_days{date.year() / 1 / 1};
        }
        return day;
    }

    // The period `count` after the one that begins at `at`; nothing beyond the years of a date.
    std::optional<local_days> later(local_days at, std::int64_t count) const {
        year_month_day const date{at};
        std::int64_t const far = count * rule_.interval;
        if (far > 4'000'000) return std::nullopt;
        local_days out = at;
        switch (rule_.every) {
            case IcalRule::Every::day: out = at + days{far}; break;
            case IcalRule::Every::week: out = at + days{7 * far}; break;
            case IcalRule::Every::month:
                if (far > 120'000) return std::nullopt;
                out = local_days{date + months{far}};
                break;
            case IcalRule::Every::year:
                if (far > 10'000) return std::nullopt;
                out = local_days{date + years{far}};
                break;
        }
        if (out > local_days{year{kLastYear} / 12 / 31}) return std::nullopt;
        return out;
    }

    // How many steps of the rule surely lie between the two.
    std::int64_t steps_between(local_days at, local_days until) const {
        auto const gap = (until - at).count();
        std::int64_t const longest = rule_.every == IcalRule::Every::day     ? 1
                                     : rule_.every == IcalRule::Every::week  ? 7
                                     : rule_.every == IcalRule::Every::month ? 31
                                                                             : 366;
        return gap <= 0 ? 0 : std::max<std::int64_t>(0, gap / (longest * rule_.interval) - 1);
    }

    // All of one period, in order.
    std::vector<LocalTime> of_period(local_days first) {
        std::vector<LocalTime> out;
        local_days const past = end_of(first);
        for (auto day = first; day < past;) {
            --steps_.left;
            year_month_day const date{day};
            if (!rule_.months.empty() && !has(rule_.months, static_cast<int>(static_cast<unsigned>(date.month())))) {
                day = std::min(past, local_days{date.year() / date.month() / std::chrono::last} + days{1});
                continue;
            }
            if (fits(day, date))
                for (auto const time : times_) out.push_back(day + time);
            day += days{1};
        }
        return rule_.positions.empty() ? out : chosen(out);
    }

  private:
    void set_times(std::chrono::microseconds time) {
        auto const or_else = [](std::vector<int> const& list, auto value) {
            return list.empty() ? std::vector<int>{static_cast<int>(value.count())} : list;
        };
        auto const hour = floor<hours>(time);
        auto const minute = floor<minutes>(time - hour);
        auto const second = floor<seconds>(time - hour - minute);
        for (int const h : or_else(rule_.hours, hour))
            for (int const m : or_else(rule_.minutes, minute))
                for (int const s : or_else(rule_.seconds, second)) times_.push_back(hours{h} + minutes{m} + seconds{s});
    }

    local_days end_of(local_days first) const {
        year_month_day const date{first};
        switch (rule_.every) {
            case IcalRule::Every::day: return first + days{1};
            case IcalRule::Every::week: return first + days{7};
            case IcalRule::Every::month: return local_days{date.year() / date.month() / std::chrono::last} + days{1};
            case IcalRule::Every::year: return local_days{date.year() / 12 / 31} + days{1};
        }
        return first;
    }

    bool fits(local_days day, year_month_day date) const {
        if (!rule_.month_days.empty()) {
            int const at = static_cast<int>(static_cast<unsigned>(date.day()));
            year_month_day const last{date.year() / date.month() / std::chrono::last};
            int const back = at - static_cast<int>(static_cast<unsigned>(last.day())) - 1;
            if (!has(rule_.month_days, at) && !has(rule_.month_days, back)) return false;
        }
        if (!rule_.year_days.empty()) {
            int const at = static_cast<int>((day - local_days{date.year() / 1 / 1}).count()) + 1;
            if (!has(rule_.year_days, at) && !has(rule_.year_days, at - days_in(date.year()) - 1)) return false;
        }
        if (!rule_.weeks.empty() && !fits_week(day)) return false;
        return rule_.weekdays.empty() || std::ranges::any_of(rule_.weekdays, [&](auto const& one) {
                   return one.day == std::chrono::weekday{day}.iso_encoding() &&
                          (one.nth == 0 || is_nth(day, date, one.nth));
               });
    }

    // The first week of a year is the first that has four of its days.
    local_days first_week(year y) const {
        auto const fourth = local_days{y / 1 / 4};
        return fourth - days{(std::chrono::weekday{fourth}.iso_encoding() + 7 - rule_.week_begins) % 7};
    }

    bool fits_week(local_days day) const {
        auto y = year_month_day{day}.year();
        if (day < first_week(y)) --y;
        if (day >= first_week(y + years{1})) ++y;
        int const at = static_cast<int>((day - first_week(y)).count() / 7) + 1;
        int const all = static_cast<int>((first_week(y + years{1}) - first_week(y)).count() / 7);
        return has(rule_.weeks, at) || has(rule_.weeks, at - all - 1);
    }

    bool is_nth(local_days day, year_month_day date, int nth) const {
        bool const is_of_year = rule_.every == IcalRule::Every::year && rule_.months.empty();
        local_days const first =
            is_of_year ? local_days{date.year() / 1 / 1} : local_days{date.year() / date.month() / 1};
        local_days const last =
            is_of_year ? local_days{date.year() / 12 / 31} : local_days{date.year() / date.month() / std::chrono::last};
        return nth > 0 ? (day - first).count() / 7 + 1 == nth : -((last - day).count() / 7) - 1 == nth;
    }

    std::vector<LocalTime> chosen(std::vector<LocalTime> const& all) const {
        std::vector<LocalTime> out;
        auto const size = static_cast<int>(all.size());
        for (int i = 0; i < size; ++i)
            if (has(rule_.positions, i + 1) || has(rule_.positions, i - size))
                out.push_back(all[static_cast<std::size_t>(i)]);
        return out;
    }

    IcalRule rule_;
    LocalTime begin_;
    IcalSteps& steps_;
    std::vector<std::chrono::microseconds> times_;
};

}  // namespace

std::optional<IcalTime> ical_time_from(std::string_view text) {
    text = trim(text);
    IcalTime out;
    if (text.size() == 16 && text.back() == 'Z') {
        out.is_utc = true;
        text.remove_suffix(1);
    }
    out.is_date = text.size() == 8;
    if (!out.is_date && (text.size() != 15 || text[8] != 'T')) return std::nullopt;
    auto const y = digits(text.substr(0, 4));
    auto const m = digits(text.substr(4, 2));
    auto const d = digits(text.substr(6, 2));
    if (!y || !m || !d || *y < kFirstYear || *y >= kLastYear) return std::nullopt;
    auto const date = year{*y} / *m / *d;
    if (!date.ok()) return std::nullopt;
    out.at = local_days{date};
    if (out.is_date) return out;
    auto const hour = digits(text.substr(9, 2));
    auto const minute = digits(text.substr(11, 2));
    auto const second = digits(text.substr(13, 2));
    // 60 is a leap second.
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    out.at += hours{*hour} + minutes{*minute} + seconds{std::min(*second, 59)};
    return out;
}

Result<IcalRule> ical_rule_from(std::string_view text) {
    IcalRule out;
    bool has_frequency = false;
    for (auto const part : split(text, ';')) {
        if (trim(part).empty()) continue;
        auto const equals = part.find('=');
        if (equals == std::string_view::npos) return odd("part");
        auto const name = trim(part.substr(0, equals));
        has_frequency = has_frequency || name == "FREQ";
        CHECK_OK(read_part(out, name, trim(part.substr(equals + 1))));
    }
    if (!has_frequency) return odd("frequency");
    if (times_a_day(out) > kMostTimes) return invalid("ical.rule", "it repeats within a day, which is not read here");
    return out;
}

bool walk_ical_rule(IcalRule const& rule, LocalTime begin, LocalTime from, LocalTime end, IcalSteps& steps,
                    std::function<bool(LocalTime)> const& visit) {
    int seen = 0;
    auto const is_over = [&](LocalTime at) { return at >= end || (rule.count && seen >= *rule.count); };
    if (is_over(begin)) return true;
    ++seen;
    if (!visit(begin)) return true;
    Walk walk(rule, begin, steps);
    auto const first = walk.period_of(floor<days>(begin));
    std::int64_t count = rule.count ? 0 : walk.steps_between(first, floor<days>(from));
    for (;; ++count) {
        auto const period = walk.later(first, count);
        if (!period || *period >= end) return true;
        if (steps.left <= 0) return false;
        for (auto const at : walk.of_period(*period)) {
            if (at <= begin) continue;
            if (is_over(at)) return true;
            ++seen;
            if (!visit(at)) return true;
        }
    }
}

}  // namespace lotse::domain
