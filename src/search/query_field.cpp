// SPDX-License-Identifier: Apache-2.0
#include "search/query_field.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "search/edit_distance.h"
#include "search/fold.h"
#include "search/query_dates.h"

namespace lotse::search {
namespace {

constexpr std::size_t kMostValues = 32;

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kPersons{{
    {"me", "me"},
    {"ich", "me"},
    {"mir", "me"},
    {"ja", "me"},
    {"none", "none"},
    {"niemand", "none"},
    {"keine", "none"},
    {"brak", "none"},
    {"mine", "mine"},
    {"meine", "mine"},
    {"moje", "mine"},
}};

FieldName const* find_field(std::string_view lower) {
    for (auto const& field : field_names()) {
        if (field.field == Field::custom) continue;
        auto const others = split(field.others, ' ');
        if (field.name == lower || std::ranges::find(others, lower) != others.end()) return &field;
    }
    return nullptr;
}

// "field.room", "feld.raum"
std::string custom_key(std::string_view name) {
    std::size_t const dot = name.find('.');
    if (dot == std::string_view::npos) return {};
    auto const head = to_lower_utf8(name.substr(0, dot));
    if (head != "field" && head != "feld" && head != "pole") return {};
    return std::string(name.substr(dot + 1));
}

std::string colon_and_values(QueryToken const& token) { return token.text.substr(token.name.size()); }

FieldRead wrong(Fault fault, std::string instead = {}) { return {{}, false, std::move(fault), std::move(instead)}; }

FieldRead unknown_field(QueryToken const& token) {
    bool const is_word = std::ranges::none_of(token.name, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (!is_word || token.name.size() < 2 || (token.values.size() == 1 && token.values[0].empty())) {
        FieldRead plain;
        plain.is_plain_word = true;
        return plain;
    }
    std::vector<std::string> names;
    for (auto const& field : field_names())
        if (field.field != Field::custom) names.emplace_back(field.name);
    auto const near = nearest(token.name, names);
    if (near)
        return wrong({"query.field", "field.near", {{"name", token.name}, {"near", *near}}},
                     *near + colon_and_values(token));
    return wrong({"query.field", "field.unknown", {{"name", token.name}}},
                 "\"" + replace_all(token.text, "\"", "") + "\"");
}

FieldRead bad_choice(QueryToken const& token, FieldName const& field, std::string_view value) {
    auto const choices = choices_of(field);
    std::string const name(field.name);
    if (auto const near = nearest(value, choices))
        return wrong({"query.value", "choice.near", {{"field", name}, {"value", std::string(value)}, {"near", *near}}},
                     replace_all(token.text, value, *near));
    return wrong({"query.value",
                  "choice.unknown",
                  {{"field", name}, {"value", std::string(value)}, {"choices", join(choices, ", ")}}});
}

// The value in canonical form; "" if it is none.
std::string canonical(FieldName const& field, std::string const& value) {
    switch (field.shape) {
        case Shape::choice: return find_choice(field, value);
        case Shape::number: {
            auto const number = to_int(value.starts_with('#') ? value.substr(1) : value);
            return number && *number > 0 ? std::to_string(*number) : std::string();
        }
        case Shape::date: return date_word(value);
        case Shape::words: return fold(value).empty() ? std::string() : value;
        case Shape::name: {
            auto const lower = to_lower_utf8(value);
            for (auto const& [name, word] : kPersons)
                if (lower == name && (word == "none" || field.field == (word == "mine" ? Field::queue : Field::agent)))
                    return std::string(word);
            return value;
        }
        case Shape::custom: break;
    }
    return value;
}

FieldRead bad_value(QueryToken const& token, FieldName const& field, std::string_view value) {
    if (field.shape == Shape::choice) return bad_choice(token, field, value);
    auto const reason = field.shape == Shape::date     ? "date.bad"
                        : field.shape == Shape::number ? "number.bad"
                                                       : "words.none";
    return wrong({"query.value", reason, {{"value", std::string(value)}}});
}

// a..b, a.. and ..b
void read_range(Node& node) {
    std::string const value = node.values[0];
    std::size_t const dots = value.find("..");
    std::string const from = value.substr(0, dots);
    std::string const to = value.substr(dots + 2);
    if (from.empty() && to.empty()) return;
    node.compare = from.empty() ? Compare::at_most : to.empty() ? Compare::at_least : Compare::between;
    node.values.clear();
    if (!from.empty()) node.values.push_back(from);
    if (!to.empty()) node.values.push_back(to);
}

Compare compare_of(std::string_view sign) {
    if (sign == "<") return Compare::less;
    if (sign == "<=") return Compare::at_most;
    if (sign == ">") return Compare::more;
    if (sign == ">=") return Compare::at_least;
    return Compare::is;
}

}  // namespace

FieldRead read_field(QueryToken const& token) {
    std::string const key = custom_key(token.name);
    auto const* field = key.empty() ? find_field(to_lower_utf8(token.name)) : &name_of(Field::custom);
    if (field == nullptr) return unknown_field(token);
    FieldRead out;
    Node& node = out.node;
    node.kind = Node::Kind::field;
    node.field = field->field;
    node.key = key;
    for (auto const& value : token.values)
        if (!trim(value).empty()) node.values.emplace_back(trim(value));
    std::string const name = key.empty() ? std::string(field->name) : "field." + key;
    if (node.values.empty()) return wrong({"query.value", "value.missing", {{"field", name}}});
    if (node.values.size() > kMostValues) return wrong({"query.value", "values.many", {{"field", name}}});
    node.compare = compare_of(token.compare);
    bool const is_ordered =
        field->shape == Shape::date || field->shape == Shape::number || field->shape == Shape::custom;
    if (node.compare != Compare::is && (!is_ordered || node.values.size() > 1))
        return wrong({"query.value", "order.none", {{"field", name}, {"sign", token.compare}}},
                     replace_all(token.text, token.compare, ""));
    if (is_ordered && node.compare == Compare::is && node.values.size() == 1 && !token.is_quoted &&
        node.values[0].contains(".."))
        read_range(node);
    for (auto& value : node.values) {
        auto word = canonical(*field, value);
        if (word.empty()) return bad_value(token, *field, value);
        value = std::move(word);
    }
    return out;
}

}  // namespace lotse::search
