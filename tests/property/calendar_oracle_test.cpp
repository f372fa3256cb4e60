// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar.h"

#include <gtest/gtest.h>

#include "domain/calendar_json.h"
#include "domain/zone.h"
#include "property/support/minute_oracle.h"

namespace lotse::property {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

struct Case {
    domain::Calendar calendar;
    Instant from{};
    Duration work{};
};

Case any_case(Random& random, std::vector<std::string> const& zones) {
    auto const& zone = zones[static_cast<std::size_t>(between(random, 0, static_cast<int>(zones.size()) - 1))];
    Instant const from = any_instant(random, zone);
    Duration const work = one_in(random, 10) ? 0us
                          : one_in(random, 2)
                              ? Duration{minutes{between(random, 1, 600)}}
                              : Duration{seconds{between(random, 0, 36'000)}} + 1us * between(random, 0, 999'999);
    return {any_calendar(random, zone, from), from, work};
}

std::string describe(Case const& one) {
    return to_string(domain::to_json(one.calendar)) + " from " + to_rfc3339(one.from) + " work " +
           std::to_string(one.work.count()) + " us";
}

TEST(CalendarAgainstOracle, AddOpenTimeIsExactInAllZones) {
    Random random(20'261'125);
    auto const zones = domain::time_zone_names();
    ASSERT_GT(zones.size(), 400U);
    for (int i = cases(5'000, 1'000'000); i > 0; --i) {
        auto const one = any_case(random, zones);
        MinuteOracle const oracle(one.calendar);
        auto const reached = domain::add_open_time(one.calendar, one.from, one.work);
        ASSERT_TRUE(reached.has_value()) << describe(one);
        auto const expected = oracle.add_open_time(one.from, one.work);
        ASSERT_EQ(micros(*reached), micros(expected))
            << describe(one) << ": " << to_rfc3339(*reached) << " but oracle " << to_rfc3339(expected);
    }
}

TEST(CalendarAgainstOracle, OpenTimeBetweenIsExactInAllZones) {
    Random random(20'111'230);
    auto const zones = domain::time_zone_names();
    for (int i = cases(2'000, 200'000); i > 0; --i) {
        auto const one = any_case(random, zones);
        Instant const to = one.from + seconds{between(random, -1'000, 400'000)} + 1us * between(random, 0, 999'999);
        MinuteOracle const oracle(one.calendar);
        ASSERT_EQ(domain::open_time_between(one.calendar, one.from, to).count(),
                  oracle.open_time_between(one.from, to).count())
            << describe(one) << " to " << to_rfc3339(to);
    }
}

TEST(CalendarAgainstOracle, IsOpenAgreesInAllZones) {
    Random random(5);
    auto const zones = domain::time_zone_names();
    for (int i = cases(4'000, 1'000'000); i > 0; --i) {
        auto const one = any_case(random, zones);
        ASSERT_EQ(domain::is_open(one.calendar, one.from), MinuteOracle(one.calendar).is_open(one.from))
            << describe(one);
    }
}

// Each change of every zone, seen through an office that is open over it. Without LOTSE_LONG one change in thirty.
TEST(CalendarAgainstOracle, OfficesKeepTheirHoursOverChangesOfEveryZone) {
    Random random(30);
    for (auto const& name : domain::time_zone_names()) {
        auto const zone = domain::Zone::find(name).value();
        auto const last = Instant{sys_days{year{2036} / 1 / 1}};
        for (auto span = zone.span_at(sys_days{year{1975} / 1 / 1}); span.end < last; span = zone.span_at(span.end)) {
            if (!one_in(random, cases(30, 1))) continue;
            auto office = domain::always_open(name);
            office.week.fill({{0, 90}, {120, 180}, {540, 1080}});
            MinuteOracle const oracle(office);
            Instant const from = span.end - 24h;
            ASSERT_EQ(domain::open_time_between(office, from, from + 48h), oracle.open_time_between(from, from + 48h))
                << name << " " << to_rfc3339(span.end);
            ASSERT_EQ(domain::add_open_time(office, from, 13h), Result<Instant>(oracle.add_open_time(from, 13h)))
                << name << " " << to_rfc3339(span.end);
        }
    }
}

// Monrovia kept -00:44:30 until 7 January 1972, Amsterdam +00:19:32 until 1937.
TEST(CalendarAgainstOracle, OffsetsWithSecondsAreExactToTheSecond) {
    Random random(44);
    struct Era {
        char const* zone;
        sys_days around;
    };
    for (auto const& era : {Era{"Africa/Monrovia", year{1972} / 1 / 7}, Era{"Europe/Amsterdam", year{1937} / 7 / 1}}) {
        for (int i = cases(3, 300); i > 0; --i) {
            Instant const from = era.around - 36h + seconds{between(random, 0, 86'400)};
            auto const calendar = any_calendar(random, era.zone, from);
            MinuteOracle const oracle(calendar, 1s);
            Instant const to = from + 24h + seconds{between(random, 0, 86'400)};
            ASSERT_EQ(domain::open_time_between(calendar, from, to), oracle.open_time_between(from, to))
                << to_string(domain::to_json(calendar)) << " from " << to_rfc3339(from) << " to " << to_rfc3339(to);
        }
    }
}

TEST(CalendarLaws, WorkAddsUpAndNeverRunsBackwards) {
    Random random(9);
    auto const zones = domain::time_zone_names();
    for (int i = cases(1'500, 200'000); i > 0; --i) {
        auto const one = any_case(random, zones);
        Duration const more = Duration{between(random, 1, 1'000'000'000)};
        auto const first = domain::add_open_time(one.calendar, one.from, one.work);
        auto const second = domain::add_open_time(one.calendar, one.from, one.work + more);
        ASSERT_TRUE(first.has_value() && second.has_value());
        ASSERT_LT(*first, *second) << describe(one);
        ASSERT_GE(*first, one.from);
        ASSERT_EQ(domain::add_open_time(one.calendar, *first, more), second) << describe(one);
        auto const later = domain::add_open_time(one.calendar, one.from + more, one.work);
        ASSERT_GE(*later, *first) << describe(one);
        ASSERT_EQ(domain::open_time_between(one.calendar, one.from, *first), one.work) << describe(one);
    }
}

TEST(CalendarLaws, OpenTimeAddsUpAndIsNeverOvershot) {
    Random random(10);
    auto const zones = domain::time_zone_names();
    for (int i = cases(1'500, 200'000); i > 0; --i) {
        auto const one = any_case(random, zones);
        Instant const middle = one.from + seconds{between(random, 0, 700'000)};
        Instant const end = middle + seconds{between(random, 0, 700'000)};
        auto const head = domain::open_time_between(one.calendar, one.from, middle);
        auto const tail = domain::open_time_between(one.calendar, middle, end);
        ASSERT_EQ(domain::open_time_between(one.calendar, one.from, end), head + tail) << describe(one);
        ASSERT_LE(head, middle - one.from);
        if (head > 0us) ASSERT_LE(*domain::add_open_time(one.calendar, one.from, head), middle) << describe(one);
    }
}

TEST(CalendarLaws, EveryValidCalendarSurvivesItsDocument) {
    Random random(11);
    for (int i = cases(500, 50'000); i > 0; --i) {
        auto const calendar = any_calendar(random, "Europe/Warsaw", instant(1'795'630'842'000'000));
        ASSERT_TRUE(domain::check(calendar).has_value());
        auto const parsed = parse_json(to_string(domain::to_json(calendar)));
        auto const back = domain::calendar_from(parsed->get_object());
        ASSERT_TRUE(back.has_value()) << back.error().message;
        ASSERT_EQ(back->week, calendar.week);
        ASSERT_EQ(back->holidays, calendar.holidays);
        ASSERT_EQ(back->time_zone, calendar.time_zone);
    }
}

}  // namespace
}  // namespace lotse::property
