// SPDX-License-Identifier: Apache-2.0
// The act on days off work of 1951 as amended: Epiphany since 2011, Christmas Eve since 2025; the centenary's Monday of 2018.
#include <array>

#include "domain/holidays/rule.h"

namespace lotse::domain::holidays {

std::span<Rule const> poland() {
    static constexpr auto kRules = std::to_array<Rule>({
        {.month = 1, .day = 1, .name = "New Year's Day", .own_name = "Nowy Rok"},
        {.month = 1, .day = 6, .name = "Epiphany", .own_name = "Święto Trzech Króli", .from = 2011},
        {.on = On::easter, .day = 0, .name = "Easter Sunday", .own_name = "Niedziela Wielkanocna"},
        {.on = On::easter, .day = 1, .name = "Easter Monday", .own_name = "Poniedziałek Wielkanocny"},
        {.month = 5, .day = 1, .name = "Labour Day", .own_name = "Święto Pracy"},
        {.month = 5, .day = 3, .name = "Constitution Day", .own_name = "Święto Konstytucji 3 Maja"},
        {.on = On::easter, .day = 49, .name = "Whit Sunday", .own_name = "Zielone Świątki"},
        {.on = On::easter, .day = 60, .name = "Corpus Christi", .own_name = "Boże Ciało"},
        {.month = 8, .day = 15, .name = "Assumption Day", .own_name = "Wniebowzięcie Najświętszej Maryi Panny"},
        {.month = 11, .day = 1, .name = "All Saints' Day", .own_name = "Wszystkich Świętych"},
        {.month = 11, .day = 11, .name = "Independence Day", .own_name = "Narodowe Święto Niepodległości"},
        {.month = 11,
         .day = 12,
         .name = "Centenary of independence",
         .own_name = "Święto Narodowe z okazji Setnej Rocznicy Odzyskania Niepodległości",
         .from = 2018,
         .until = 2018},
        {.month = 12, .day = 24, .name = "Christmas Eve", .own_name = "Wigilia Bożego Narodzenia", .from = 2025},
        {.month = 12, .day = 25, .name = "Christmas Day", .own_name = "Boże Narodzenie (pierwszy dzień)"},
        {.month = 12, .day = 26, .name = "Second Day of Christmas", .own_name = "Boże Narodzenie (drugi dzień)"},
    });
    return kRules;
}

}  // namespace lotse::domain::holidays
