// SPDX-License-Identifier: Apache-2.0
// Bank holidays by the act of 1971 and by proclamation. A day that falls on a weekend gives a substitute day.
#include <array>

#include "domain/holidays/rule.h"

namespace lotse::domain::holidays {

std::span<Rule const> united_kingdom() {
    constexpr std::uint32_t kNotScotland = kEngland | kNorthernIreland;
    constexpr auto kSub = Moves::substitute;
    static constexpr auto kRules = std::to_array<Rule>({
        {.month = 1, .day = 1, .name = "New Year's Day", .moves = kSub},
        {.month = 1, .day = 2, .name = "2nd January", .where = kScotland, .moves = kSub},
        {.month = 3, .day = 17, .name = "St Patrick's Day", .where = kNorthernIreland, .moves = kSub},
        {.on = On::easter, .day = -2, .name = "Good Friday"},
        {.on = On::easter, .day = 1, .name = "Easter Monday", .where = kNotScotland},
        {.on = On::weekday,
         .month = 5,
         .day = 1,
         .weekday = 1,
         .name = "Early May bank holiday",
         .from = 1978,
         .until = 2019},
        {.month = 5, .day = 8, .name = "Early May bank holiday (VE day)", .from = 2020, .until = 2020},
        {.on = On::weekday, .month = 5, .day = 1, .weekday = 1, .name = "Early May bank holiday", .from = 2021},
        {.month = 4, .day = 29, .name = "Royal wedding", .from = 2011, .until = 2011},
        {.month = 5, .day = 8, .name = "Coronation of King Charles III", .from = 2023, .until = 2023},
        {.on = On::weekday, .month = 5, .day = -1, .weekday = 1, .name = "Spring bank holiday", .until = 2011},
        {.month = 6, .day = 4, .name = "Spring bank holiday", .from = 2012, .until = 2012},
        {.month = 6, .day = 5, .name = "Diamond Jubilee", .from = 2012, .until = 2012},
        {.on = On::weekday,
         .month = 5,
         .day = -1,
         .weekday = 1,
         .name = "Spring bank holiday",
         .from = 2013,
         .until = 2021},
        {.month = 6, .day = 2, .name = "Spring bank holiday", .from = 2022, .until = 2022},
        {.month = 6, .day = 3, .name = "Platinum Jubilee", .from = 2022, .until = 2022},
        {.on = On::weekday, .month = 5, .day = -1, .weekday = 1, .name = "Spring bank holiday", .from = 2023},
        {.month = 6, .day = 15, .name = "World Cup bank holiday", .where = kScotland, .from = 2026, .until = 2026},
        {.month = 7, .day = 12, .name = "Battle of the Boyne", .where = kNorthernIreland, .moves = kSub},
        {.on = On::weekday, .month = 8, .day = 1, .weekday = 1, .name = "Summer bank holiday", .where = kScotland},
        {.on = On::weekday, .month = 8, .day = -1, .weekday = 1, .name = "Summer bank holiday", .where = kNotScotland},
        {.month = 9, .day = 19, .name = "State funeral of Queen Elizabeth II", .from = 2022, .until = 2022},
        {.month = 11, .day = 30, .name = "St Andrew's Day", .where = kScotland, .from = 2007, .moves = kSub},
        {.month = 12, .day = 25, .name = "Christmas Day", .moves = kSub},
        {.month = 12, .day = 26, .name = "Boxing Day", .moves = kSub},
    });
    return kRules;
}

}  // namespace lotse::domain::holidays
