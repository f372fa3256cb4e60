// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "base/text.h"

namespace lotse::domain {
namespace {

constexpr std::array<std::string_view, 6> kFields{"name", "time_zone", "week", "holidays", "regions", "worked"};
constexpr std::array<std::string_view, 3> kHolidayFields{"date", "name", "closed"};
// Far above any real calendar; keeps a hostile document from costing more than it should.
constexpr std::size_t kMaxHolidays = 2000;
constexpr std::size_t kMaxIntervals = 48;
constexpr std::size_t kMaxRegions = 10;
constexpr std::size_t kMaxName = 200;

Result<void> only_known(JsonObject const& object, std::span<std::string_view const> known, std::string const& at);
Result<std::string> read_text(JsonObject const& object, std::string_view key, std::string const& at);
Result<std::vector<Interval>> read_day(Json const& value, std::string const& at);
Result<Interval> read_interval(Json const& value, std::string const& at);
Result<Holiday> read_holiday(Json const& value, std::string const& at);
Result<std::vector<std::string>> read_regions(JsonObject const& document);
Result<std::vector<std::chrono::year_month_day>> read_worked(JsonObject const& document);

std::string date_text(std::chrono::year_month_day date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string clock_text(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

Error wrong_type(std::string_view wanted, std::string field) {
    return invalid("field.type", fmt::format("This must be {}.", wanted), std::move(field));
}

}  // namespace

JsonObject to_json(Calendar const& calendar) {
    JsonObject week;
    for (std::size_t i = 0; i < kWeekdayNames.size(); ++i) {
        JsonArray day;
        for (auto const& interval : calendar.week[i])
            day.push_back(JsonArray{Json(clock_text(interval.from)), Json(clock_text(interval.to))});
        week[kWeekdayNames[i]] = std::move(day);
    }
    JsonArray holidays;
    for (auto const& holiday : calendar.holidays) {
        JsonObject row{{"date", date_text(holiday.date)}, {"name", holiday.name}};
        if (holiday.closed)
            row["closed"] = JsonArray{Json(clock_text(holiday.closed->from)), Json(clock_text(holiday.closed->to))};
        holidays.push_back(std::move(row));
    }
    JsonArray worked;
    for (auto const& date : calendar.worked) worked.emplace_back(date_text(date));
    JsonArray regions;
    for (auto const& region : calendar.regions) regions.emplace_back(region);
    return JsonObject{{"name", calendar.name},         {"time_zone", calendar.time_zone},
                      {"week", std::move(week)},       {"holidays", std::move(holidays)},
                      {"regions", std::move(regions)}, {"worked", std::move(worked)}};
}

Result<Calendar> calendar_from(JsonObject const& document) {
    CHECK_OK(only_known(document, kFields, ""));
    Calendar out;
    TRY(out.name, read_text(document, "name", ""));
    if (trim(out.name).empty()) return invalid("field.empty", "Give the calendar a name.", "/name");
    TRY(out.time_zone, read_text(document, "time_zone", ""));

    auto const* week = document.if_contains("week");
    if (!week || !week->is_object()) return wrong_type("an object of days", "/week");
    CHECK_OK(only_known(week->get_object(), kWeekdayNames, "/week"));
    for (std::size_t i = 0; i < kWeekdayNames.size(); ++i) {
        auto const* day = week->get_object().if_contains(kWeekdayNames[i]);
        if (!day) continue;
        TRY(out.week[i], read_day(*day, fmt::format("/week/{}", kWeekdayNames[i])));
    }

    TRY(out.regions, read_regions(document));
    if (auto const* holidays = document.if_contains("holidays")) {
        if (!holidays->is_array()) return wrong_type("a list of holidays", "/holidays");
        if (holidays->get_array().size() > kMaxHolidays)
            return invalid("calendar.holiday", fmt::format("A calendar holds at most {} holidays.", kMaxHolidays),
                           "/holidays");
        for (std::size_t i = 0; i < holidays->get_array().size(); ++i) {
            TRY(auto holiday, read_holiday(holidays->get_array()[i], fmt::format("/holidays/{}", i)));
            out.holidays.push_back(std::move(holiday));
        }
    }
    TRY(out.worked, read_worked(document));
    CHECK_OK(check(out));
    return out;
}

namespace {

// RFC 6901: "~" and "/" inside a name are written "~0" and "~1".
std::string pointer_token(std::string_view name) {
    return replace_all(replace_all(std::string(cut_utf8(name, kMaxName)), "~", "~0"), "/", "~1");
}

Result<void> only_known(JsonObject const& object, std::span<std::string_view const> known, std::string const& at) {
    for (auto const& member : object) {
        std::string_view const key{member.key().data(), member.key().size()};
        if (std::ranges::find(known, key) == known.end())
            return invalid("field.unknown", "This field is not known here.", at + "/" + pointer_token(key));
    }
    return {};
}

Result<std::string> read_text(JsonObject const& object, std::string_view key, std::string const& at) {
    std::string const field = at + "/" + std::string(key);
    auto const* value = object.if_contains(key);
    if (!value) return invalid("field.missing", "This field is missing.", field);
    if (!value->is_string()) return wrong_type("a text", field);
    auto const text = text_at(object, key);
    if (text.size() > kMaxName) return invalid("field.too_long", fmt::format("At most {} bytes.", kMaxName), field);
    return std::string(text);
}

Result<std::vector<Interval>> read_day(Json const& value, std::string const& at) {
    if (!value.is_array()) return wrong_type("a list of intervals", at);
    if (value.get_array().size() > kMaxIntervals)
        return invalid("calendar.interval", fmt::format("A day holds at most {} intervals.", kMaxIntervals), at);
    std::vector<Interval> out;
    for (std::size_t i = 0; i < value.get_array().size(); ++i) {
        TRY(auto const interval, read_interval(value.get_array()[i], fmt::format("{}/{}", at, i)));
        out.push_back(interval);
    }
    return out;
}

// "HH:MM", two digits each.
std::optional<int> minute_from(Json const& value) {
    if (!value.is_string()) return std::nullopt;
    std::string_view const text{value.get_string().data(), value.get_string().size()};
    if (text.size() != 5 || text[2] != ':' || text[0] == '-' || text[3] == '-') return std::nullopt;
    auto const hours = to_int(text.substr(0, 2));
    auto const minutes = to_int(text.substr(3));
    if (!hours || !minutes || *minutes > 59 || *hours * 60 + *minutes > 1440) return std::nullopt;
    return static_cast<int>(*hours * 60 + *minutes);
}

Result<Interval> read_interval(Json const& value, std::string const& at) {
    if (!value.is_array() || value.get_array().size() != 2)
        return wrong_type(R"(a pair of times such as ["09:00", "17:30"])", at);
    std::array<int, 2> ends{};
    for (std::size_t i = 0; i < 2; ++i) {
        auto const minute = minute_from(value.get_array()[i]);
        if (!minute)
            return invalid("calendar.time", "A time must look like 09:30 and lie between 00:00 and 24:00.",
                           fmt::format("{}/{}", at, i));
        ends[i] = *minute;
    }
    return Interval{ends[0], ends[1]};
}

Result<std::vector<std::string>> read_regions(JsonObject const& document) {
    std::vector<std::string> out;
    auto const* regions = document.if_contains("regions");
    if (!regions) return out;
    if (!regions->is_array() || regions->get_array().size() > kMaxRegions)
        return wrong_type(fmt::format("a list of at most {} regions", kMaxRegions), "/regions");
    for (auto const& region : regions->get_array()) {
        if (!region.is_string()) return wrong_type("a text", fmt::format("/regions/{}", out.size()));
        out.emplace_back(region.get_string().data(), region.get_string().size());
    }
    return out;
}

std::optional<std::chrono::year_month_day> date_from(std::string_view text) {
    auto const midnight = parse_rfc3339(std::string(text) + "T00:00:00Z");
    if (!midnight.has_value()) return std::nullopt;
    return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(*midnight)};
}

// Each date once, ascending.
Result<std::vector<std::chrono::year_month_day>> read_worked(JsonObject const& document) {
    std::vector<std::chrono::year_month_day> out;
    auto const* worked = document.if_contains("worked");
    if (!worked) return out;
    if (!worked->is_array() || worked->get_array().size() > kMaxHolidays)
        return wrong_type(fmt::format("a list of at most {} dates", kMaxHolidays), "/worked");
    for (auto const& item : worked->get_array()) {
        auto const field = fmt::format("/worked/{}", out.size());
        if (!item.is_string()) return wrong_type("a text", field);
        auto const date = date_from({item.get_string().data(), item.get_string().size()});
        if (!date)
            return invalid("calendar.worked_date", "A day that is worked is a date that exists, such as 2026-10-31.",
                           field);
        out.push_back(*date);
    }
    std::ranges::sort(out);
    auto const rest = std::ranges::unique(out);
    out.erase(rest.begin(), rest.end());
    return out;
}

Result<Holiday> read_holiday(Json const& value, std::string const& at) {
    if (!value.is_object()) return wrong_type("an object with date and name", at);
    auto const& object = value.get_object();
    CHECK_OK(only_known(object, kHolidayFields, at));
    TRY(auto const date, read_text(object, "date", at));
    auto const day = date_from(date);
    if (!day) return invalid("calendar.holiday", "A holiday is a date that exists, such as 2026-12-25.", at + "/date");
    Holiday out{*day, {}, {}};
    if (object.if_contains("name")) {
        TRY(out.name, read_text(object, "name", at));
    }
    if (auto const* closed = object.if_contains("closed"); closed && !closed->is_null()) {
        TRY(out.closed, read_interval(*closed, at + "/closed"));
    }
    return out;
}

}  // namespace
}  // namespace lotse::domain
