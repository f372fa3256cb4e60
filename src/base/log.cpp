// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cmath>
#include <span>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"

namespace lotse {
namespace {

std::atomic<Level> threshold{Level::info};

char const* name_of_level(Level level) {
    switch (level) {
        case Level::debug: return "debug";
        case Level::info: return "info";
        case Level::warn: return "warn";
        case Level::error: return "error";
    }
    return "error";
}

void append_text(std::string& out, std::string_view text) { out += to_string(Json(to_valid_utf8(text))); }

void write_line(Level level, std::string_view message, std::span<LogField const> first, LogFields more) {
    if (level < threshold.load()) return;
    std::string line =
        "{\"at\":\"" + to_rfc3339(SystemClock{}.now()) + "\",\"level\":\"" + name_of_level(level) + "\",\"message\":";
    append_text(line, message);
    auto const append = [&](LogField const& field) {
        line += ',';
        append_text(line, field.first);
        line += ':';
        if (field.second.is_number) {
            line += field.second.text;
        } else {
            append_text(line, field.second.text);
        }
    };
    for (auto const& field : first) append(field);
    for (auto const& field : more) append(field);
    line += "}\n";
    // One write call, so lines of different threads do not mix.
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

LogValue::LogValue(double v) : text(fmt::format("{}", v)), is_number(std::isfinite(v)) {}

void set_log_level(Level level) { threshold = level; }

void log(Level level, std::string_view message, LogFields fields) { write_line(level, message, {}, fields); }

void log_error(std::string_view what, Error const& error, LogFields fields) {
    auto const level = error.kind == Kind::bug || error.kind == Kind::corrupt ? Level::error : Level::warn;
    std::array<LogField, 3> const told{{{"code", error.code},
                                        {"kind", name_of(error.kind)},
                                        {"detail", error.detail.empty() ? error.message : error.detail}}};
    write_line(level, what, told, fields);
}

}  // namespace lotse
