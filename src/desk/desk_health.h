// SPDX-License-Identifier: Apache-2.0
// How a data folder is: whether its database answers, and what waits in it, over all desks.
#pragma once

#include <array>
#include <string>

#include "desk/desk.h"

namespace lotse::desk {

struct DeskHealth {
    std::string engine;      // "sqlite" or "postgres"
    std::string durability;  // in words
    std::int64_t desks = 0;
    std::int64_t unsettled = 0;       // events that Lotse has yet to decide on; counted up to kCountedBacklog
    std::int64_t notices_waiting = 0;
    std::int64_t notices_dead = 0;
    std::int64_t letters_waiting = 0;
    std::int64_t letters_dead = 0;
    std::int64_t feeds_failing = 0;  // calendars of others that could not be read several times in a row
    std::int64_t unindexed = 0;  // tickets that search does not know yet, or not as they are now; about
    std::int64_t unread = 0;  // tickets without a vector, or with one of older text; about; 0 without a language model
    std::array<std::int64_t, 5> tickets{};  // by domain::Status
};
inline constexpr int kCountedBacklog = 10'000;

// Errors: what the store reports; then the desk cannot work now.
Result<DeskHealth> desk_health(Desk& desk);

}  // namespace lotse::desk
