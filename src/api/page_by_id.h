// SPDX-License-Identifier: Apache-2.0
// Pages of rows that are listed newest first by their ids: the cursor is the id where the page before ended.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "api/page.h"

namespace lotse::api {

// Where the page before ended; 0 for the first. Error: invalid "page.cursor".
Result<std::int64_t> before_in(Call const& call);

// `rows` holds one more than `limit` where there is a next page; `shown` makes the JSON of one.
template <class Row, class Shown>
Reply page_by_id(Call const& call, std::vector<Row> rows, int limit, Shown const& shown) {
    std::string next;
    if (std::ssize(rows) > limit) {
        rows.pop_back();
        next = std::to_string(rows.back().id.value);
    }
    JsonArray items;
    for (auto const& row : rows) items.emplace_back(shown(row));
    return page_reply(call, std::move(items), next);
}

}  // namespace lotse::api
