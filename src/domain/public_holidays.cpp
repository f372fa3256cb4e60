// SPDX-License-Identifier: Apache-2.0
#include "domain/public_holidays.h"

#include <algorithm>
#include <array>

#include "domain/holidays/rule.h"

namespace lotse::domain {
namespace {

using holidays::Moves;
using holidays::On;
using holidays::Rule;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

constexpr auto kRegions = std::to_array<HolidayRegion>({
    // clang-format off: a region a line, the states in the order of their bits
    {"de-bw", "Germany: Baden-Württemberg", "Deutschland: Baden-Württemberg", "de"},
    {"de-by", "Germany: Bavaria", "Deutschland: Bayern", "de"},
    {"de-by-catholic", "Germany: Bavaria, with Assumption Day", "Deutschland: Bayern mit Mariä Himmelfahrt", "de"},
    {"de-be", "Germany: Berlin", "Deutschland: Berlin", "de"},
    {"de-bb", "Germany: Brandenburg", "Deutschland: Brandenburg", "de"},
    {"de-hb", "Germany: Bremen", "Deutschland: Bremen", "de"},
    {"de-hh", "Germany: Hamburg", "Deutschland: Hamburg", "de"},
    {"de-he", "Germany: Hesse", "Deutschland: Hessen", "de"},
    {"de-mv", "Germany: Mecklenburg-Western Pomerania", "Deutschland: Mecklenburg-Vorpommern", "de"},
    {"de-ni", "Germany: Lower Saxony", "Deutschland: Niedersachsen", "de"},
    {"de-nw", "Germany: North Rhine-Westphalia", "Deutschland: Nordrhein-Westfalen", "de"},
    {"de-rp", "Germany: Rhineland-Palatinate", "Deutschland: Rheinland-Pfalz", "de"},
    {"de-sl", "Germany: Saarland", "Deutschland: Saarland", "de"},
    {"de-sn", "Germany: Saxony", "Deutschland: Sachsen", "de"},
    {"de-st", "Germany: Saxony-Anhalt", "Deutschland: Sachsen-Anhalt", "de"},
    {"de-sh", "Germany: Schleswig-Holstein", "Deutschland: Schleswig-Holstein", "de"},
    {"de-th", "Germany: Thuringia", "Deutschland: Thüringen", "de"},
    {"pl", "Poland", "Polska", "pl"},
    {"gb-eng", "United Kingdom: England and Wales", "United Kingdom: England and Wales", "en"},
    {"gb-sct", "United Kingdom: Scotland", "United Kingdom: Scotland", "en"},
    {"gb-nir", "United Kingdom: Northern Ireland", "United Kingdom: Northern Ireland", "en"},
    {"us", "United States, federal", "United States, federal", "en"},
    // clang-format on
});

struct Country {
    std::string_view prefix;
    std::span<Rule const> rules;
};

Country country_of(std::string_view region) {
    if (region.starts_with("de-")) return {"de-", holidays::germany()};
    if (region.starts_with("gb-")) return {"gb-", holidays::united_kingdom()};
    if (region == "pl") return {"pl", holidays::poland()};
    return {"us", holidays::united_states()};
}

// The region's place among those of its country.
std::uint32_t bit_of(HolidayRegion const& region, std::string_view prefix) {
    std::uint32_t bit = 1;
    for (auto const& one : kRegions) {
        if (one.code == region.code) return bit;
        if (one.code.starts_with(prefix)) bit <<= 1U;
    }
    return bit;
}

sys_days day_of(Rule const& rule, year in) {
    auto const month = std::chrono::month{static_cast<unsigned>(rule.month)};
    auto const wanted = weekday{static_cast<unsigned>(rule.weekday) % 7U};
    switch (rule.on) {
        case On::date: return sys_days{in / month / rule.day};
        case On::easter: return sys_days{easter_sunday(in)} + days{rule.day};
        case On::weekday:
            if (rule.day < 0) return sys_days{in / month / wanted[std::chrono::last]};
            return sys_days{in / month / wanted[static_cast<unsigned>(rule.day)]};
        case On::weekday_before: {
            auto const limit = sys_days{in / month / rule.day} - days{1};
            return limit - (weekday{limit} - wanted);
        }
    }
    return {};
}

bool is_weekend(sys_days day) { return weekday{day}.iso_encoding() >= 6; }

struct Found {
    sys_days day;
    Rule const* rule;
    bool is_moved = false;
};

std::vector<Found> found_in(Country const& country, std::uint32_t bit, year in) {
    std::vector<Found> out;
    for (auto const& rule : country.rules)
        if ((rule.where & bit) != 0 && static_cast<int>(in) >= rule.from && static_cast<int>(in) <= rule.until)
            out.push_back({day_of(rule, in), &rule});
    std::ranges::stable_sort(out, {}, &Found::day);
    return out;
}

// The free days that stand for those on a weekend.
void add_moved(std::vector<Found>& all) {
    auto const is_taken = [&](sys_days day) { return std::ranges::find(all, day, &Found::day) != all.end(); };
    auto const count = all.size();
    for (std::size_t i = 0; i < count; ++i) {
        auto const one = all[i];
        if (!is_weekend(one.day) || one.rule->moves == Moves::never) continue;
        auto day = one.day;
        if (one.rule->moves == Moves::nearest) {
            day += weekday{day}.iso_encoding() == 6 ? days{-1} : days{1};
        } else {
            while (is_weekend(day) || is_taken(day)) day += days{1};
        }
        all.push_back({day, one.rule, true});
    }
}

PublicHoliday shown(Found const& found) {
    std::string name(found.rule->name);
    if (found.is_moved) name += found.rule->moves == Moves::nearest ? " (observed)" : " (substitute day)";
    return {found.day, name, found.rule->own_name.empty() ? name : std::string(found.rule->own_name)};
}

}  // namespace

std::span<HolidayRegion const> holiday_regions() { return kRegions; }

HolidayRegion const* find_holiday_region(std::string_view code) {
    auto const found = std::ranges::find(kRegions, code, &HolidayRegion::code);
    return found == kRegions.end() ? nullptr : &*found;
}

std::vector<PublicHoliday> public_holidays(std::string_view code, year in) {
    std::vector<PublicHoliday> out;
    auto const* region = find_holiday_region(code);
    if (region == nullptr || in < year{1} || in > year{9998}) return out;
    auto const country = country_of(code);
    auto const bit = bit_of(*region, country.prefix);
    auto all = found_in(country, bit, in);
    add_moved(all);
    // New Year's Day on a Saturday may be observed on the last day of the year before.
    auto next = found_in(country, bit, in + std::chrono::years{1});
    add_moved(next);
    for (auto const& one : next)
        if (std::chrono::year_month_day{one.day}.year() == in) all.push_back(one);
    std::erase_if(all, [&](auto const& one) { return std::chrono::year_month_day{one.day}.year() != in; });
    std::ranges::stable_sort(all, {}, &Found::day);
    for (auto const& one : all) out.push_back(shown(one));
    return out;
}

// The anonymous Gregorian algorithm of 1876.
std::chrono::year_month_day easter_sunday(year in) {
    int const y = static_cast<int>(in);
    int const a = y % 19;
    int const b = y / 100;
    int const c = y % 100;
    int const d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int const e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int const f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return in / std::chrono::month{static_cast<unsigned>(f / 31)} / (f % 31 + 1);
}

}  // namespace lotse::domain
