// SPDX-License-Identifier: Apache-2.0
// A query cut into its signs and words. Pure; used by parse_query.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lotse::search {

struct QueryToken {
    enum class Kind : std::uint8_t { open, close, minus, word, phrase, end };
    Kind kind = Kind::end;
    std::string text;  // word: as typed, quotes inside taken off; phrase: between the quotes
    // A word with a colon: the name before it, and the text behind it taken apart at commas; `raw` is all of it.
    bool is_field = false;
    std::string name;
    std::string compare;              // "", "<", "<=", ">", ">="
    std::vector<std::string> values;  // a..b is one of them
    bool is_quoted = false;           // a single value in quotes: never an operator, a date range or a list
    std::size_t begin = 0;            // bytes
    std::size_t end = 0;
    bool is_unclosed = false;  // a quotation mark without its partner
};

// Ends with a token of kind `end`.
std::vector<QueryToken> tokens_of(std::string_view query);

}  // namespace lotse::search
