// SPDX-License-Identifier: Apache-2.0
// Federal holidays, 5 U.S.C. 6103.
#include <array>

#include "domain/holidays/rule.h"

namespace lotse::domain::holidays {

std::span<Rule const> united_states() {
    constexpr auto kNear = Moves::nearest;
    static constexpr auto kRules = std::to_array<Rule>({
        {.month = 1, .day = 1, .name = "New Year's Day", .moves = kNear},
        {.on = On::weekday,
         .month = 1,
         .day = 3,
         .weekday = 1,
         .name = "Birthday of Martin Luther King, Jr.",
         .from = 1986},
        {.on = On::weekday, .month = 2, .day = 3, .weekday = 1, .name = "Washington's Birthday"},
        {.on = On::weekday, .month = 5, .day = -1, .weekday = 1, .name = "Memorial Day"},
        {.month = 6, .day = 19, .name = "Juneteenth National Independence Day", .from = 2021, .moves = kNear},
        {.month = 7, .day = 4, .name = "Independence Day", .moves = kNear},
        {.on = On::weekday, .month = 9, .day = 1, .weekday = 1, .name = "Labor Day"},
        {.on = On::weekday, .month = 10, .day = 2, .weekday = 1, .name = "Columbus Day"},
        {.month = 11, .day = 11, .name = "Veterans Day", .moves = kNear},
        {.on = On::weekday, .month = 11, .day = 4, .weekday = 4, .name = "Thanksgiving Day"},
        {.month = 12, .day = 25, .name = "Christmas Day", .moves = kNear},
    });
    return kRules;
}

}  // namespace lotse::domain::holidays
