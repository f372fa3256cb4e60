// SPDX-License-Identifier: Apache-2.0
#include "app/table_time.h"

#include <fmt/format.h>

#include "base/text.h"

namespace lotse::app {

std::optional<Instant> table_time(std::string_view text) {
    auto const value = trim(text);
    if (auto const seconds = to_int(value); seconds && value.size() >= 8) {
        auto const scale = value.size() >= 16 ? 1 : value.size() >= 12 ? 1000 : 1000000;
        return *seconds > INT64_MAX / 2000000 * (1000000 / scale) ? std::nullopt
                                                                  : std::optional(instant(*seconds * scale));
    }
    std::string iso(value);
    if (iso.size() >= 10 && iso[2] == '.' && iso[5] == '.')
        iso = iso.substr(6, 4) + "-" + iso.substr(3, 2) + "-" + iso.substr(0, 2) + iso.substr(10);
    if (iso.size() > 10 && iso[10] == ' ') iso[10] = 'T';
    if (iso.size() == 10) iso += "T00:00:00";
    if (iso.size() == 16) iso += ":00";
    if (auto const parsed = parse_rfc3339(iso)) return *parsed;
    if (auto const parsed = parse_rfc3339(iso + "Z")) return *parsed;
    return std::nullopt;
}

Error not_a_time(std::string code, std::size_t line, std::string_view column, std::string_view value) {
    return invalid(std::move(code), fmt::format("Line {}, column '{}': '{}' is not a time. Write 2026-11-25 or "
                                                "2026-11-25T18:20:00Z, or leave --time out.",
                                                line, column, cut_utf8(value, 40)));
}

}  // namespace lotse::app
