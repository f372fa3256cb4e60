// SPDX-License-Identifier: Apache-2.0
// Cuts SQL text into tokens that, put together again, are the text. Only the part of SQL that SQLite and PostgreSQL
// read alike passes: where their lexers disagree (quoted identifiers, nested comments, dollar quotes, E'' strings) a
// text could mean one thing to our wall and another to the engine, so those are refused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lotse::store {

enum class SqlTokenKind { word, number, string, parameter, tenant, symbol, space };

struct SqlToken {
    SqlTokenKind kind = SqlTokenKind::space;
    std::string_view text;  // points into the text given to tokenize()
    std::string word;       // lower case; words only
    int parameter = 0;      // ?7 is 7
};

// Error: bug "store.statement" (SQL is written by us, never by users).
Result<std::vector<SqlToken>> tokenize(std::string_view sql);

}  // namespace lotse::store
