// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"

#include <cstring>

#include "base/crypto.h"
#include "base/text.h"

namespace lotse::store {

JsonArray array_column(Row const& row, int column) {
    if (row.text(column).empty()) return {};
    auto const parsed = parse_json(row.text(column));
    must(parsed && parsed->is_array(), "a stored list");
    return parsed->get_array();
}

JsonObject object_column(Row const& row, int column) {
    if (row.text(column).empty()) return {};
    auto const parsed = parse_json(row.text(column));
    must(parsed && parsed->is_object(), "a stored document");
    return parsed->get_object();
}

std::string array_text(std::vector<std::string> const& items) {
    JsonArray array;
    for (auto const& item : items) array.emplace_back(item);
    return to_string(Json(std::move(array)));
}

std::vector<std::string> strings_in(JsonArray const& array) {
    std::vector<std::string> items;
    for (auto const& item : array) {
        must(item.is_string(), "a stored list of texts");
        items.emplace_back(item.get_string().data(), item.get_string().size());
    }
    return items;
}

Bytes short_key(std::string_view text) {
    constexpr std::size_t limit = 255;
    if (text.size() <= limit) return {std::string(text)};
    return {std::string(text.substr(0, limit - 64)) + sha256_hex(text)};
}

std::int64_t text_hash(std::string_view text) {
    std::string const digest = sha256(text);
    std::int64_t value = 0;
    std::memcpy(&value, digest.data(), sizeof value);
    return value;
}

Error renamed(Error error, std::initializer_list<Taken> names) {
    if (error.code != "store.duplicate") return error;
    for (auto const& name : names) {
        if (error.field != name.column) continue;
        Error out = conflict(name.code, name.message);
        out.detail = std::move(error.detail);
        out.field = name.field;
        return out;
    }
    return error;
}

Error bad_cursor() {
    return invalid("page.cursor", "This is no cursor of this list. Take `next` as it was given, or begin anew.",
                   "/after");
}

Result<std::int64_t> read_id_cursor(std::string_view cursor) {
    if (cursor.empty()) return 0;
    auto const id = to_int(cursor);
    if (!id || *id < 1) return bad_cursor();
    return *id;
}

}  // namespace lotse::store
