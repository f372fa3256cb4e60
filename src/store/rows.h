// SPDX-License-Identifier: Apache-2.0
// Rows to values: the few shapes in which repositories read.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/must.h"
#include "domain/enums.h"
#include "store/db.h"

namespace lotse::store {

// The first row, if there is one.
template <class T>
Result<std::optional<T>> find_one(ReadTxn& txn, std::string_view sql, std::initializer_list<Value> values,
                                  T (*read)(Row const&)) {
    std::optional<T> found;
    auto const done = txn.each(sql, values, [&](Row const& row) {
        if (!found) found = read(row);
    });
    if (!done) return done.error();
    return found;
}

template <class T>
Result<std::vector<T>> list_all(ReadTxn& txn, std::string_view sql, std::initializer_list<Value> values,
                                T (*read)(Row const&)) {
    std::vector<T> items;
    auto const done = txn.each(sql, values, [&](Row const& row) { items.push_back(read(row)); });
    if (!done) return done.error();
    return items;
}

// Absence is `missing`.
template <class T>
Result<T> get_one(ReadTxn& txn, std::string_view sql, std::initializer_list<Value> values, T (*read)(Row const&),
                  Error (*missing)()) {
    TRY(auto found, find_one(txn, sql, values, read));
    if (!found) return missing();
    return *std::move(found);
}

// An UPDATE guarded by id and version has changed one row, or somebody was quicker: `is_there` tells a row that has
// moved on from one that never was.
template <class T>
Result<void> check_updated(std::int64_t changed, Result<T> const& is_there, Error (*stale)()) {
    if (changed == 1) return {};
    return is_there ? stale() : is_there.error();
}

// A vocabulary is stored as its position; `count` is how many words it has.
template <class E>
E enum_at(Row const& row, int column, std::size_t count = domain::EnumNames<E>::all.size()) {
    std::int64_t const value = row.integer(column);
    must(value >= 0 && value < static_cast<std::int64_t>(count), "a stored word that this program knows");
    return static_cast<E>(value);
}
template <class E>
std::int64_t stored(E value) {
    return static_cast<std::int64_t>(value);
}

// JSON columns are written by us alone; one that does not read is a Bug. "" reads as empty.
JsonArray array_column(Row const& row, int column);
JsonObject object_column(Row const& row, int column);
std::string array_text(std::vector<std::string> const& items);
std::vector<std::string> strings_in(JsonArray const& array);

// A key that fits every index: the text itself, or its beginning and its SHA-256 where it is longer than 255 bytes.
Bytes short_key(std::string_view text);
// 64 bits of the SHA-256, for indexes that may hold strangers: compare the text as well.
std::int64_t text_hash(std::string_view text);

// `error` under the name that callers know, where the unique key that ends in this column was taken.
struct Taken {
    std::string_view column;  // "/email_key"
    char const* field;        // as the API calls it, "/email"
    char const* code;
    char const* message;
};
Error renamed(Error error, std::initializer_list<Taken> names);

// Cursors of lists by id: the id in decimal. Errors: invalid "page.cursor".
Result<std::int64_t> read_id_cursor(std::string_view cursor);
Error bad_cursor();

}  // namespace lotse::store
