// SPDX-License-Identifier: Apache-2.0
// How a query that is being typed may go on, and what is wrong with it so far.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "search/query.h"

namespace lotse::desk {

struct Completion {
    std::string text;   // the whole query, so completed
    std::string label;  // what it puts in the place of the last word: "status:open"
};
struct QueryState {
    std::string query;  // in canonical form; as typed if it cannot be read
    std::optional<search::Mistake> mistake;
    std::vector<Completion> completions;  // at most 10
};
// Names of fields, then their values: those of the vocabularies, and the queues, people, categories, tags of this desk.
Result<QueryState> complete_query(Desk& desk, access::Principal const& principal, std::string_view text);

}  // namespace lotse::desk
