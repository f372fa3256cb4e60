// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <charconv>
#include <cstdlib>
#include <string>

#include "store/db.h"

namespace lotse::store::postgres {

// One row of a reply in text form. Reads as SQLite would: a truth value is 1 or 0, a number with a fraction loses it in
// integer().
class PostgresRow final : public Row {
  public:
    PostgresRow(PGresult const* result, int row) : result_(result), row_(row) {}
    bool is_null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
    std::int64_t integer(int column) const override {
        std::string_view const value = text(column);
        if (PQftype(result_, column) == kBool) return value == "t" ? 1 : 0;
        std::int64_t number = 0;
        std::from_chars(value.data(), value.data() + value.size(), number);
        return number;
    }
    double number(int column) const override {
        double number = 0;
        std::string_view const value = text(column);
        std::from_chars(value.data(), value.data() + value.size(), number);
        return number;
    }
    std::string_view text(int column) const override {
        return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
    }
    std::string bytes(int column) const override {
        if (is_null(column) || PQftype(result_, column) != kBytea) return std::string(text(column));
        std::size_t length = 0;
        unsigned char* const raw =
            PQunescapeBytea(reinterpret_cast<unsigned char const*>(PQgetvalue(result_, row_, column)), &length);
        if (raw == nullptr) return {};
        std::string bytes(reinterpret_cast<char const*>(raw), length);
        PQfreemem(raw);
        return bytes;
    }

  private:
    static constexpr Oid kBool = 16;
    static constexpr Oid kBytea = 17;
    PGresult const* result_;
    int row_;
};

}  // namespace lotse::store::postgres
