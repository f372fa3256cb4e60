// SPDX-License-Identifier: Apache-2.0
#include "app/commands/train_rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/table_reader.h"
#include "app/table_time.h"
#include "app/terminal.h"
#include "base/text.h"
#include "domain/enums.h"
#include "triage/features.h"

namespace lotse::app {
namespace {

// Beyond, a fit needs more memory than a small server has; the newest rows tell as much.
constexpr std::size_t kMostRows = 300'000;

struct Columns {
    std::vector<std::string> wanted;
    std::size_t texts = 0;
    std::size_t category = SIZE_MAX;
    std::size_t type = SIZE_MAX;
    std::size_t time = SIZE_MAX;
};

Result<Columns> columns_of(TrainCommand const& command) {
    Columns out;
    out.wanted = command.text;
    out.texts = command.text.size();
    auto const take = [&](std::string column) {
        out.wanted.push_back(std::move(column));
        return out.wanted.size() - 1;
    };
    for (auto const& label : command.labels) {
        auto const equals = label.find('=');
        auto const field = equals == std::string::npos ? "category" : std::string(trim(label.substr(0, equals)));
        auto const column = equals == std::string::npos ? label : std::string(trim(label.substr(equals + 1)));
        auto* place = field == "category" ? &out.category : field == "type" ? &out.type : nullptr;
        if (place == nullptr || column.empty())
            return invalid("train.label", fmt::format("'{}' cannot be read. Write --label category=COLUMN or "
                                                      "--label type=COLUMN: these two are learned.",
                                                      label));
        if (*place != SIZE_MAX) return invalid("train.label", fmt::format("There are two columns for {}.", field));
        *place = take(column);
    }
    if (!command.time.empty()) out.time = take(command.time);
    return out;
}

Result<std::string> type_at(TableRow const& row, Columns const& columns) {
    if (columns.type == SIZE_MAX) return std::string();
    auto const name = to_lower_utf8(trim(row.fields[columns.type]));
    if (name.empty() || domain::find_enum<domain::TicketType>(name)) return name;
    return invalid("train.type",
                   fmt::format("Line {}, column '{}': '{}' is no type. Types are {}. Rename them, or leave "
                               "--label type=... out.",
                               row.line, columns.wanted[columns.type], cut_utf8(name, 40),
                               fmt::join(domain::EnumNames<domain::TicketType>::all, ", ")));
}

Result<TrainRow> row_from(TableRow& row, Columns const& columns) {
    TrainRow out;
    for (std::size_t i = 0; i < columns.texts; ++i) {
        if (i == 0 && columns.texts > 1) out.subject = cut_utf8(row.fields[i], 1000);
        else out.text += (out.text.empty() ? "" : "\n") + row.fields[i];
    }
    out.text = cut_utf8(out.text, triage::kTextLimit);
    if (columns.category != SIZE_MAX) out.category = cut_utf8(trim(row.fields[columns.category]), 200);
    TRY(out.type, type_at(row, columns));
    if (columns.time == SIZE_MAX) return out;
    auto const at = table_time(row.fields[columns.time]);
    if (!at) return not_a_time("train.time", row.line, columns.wanted[columns.time], row.fields[columns.time]);
    out.at = *at;
    return out;
}

}  // namespace

Result<TrainRows> read_train_rows(TrainCommand const& command) {
    TRY(auto const columns, columns_of(command));
    TRY(auto reader, TableReader::open(command.file, columns.wanted));
    Progress bar("reading " + command.file);
    TrainRows out;
    for (;;) {
        TRY(auto read, reader.next());
        if (!read) break;
        if (out.rows.size() == kMostRows)
            return too_large("train.rows",
                             fmt::format("{} has more than {} rows; keep the newest ones.", command.file, kMostRows));
        TRY(auto row, row_from(*read, columns));
        bool const has_words = !trim(row.subject).empty() || !trim(row.text).empty();
        if (!has_words || (row.category.empty() && row.type.empty())) {
            ++out.unlabelled;
            continue;
        }
        if (!row.category.empty()) {
            auto& seen = out.categories[row.category];
            if (seen.rows++ == 0) seen.line = read->line;
        }
        out.rows.push_back(std::move(row));
        bar.show(static_cast<std::size_t>(reader.progress() * 1000), 1000);
    }
    bar.finish();
    return out;
}

}  // namespace lotse::app
