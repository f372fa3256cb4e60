// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include <unistd.h>

#include <atomic>

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

}  // namespace

void set_log_level(Level level) { threshold = level; }

void log(Level level, std::string_view message, LogFields fields) {
    if (level < threshold.load()) return;
    std::string line = "{\"at\":\"" + to_rfc3339(SystemClock{}.now()) + "\",\"level\":\"" + name_of_level(level) +
                       "\",\"message\":";
    append_text(line, message);
    for (auto const& [key, value] : fields) {
        line += ',';
        append_text(line, key);
        line += ':';
        if (value.is_number) {
            line += value.text;
        } else {
            append_text(line, value.text);
        }
    }
    line += "}\n";
    // One write call, so lines of different threads do not mix.
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
}

void log_error(std::string_view what, Error const& error, LogFields fields) {
    std::string line(what);
    for (auto const& [key, value] : fields) line += ' ' + std::string(key) + '=' + value.text;
    log(error.kind == Kind::bug || error.kind == Kind::corrupt ? Level::error : Level::warn, line,
        {{"code", error.code}, {"kind", name_of(error.kind)}, {"detail", error.detail.empty() ? error.message : error.detail}});
}

}  // namespace lotse
