// SPDX-License-Identifier: Apache-2.0
#include "domain/field.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "base/text.h"

namespace lotse::domain {
namespace {

std::string_view text_in(Json const& value) { return {value.get_string().data(), value.get_string().size()}; }

std::string pointer_of(Field const& field) { return "/fields/" + field.key; }

Error wrong(Field const& field, char const* message) { return invalid("field.value", message, pointer_of(field)); }

Result<std::string> check_option(Field const& field, Json const& given) {
    if (!given.is_string()) return wrong(field, "This must be one of the field's choices.");
    std::string value(text_in(given));
    if (std::ranges::find(field.options, value, &FieldOption::value) != field.options.end()) return value;
    return invalid("field.option", "The field has no such choice.", pointer_of(field));
}

Result<Json> check_several(Field const& field, Json const& given) {
    if (!given.is_array()) return wrong(field, "This must be a list of the field's choices.");
    std::vector<std::string> chosen;
    for (auto const& item : given.get_array()) {
        TRY(auto value, check_option(field, item));
        chosen.push_back(std::move(value));
    }
    std::ranges::sort(chosen);
    auto const twice = std::ranges::unique(chosen);
    chosen.erase(twice.begin(), twice.end());
    if (chosen.empty()) return Json(nullptr);
    JsonArray out;
    for (auto const& value : chosen) out.emplace_back(value);
    return Json(std::move(out));
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    auto const year = to_int(text.substr(0, 4));
    auto const month = to_int(text.substr(5, 2));
    auto const day = to_int(text.substr(8, 2));
    if (!year || !month || !day || *year < 1 || *month < 1 || *day < 1) return false;
    using namespace std::chrono;
    return year_month_day{std::chrono::year(static_cast<int>(*year)), std::chrono::month(static_cast<unsigned>(*month)),
                          std::chrono::day(static_cast<unsigned>(*day))}
        .ok();
}

Result<Json> check_text(Field const& field, Json const& given) {
    if (!given.is_string()) return wrong(field, "This must be a text.");
    auto const text = trim(text_in(given));
    if (text.empty()) return Json(nullptr);
    if (count_code_points(text) > kLongestFieldText || text.find('\0') != std::string_view::npos)
        return wrong(field, "This may have at most 2,000 characters, and no NUL.");
    return Json(text);
}

}  // namespace

Result<Json> check_field_value(Field const& field, Json const& given) {
    bool const is_nothing = given.is_null() || (given.is_string() && trim(text_in(given)).empty());
    if (is_nothing) return Json(nullptr);
    switch (field.kind) {
        case FieldKind::text: return check_text(field, given);
        case FieldKind::number: {
            if (!given.is_number() || !std::isfinite(given.to_number<double>()))
                return wrong(field, "This must be a number.");
            return Json(given.to_number<double>());
        }
        case FieldKind::date:
            if (!given.is_string() || !is_date(text_in(given)))
                return wrong(field, "This must be a date such as 2026-11-25.");
            return given;
        case FieldKind::choice: {
            TRY(auto value, check_option(field, given));
            return Json(value);
        }
        case FieldKind::tree: {
            TRY(auto value, check_option(field, given));
            return Json(JsonObject{{"path", value}});
        }
        case FieldKind::multi: return check_several(field, given);
    }
    return bug("field.kind", "a kind of field without a check");
}

Json show_field_value(Json const& kept) {
    if (kept.is_object()) return Json(text_at(kept.get_object(), "path"));
    return kept;
}

std::string field_text(Json const& kept) {
    if (kept.is_null()) return {};
    if (kept.is_object()) return std::string(text_at(kept.get_object(), "path"));
    if (kept.is_string()) return std::string(text_in(kept));
    if (!kept.is_array()) return to_string(kept);
    std::vector<std::string> values;
    for (auto const& item : kept.get_array())
        if (item.is_string()) values.emplace_back(text_in(item));
    return join(values, ", ");
}

Result<Json> field_value_from(Field const& field, std::string_view text) {
    if (text.empty()) return Json(nullptr);
    if (field.kind == FieldKind::number) {
        double number = 0;
        auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
        bool const is_number = fault == std::errc{} && end == text.data() + text.size();
        return check_field_value(field, is_number ? Json(number) : Json(text));
    }
    if (field.kind != FieldKind::multi) return check_field_value(field, Json(text));
    JsonArray items;
    for (auto const item : split(text, ',')) items.emplace_back(trim(item));
    return check_field_value(field, Json(std::move(items)));
}

std::vector<std::string> field_terms(Json const& kept) {
    std::vector<std::string> out;
    if (kept.is_array()) {
        for (auto const& item : kept.get_array()) out.push_back(to_lower_utf8(field_text(item)));
        return out;
    }
    auto const text = to_lower_utf8(field_text(kept));
    if (kept.is_object())
        for (auto at = text.find('/'); at != std::string::npos; at = text.find('/', at + 1))
            out.push_back(text.substr(0, at));
    if (!text.empty()) out.push_back(text);
    return out;
}

}  // namespace lotse::domain
