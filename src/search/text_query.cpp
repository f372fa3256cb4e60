// SPDX-License-Identifier: Apache-2.0
#include "search/text_query.h"

#include "search/terms.h"

namespace lotse::search {

std::optional<TextQuery> text_query_of(std::string_view text, bool is_beginning, bool is_exact,
                                       std::optional<Part> part) {
    auto const words = words_in(text, 64);
    if (words.empty()) return std::nullopt;
    TextQuery out;
    out.part = part;
    out.is_beginning = is_beginning;
    out.kind = words.size() > 1 ? TextQuery::Kind::phrase : TextQuery::Kind::word;
    if (words.size() == 1 && !is_beginning && !is_exact) {
        out.terms = terms_of(words[0]);
    } else {
        for (auto const& word : words) out.terms.push_back(word.folded);
    }
    return out;
}

}  // namespace lotse::search
