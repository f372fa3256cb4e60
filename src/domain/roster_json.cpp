// SPDX-License-Identifier: Apache-2.0
#include "domain/roster_json.h"

#include <fmt/format.h>

#include <optional>

namespace lotse::domain {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

std::string clock_text(int minute, bool is_end) {
    if (minute > 1440 || (minute == 1440 && !is_end)) minute -= 1440;
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::optional<int> two_digits(std::string_view text) {
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

std::optional<int> clock_from(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    auto const hour = two_digits(text.substr(0, 2));
    auto const minute = two_digits(text.substr(3));
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 1440) return std::nullopt;
    return *hour * 60 + *minute;
}

Error no_time(std::string field) {
    return invalid("hours.time", "Hours are two times of the clock, such as [\"08:00\", \"16:30\"].", std::move(field));
}

std::string time_text(LocalTime time) {
    auto const date = std::chrono::floor<days>(time);
    auto const minute = static_cast<int>(std::chrono::floor<minutes>(time - date).count());
    return minute == 0 ? date_text(date) : date_text(date) + "T" + clock_text(minute, false);
}

// A date alone, or with a time behind "T".
Result<LocalTime> time_from(std::string_view text, bool is_end, std::string_view field) {
    auto const split = text.find('T');
    TRY(auto const date, date_from(text.substr(0, split), field));
    if (split == std::string_view::npos) return LocalTime{is_end ? date + days{1} : date};
    auto const minute = clock_from(text.substr(split + 1));
    if (!minute)
        return invalid("date.format", "Write a date, or a date and a time: 2026-06-01T12:00.", std::string(field));
    return LocalTime{date} + minutes{*minute};
}

}  // namespace

JsonArray hours_json(std::vector<Interval> const& hours) {
    JsonArray out;
    for (auto const& one : hours)
        out.push_back(JsonArray{Json(clock_text(one.from, false)), Json(clock_text(one.to, true))});
    return out;
}

Result<std::vector<Interval>> hours_from(JsonArray const& pairs, std::string_view field) {
    std::vector<Interval> out;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        auto const at = fmt::format("{}/{}", field, i);
        auto const* pair = pairs[i].if_array();
        if (pair == nullptr || pair->size() != 2 || !(*pair)[0].is_string() || !(*pair)[1].is_string())
            return no_time(at);
        auto const text_of = [&](std::size_t k) {
            auto const& text = (*pair)[k].get_string();
            return std::string_view{text.data(), text.size()};
        };
        auto const from = clock_from(text_of(0));
        auto const to = clock_from(text_of(1));
        if (!from || !to || *from == 1440) return no_time(at);
        out.push_back({*from, *to <= *from ? *to + 1440 : *to});
    }
    CHECK_OK(check_hours(out, field));
    return out;
}

std::string date_text(local_days date) {
    std::chrono::year_month_day const day{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

Result<local_days> date_from(std::string_view text, std::string_view field) {
    auto const midnight = text.size() == 10 ? parse_rfc3339(std::string(text) + "T00:00:00Z")
                                            : Result<Instant>(invalid("date.format", "", ""));
    if (!midnight) return invalid("date.format", "Write a date that exists, such as 2026-06-01.", std::string(field));
    return local_days{std::chrono::floor<days>(*midnight).time_since_epoch()};
}

std::string absence_begin_text(Absence const& absence) { return time_text(absence.from); }

std::string absence_end_text(Absence const& absence) {
    auto const date = std::chrono::floor<days>(absence.until);
    bool const is_whole = LocalTime{date} == absence.until;
    return is_whole ? date_text(date - days{1}) : time_text(absence.until);
}

Result<void> read_absence_times(std::string_view from, std::string_view until, Absence& out) {
    TRY(out.from, time_from(from, false, "/from"));
    TRY(out.until, time_from(until, true, "/until"));
    if (out.until <= out.from) return invalid("absence.order", "An absence must end after it begins.", "/until");
    if (out.until - out.from > days{731})
        return invalid("absence.long", "An absence is at most two years long; disable who is gone for good.", "/until");
    return {};
}

}  // namespace lotse::domain
