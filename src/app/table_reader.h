// SPDX-License-Identifier: Apache-2.0
// Reads tables row by row, without holding the file: CSV (RFC 4180, comma or semicolon, quoted fields may hold line
// ends), TSV (no quoting; inside a field \\, \n and \t stand for a backslash, a line end, a tab), JSON lines, each also as .gz.
// Bytes that are not UTF-8 are read as Latin-1. One thread at a time.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lotse::app {

enum class TableFormat { csv, tsv, jsonl };

struct TableRow {
    std::size_t line = 0;  // where it begins, from 1
    std::vector<std::string> fields;  // in the order of the wanted columns; "" where JSON has null or nothing
};

class TableReader {
  public:
    // A piece of the file; "" at the end.
    using Source = std::function<Result<std::string>()>;

    ~TableReader();
    TableReader(TableReader&&) noexcept;
    TableReader& operator=(TableReader&&) noexcept;

    // The format is that of the name: .csv, .tsv, .tab, .jsonl, .ndjson, each with or without .gz. Errors: not_found
    // "table.missing", invalid "table.format" (unknown ending), "table.column" (no such column; names the ones there).
    static Result<TableReader> open(std::string const& path, std::vector<std::string> wanted);
    static Result<TableReader> from(Source source, TableFormat format, std::vector<std::string> wanted);

    // Nothing after the last row. Errors: invalid "table.row", with line, cause and remedy in the message; too_large
    // for a row above 16 MiB. After an error the reader is at its end.
    Result<std::optional<TableRow>> next();

    // 0..1 of the file's bytes; 0 where unknown.
    double progress() const;

  private:
    struct State;
    explicit TableReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace lotse::app
