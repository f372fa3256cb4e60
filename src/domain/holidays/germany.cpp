// SPDX-License-Identifier: Apache-2.0
// The holiday laws of the states; the third of October by the treaty of unification. Corpus Christi and Assumption Day of single
// communities in Saxony and Thuringia are not in it; Bavaria's Assumption Day has a region of its own.
#include <array>

#include "domain/holidays/rule.h"

namespace lotse::domain::holidays {

std::span<Rule const> germany() {
    constexpr std::uint32_t kBavaria = kBy | kByCatholic;
    constexpr std::uint32_t kReformed = kBb | kMv | kSn | kSt | kTh;
    constexpr std::uint32_t kReformedSince2018 = kHb | kHh | kNi | kSh;
    constexpr std::uint32_t kAllSaints = kBw | kBavaria | kNw | kRp | kSl;
    static constexpr auto kRules = std::to_array<Rule>({
        {.month = 1, .day = 1, .name = "New Year's Day", .own_name = "Neujahr"},
        {.month = 1, .day = 6, .name = "Epiphany", .own_name = "Heilige Drei Könige", .where = kBw | kBavaria | kSt},
        {.month = 3,
         .day = 8,
         .name = "International Women's Day",
         .own_name = "Internationaler Frauentag",
         .where = kBe,
         .from = 2019},
        {.month = 3,
         .day = 8,
         .name = "International Women's Day",
         .own_name = "Internationaler Frauentag",
         .where = kMv,
         .from = 2023},
        {.on = On::easter, .day = -2, .name = "Good Friday", .own_name = "Karfreitag"},
        {.on = On::easter, .day = 0, .name = "Easter Sunday", .own_name = "Ostersonntag", .where = kBb},
        {.on = On::easter, .day = 1, .name = "Easter Monday", .own_name = "Ostermontag"},
        {.month = 5, .day = 1, .name = "Labour Day", .own_name = "Tag der Arbeit"},
        {.month = 5,
         .day = 8,
         .name = "75th anniversary of the liberation",
         .own_name = "75. Jahrestag der Befreiung",
         .where = kBe,
         .from = 2020,
         .until = 2020},
        {.month = 5,
         .day = 8,
         .name = "80th anniversary of the liberation",
         .own_name = "80. Jahrestag der Befreiung",
         .where = kBe,
         .from = 2025,
         .until = 2025},
        {.on = On::easter, .day = 39, .name = "Ascension Day", .own_name = "Christi Himmelfahrt"},
        {.on = On::easter, .day = 49, .name = "Whit Sunday", .own_name = "Pfingstsonntag", .where = kBb},
        {.on = On::easter, .day = 50, .name = "Whit Monday", .own_name = "Pfingstmontag"},
        {.on = On::easter,
         .day = 60,
         .name = "Corpus Christi",
         .own_name = "Fronleichnam",
         .where = kBw | kBavaria | kHe | kNw | kRp | kSl},
        {.month = 6,
         .day = 17,
         .name = "75th anniversary of the uprising of 1953",
         .own_name = "75. Jahrestag des Aufstandes vom 17. Juni 1953",
         .where = kBe,
         .from = 2028,
         .until = 2028},
        {.month = 8, .day = 15, .name = "Assumption Day", .own_name = "Mariä Himmelfahrt", .where = kSl | kByCatholic},
        {.month = 9,
         .day = 20,
         .name = "World Children's Day",
         .own_name = "Weltkindertag",
         .where = kTh,
         .from = 2019},
        {.month = 10, .day = 3, .name = "Day of German Unity", .own_name = "Tag der Deutschen Einheit", .from = 1990},
        {.month = 10, .day = 31, .name = "Reformation Day", .own_name = "Reformationstag", .where = kReformed},
        {.month = 10,
         .day = 31,
         .name = "Reformation Day",
         .own_name = "Reformationstag",
         .where = ~(kReformed | kReformedSince2018),
         .from = 2017,
         .until = 2017},
        {.month = 10,
         .day = 31,
         .name = "Reformation Day",
         .own_name = "Reformationstag",
         .where = kReformedSince2018,
         .from = 2017},
        {.month = 11, .day = 1, .name = "All Saints' Day", .own_name = "Allerheiligen", .where = kAllSaints},
        {.on = On::weekday_before,
         .month = 11,
         .day = 23,
         .weekday = 3,
         .name = "Day of Repentance and Prayer",
         .own_name = "Buß- und Bettag",
         .where = kSn},
        {.month = 12, .day = 25, .name = "Christmas Day", .own_name = "Erster Weihnachtstag"},
        {.month = 12, .day = 26, .name = "Second Day of Christmas", .own_name = "Zweiter Weihnachtstag"},
    });
    return kRules;
}

}  // namespace lotse::domain::holidays
