// SPDX-License-Identifier: Apache-2.0
// One JSON object a line on standard error, UTC, newline-safe. Bodies, addresses and tokens do not belong here.
// Thread-safe.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/error.h"

namespace lotse {

enum class Level { debug, info, warn, error };

// A value in a log line: text or number. Converts from both, so calls read as {"tenant", 3}, {"door", "smtp"}.
struct LogValue {
    LogValue(bool v) : text(v ? "true" : "false"), is_number(true) {}
    LogValue(std::string_view v) : text(v) {}
    LogValue(char const* v) : text(v) {}
    LogValue(std::string const& v) : text(v) {}
    template <class T>
        requires std::is_integral_v<T>
    LogValue(T v) : text(std::to_string(v)), is_number(true) {}
    LogValue(double v);  // one that is not finite is logged as text
    std::string text;
    bool is_number = false;  // or true, false: written without quotes
};

using LogField = std::pair<std::string_view, LogValue>;
using LogFields = std::initializer_list<LogField>;

void set_log_level(Level level);
void log(Level level, std::string_view message, LogFields fields = {});
// Writes code, kind and detail; the message for the sender stands in only where there is no detail.
void log_error(std::string_view what, Error const& error, LogFields fields = {});

}  // namespace lotse
