// SPDX-License-Identifier: Apache-2.0
// The piece of a text that shows why it was found. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/text_query.h"

namespace lotse::search {

struct Snippet {
    std::string text;  // on one line, some 160 letters; an ellipsis where more stood
    std::vector<std::pair<int, int>>
        ranges;  // words that were asked for: where one begins and how long it is, in code points
    int asked_for = 0;  // how many of the query's words stand in the whole text
};

// None if no word of the query stands in the text. What is to stand only in another part is not looked for. Looks at
// the first 20,000 words.
std::optional<Snippet> find_snippet(std::string_view text, TextQuery const& query, Part part);

}  // namespace lotse::search
