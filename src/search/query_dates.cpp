// SPDX-License-Identifier: Apache-2.0
#include "search/query_dates.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/must.h"
#include "base/text.h"

namespace lotse::search {
namespace {

namespace chr = std::chrono;

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kDays{{
    {"today", "today"},
    {"heute", "today"},
    {"dziś", "today"},
    {"yesterday", "yesterday"},
    {"gestern", "yesterday"},
    {"wczoraj", "yesterday"},
    {"tomorrow", "tomorrow"},
    {"morgen", "tomorrow"},
    {"jutro", "tomorrow"},
}};
constexpr std::int64_t kLongestAge = 36'500;

// "dddd-dd" against "2026-01": d stands for a digit.
bool has_form(std::string_view text, std::string_view form) {
    return std::ranges::equal(text, form, [](char c, char f) { return f == 'd' ? c >= '0' && c <= '9' : c == f; });
}

bool is_calendar(std::string_view word) {
    if (!has_form(word, "dddd") && !has_form(word, "dddd-dd") && !has_form(word, "dddd-dd-dd") &&
        !has_form(word, "dddd-dd-ddTdd:dd")) {
        return false;
    }
    auto const part = [&](std::size_t at, std::size_t size, int otherwise) {
        return at + size <= word.size() ? static_cast<int>(to_int(word.substr(at, size)).value_or(0)) : otherwise;
    };
    int const year = part(0, 4, 0);
    chr::year_month_day const day{chr::year{year}, chr::month{static_cast<unsigned>(part(5, 2, 1))},
                                  chr::day{static_cast<unsigned>(part(8, 2, 1))}};
    return year >= 1970 && year <= 2100 && day.ok() && part(11, 2, 0) < 24 && part(14, 2, 0) < 60;
}

std::int64_t local_of(chr::year_month_day const& day) {
    return chr::duration_cast<Duration>(chr::sys_days(day).time_since_epoch()).count();
}

constexpr std::int64_t kDay = Duration(chr::hours{24}).count();

}  // namespace

std::string date_word(std::string_view text) {
    auto const lower = to_lower_utf8(text);
    for (auto const& [name, word] : kDays)
        if (lower == name) return std::string(word);
    if (age_of(lower)) return lower;
    std::string word(text);
    if (word.size() == 16 && word[10] == 't') word[10] = 'T';
    return is_calendar(word) ? word : std::string();
}

std::optional<Duration> age_of(std::string_view word) {
    if (word.size() < 2 || word.size() > 7) return std::nullopt;
    auto const number = to_int(word.substr(0, word.size() - 1));
    if (!number || *number < 0 || word[0] == '-' || word[0] == '+') return std::nullopt;
    if (*number > kLongestAge) return std::nullopt;
    switch (word.back()) {
        case 'h': return chr::hours{*number};
        case 'd': return chr::hours{24 * *number};
        case 'w': return chr::hours{24L * 7 * *number};
        case 'm': return chr::hours{24L * 30 * *number};
        case 'y': return chr::hours{24L * 365 * std::min<std::int64_t>(*number, 100)};
        default: return std::nullopt;
    }
}

std::pair<Instant, Instant> span_of(std::string_view word, std::int64_t local_now, ToUtc const& to_utc) {
    auto const span = [&](std::int64_t from, std::int64_t to) { return std::pair{to_utc(from), to_utc(to)}; };
    std::int64_t const today = local_now - local_now % kDay;
    if (word == "today") return span(today, today + kDay);
    if (word == "yesterday") return span(today - kDay, today);
    if (word == "tomorrow") return span(today + kDay, today + 2 * kDay);
    must(is_calendar(word), "a date that has been checked");
    auto const number = [&](std::size_t at, std::size_t size) {
        return static_cast<int>(*to_int(word.substr(at, size)));
    };
    chr::year const year{number(0, 4)};
    if (word.size() == 4) return span(local_of(year / 1 / 1), local_of((year + chr::years{1}) / 1 / 1));
    chr::year_month const month = year / chr::month{static_cast<unsigned>(number(5, 2))};
    if (word.size() == 7) return span(local_of(month / 1), local_of((month + chr::months{1}) / 1));
    std::int64_t const day = local_of(month / chr::day{static_cast<unsigned>(number(8, 2))});
    if (word.size() == 10) return span(day, day + kDay);
    std::int64_t const minute = day + Duration(chr::minutes{60 * number(11, 2) + number(14, 2)}).count();
    return span(minute, minute + Duration(chr::minutes{1}).count());
}

}  // namespace lotse::search
