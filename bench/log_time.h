// SPDX-License-Identifier: Apache-2.0
// The times of the UCI incident log, which has them to the minute and without a zone.
#pragma once

#include <charconv>
#include <chrono>
#include <string_view>

#include "base/clock.h"

namespace lotse::bench {

// "2016-02-29 01:16"; the epoch if it is none.
inline Instant time_of(std::string_view text) {
    if (text.size() < 16) return {};
    auto const number = [&](std::size_t at, std::size_t size) {
        int out = 0;
        std::from_chars(text.data() + at, text.data() + at + size, out);
        return out;
    };
    std::chrono::year_month_day const day{std::chrono::year{number(0, 4)},
                                          std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                          std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    if (!day.ok()) return {};
    return std::chrono::sys_days{day} + std::chrono::hours{number(11, 2)} + std::chrono::minutes{number(14, 2)};
}

}  // namespace lotse::bench
