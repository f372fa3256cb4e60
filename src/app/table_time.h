// SPDX-License-Identifier: Apache-2.0
// Times as exports of other systems write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/error.h"

namespace lotse::app {

// RFC 3339, or "2026-11-25", "2026-11-25 18:20[:00]", "25.11.2026 18:20", or seconds, milliseconds or microseconds since
// 1970. Only the order counts, so a time without zone is taken as UTC. Nothing: this is no time.
std::optional<Instant> table_time(std::string_view text);

// invalid with `code`, the place, the value and the remedy.
Error not_a_time(std::string code, std::size_t line, std::string_view column, std::string_view value);

}  // namespace lotse::app
