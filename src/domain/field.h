// SPDX-License-Identifier: Apache-2.0
// Custom fields: what a desk wants to know of its tickets beyond what every desk wants. A definition, and the laws of its
// values. Pure.
//
// A value is kept as JSON that says its kind by itself: text, number and choice plainly, a date as "2026-11-25", several
// choices as a sorted list, a place in a tree as {"path": "Hardware/Printer"}. An absent value is no value.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

enum class FieldKind : std::uint8_t { text, number, date, choice, tree, multi };
// From which step on the field must be filled in. A stage includes those after it: what solving asks, closing asks too.
enum class FieldStage : std::uint8_t { never, solve, close };

template <>
struct EnumNames<FieldKind> {
    static constexpr std::array<std::string_view, 6> all{"text", "number", "date", "choice", "tree", "multi"};
};
template <>
struct EnumNames<FieldStage> {
    static constexpr std::array<std::string_view, 3> all{"never", "solve", "close"};
};

using NamesByLanguage = std::vector<std::pair<std::string, std::string>>;

struct FieldOption {
    std::string value;  // stable; of a tree a path, "Hardware/Printer"
    NamesByLanguage names;
};

struct ShownWhen {
    std::string field;  // key of another field
    std::vector<std::string> values;  // any of them
};

struct Field {
    FieldId id;
    std::int64_t version = 1;
    std::string key;  // stable: "office"
    NamesByLanguage names;
    FieldKind kind = FieldKind::text;
    std::vector<FieldOption> options;  // of choice, tree and multi
    std::optional<ShownWhen> shown_when;
    FieldStage required_at = FieldStage::never;
    int position = 0;
    std::vector<QueueId> queues;  // shown there only; empty: everywhere
    std::vector<CategoryId> categories;  // with those below them; empty: whatever the category
};

inline constexpr std::size_t kLongestFieldText = 2000;  // code points

// From what a caller gives to what is kept; null, "" and [] give null: no value. Errors, at /fields/KEY: invalid
// "field.value" (not of this kind), "field.option" (no such choice).
Result<Json> check_field_value(Field const& field, Json const& given);
// As callers give and get it: a tree's place as its path.
Json show_field_value(Json const& kept);
// As one text, for the log: several choices with ", " between them; "" for no value. The second turns it back.
std::string field_text(Json const& kept);
Result<Json> field_value_from(Field const& field, std::string_view text);
// What a value can be found by: itself, each of several choices, each place above in a tree; in small letters.
std::vector<std::string> field_terms(Json const& kept);

}  // namespace lotse::domain
