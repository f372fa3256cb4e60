// SPDX-License-Identifier: Apache-2.0
// A list that somebody has saved, or that every desk has.
#pragma once

#include <string>
#include <vector>

#include "domain/ids.h"

namespace lotse::domain {

using ViewId = Id<struct ViewTag>;

struct View {
    ViewId id;  // 0: built in
    std::int64_t version = 1;
    std::string key;   // of a built-in one, else ""
    std::string name;  // "" for a built-in one: pages name it in the language of the person
    std::string query;  // in the query language
    std::string url;    // where a built-in one lists something else than tickets; it has no query then
    std::string sort = "-updated";
    std::vector<std::string> columns;  // as the page names them; empty: its usual ones
    AgentId owner;                     // none if 0: the desk's
    std::vector<QueueId> queues;       // whose people see it too
    std::int64_t position = 0;
};

}  // namespace lotse::domain
