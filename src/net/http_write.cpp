// SPDX-License-Identifier: Apache-2.0
#include "net/http_write.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "base/text.h"

namespace lotse::net {
namespace {

struct Default {
    std::string_view name;
    std::string_view value;
};

// No inline script or style anywhere, no framing, nothing from other hosts; answers are private, so nobody keeps them.
constexpr std::array kDefaults{
    Default{"Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; "
            "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
            "require-trusted-types-for 'script'"},
    Default{"X-Content-Type-Options", "nosniff"},
    Default{"X-Frame-Options", "DENY"},
    Default{"Referrer-Policy", "no-referrer"},
    Default{"Cross-Origin-Opener-Policy", "same-origin"},
    Default{"Cross-Origin-Resource-Policy", "same-origin"},
    Default{"Cache-Control", "no-store"},
};
constexpr Default kOnlyTls{"Strict-Transport-Security", "max-age=31536000"};

bool is_ours(std::string_view name) {
    constexpr std::array<std::string_view, 6> kOurs{"Content-Length",    "Content-Type", "Connection",
                                                    "Transfer-Encoding", "Date",         "X-Request-Id"};
    return std::ranges::any_of(kOurs, [&](auto each) { return equals_ignoring_case(each, name); });
}

void append(std::string& out, std::string_view name, std::string_view value) {
    auto const clean = [&](std::string_view text) {
        for (char const c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    };
    clean(name);
    out += ": ";
    clean(value);
    out += "\r\n";
}

}  // namespace

std::string write_head(Response const& response, ResponseFrame const& frame) {
    int const status = response.status;
    std::string out = fmt::format("HTTP/1.1 {} {}\r\n", status, reason_phrase(status));
    append(out, "Date", to_http_date(frame.now));
    append(out, "X-Request-Id", frame.request_id);
    bool const has_body = status >= 200 && status != 204 && status != 304;
    if (response.stream) {
        append(out, "Content-Type", "text/event-stream");
        append(out, "X-Accel-Buffering", "no");  // nginx would hold events back
    } else if (has_body) {
        if (!response.content_type.empty()) append(out, "Content-Type", response.content_type);
        append(out, "Content-Length", std::to_string(response.body.size()));
    }
    if (frame.is_last || response.stream) append(out, "Connection", "close");
    for (auto const& [name, value] : response.headers)
        if (!is_ours(name)) append(out, name, value);
    for (auto const& each : kDefaults)
        if (!response.headers.has(each.name)) append(out, each.name, each.value);
    if (frame.is_tls && !response.headers.has(kOnlyTls.name)) append(out, kOnlyTls.name, kOnlyTls.value);
    return out += "\r\n";
}

std::string to_http_date(Instant at) {
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const day = std::chrono::floor<std::chrono::days>(at);
    std::chrono::year_month_day const date(day);
    std::chrono::hh_mm_ss const time(std::chrono::floor<std::chrono::seconds>(at - day));
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

}  // namespace lotse::net
