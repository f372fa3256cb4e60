// SPDX-License-Identifier: Apache-2.0
// One `field:value` of a query, checked. Pure; used by parse_query.
#pragma once

#include <string>

#include "search/query.h"
#include "search/query_tokens.h"

namespace lotse::search {

struct FieldRead {
    Node node;
    bool is_plain_word = false;  // "12:30": a colon, but no field
    Fault fault;                 // of a mistake
    std::string instead;  // what to write in place of the token, "" if unknown
};
FieldRead read_field(QueryToken const& token);

}  // namespace lotse::search
