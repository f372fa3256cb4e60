// SPDX-License-Identifier: Apache-2.0
// From the names that repositories use to the names in the file: ticket is stored as t_ticket and read through the
// view ticket_<suffix>, so a statement that reaches SQLite unchanged finds no table at all.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "store/sql_shape.h"

namespace lotse::store::sqlite {

std::string base_name(std::string_view table);                         // t_ticket
std::string view_name(std::string_view table, std::string_view suffix);  // ticket_9f3c...
// The column that says whose row it is: tenant_id, and id in `tenant` itself.
std::string_view tenant_column(std::string_view table);

// Reads go to the views; the target of a change stays the base table, so that ON CONFLICT and RETURNING work. Each
// keeps its plain name as alias, and an UPDATE or DELETE gains the tenant's condition that views give to reads.
// :tenant becomes the parameter behind the last one. Row locks are dropped: there is one writer.
std::string to_walled(Shape const& shape, std::string_view suffix);

// A statement of a migration: all table names become base names.
Result<std::string> to_base_tables(std::string_view statement);

}  // namespace lotse::store::sqlite
