// SPDX-License-Identifier: Apache-2.0
// The tokenizer `lotse` of FTS5: it only takes apart the lines that search::term_line() has made, so FTS5 and PostgreSQL
// index the same terms at the same places. A blank parts words, '|' the terms of one word.
#pragma once

#include "store/sqlite/connection.h"

namespace lotse::store::sqlite {

// For every connection, before its first statement.
Result<void> add_tokenizer(sqlite3* db);

}  // namespace lotse::store::sqlite
