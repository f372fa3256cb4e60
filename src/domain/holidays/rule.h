// SPDX-License-Identifier: Apache-2.0
// One holiday as a rule. Private to public_holidays.cpp and the tables beside this file.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace lotse::domain::holidays {

enum class On : std::uint8_t {
    date,         // month, day
    easter,       // day: so many days after Easter Sunday
    weekday,      // month, day: the how-manieth `weekday` of the month; negative: from its end
    weekday_before,  // the last `weekday` before month, day
};

// Where a day falls on a weekend.
enum class Moves : std::uint8_t {
    never,
    substitute,  // the next day of the week that is no holiday is free, too
    nearest,     // of a Saturday the Friday before, of a Sunday the Monday after
};

struct Rule {
    On on = On::date;
    int month = 0;
    int day = 0;
    int weekday = 0;  // 1 Monday .. 7 Sunday
    std::string_view name = {};
    std::string_view own_name = {};
    std::uint32_t where = ~0U;  // bits of the country's regions
    int from = 0;               // years
    int until = std::numeric_limits<int>::max();
    Moves moves = Moves::never;
};

std::span<Rule const> germany();
std::span<Rule const> poland();
std::span<Rule const> united_kingdom();
std::span<Rule const> united_states();

// Bits of `where`, in the order of the country's regions.
enum GermanState : std::uint32_t {
    kBw = 1U << 0,
    kBy = 1U << 1,
    kByCatholic = 1U << 2,
    kBe = 1U << 3,
    kBb = 1U << 4,
    kHb = 1U << 5,
    kHh = 1U << 6,
    kHe = 1U << 7,
    kMv = 1U << 8,
    kNi = 1U << 9,
    kNw = 1U << 10,
    kRp = 1U << 11,
    kSl = 1U << 12,
    kSn = 1U << 13,
    kSt = 1U << 14,
    kSh = 1U << 15,
    kTh = 1U << 16,
};
enum BritishPart : std::uint32_t { kEngland = 1U << 0, kScotland = 1U << 1, kNorthernIreland = 1U << 2 };

}  // namespace lotse::domain::holidays
