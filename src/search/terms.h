// SPDX-License-Identifier: Apache-2.0
// From words to the terms that the index holds: the one analyser, for texts and for queries, for both engines. Pure.
//
// A word gives itself, folded, and what the English and German stemmers and the Polish endings make of it, each once.
// All languages are tried, because a word does not say which it is in and a desk writes three in one ticket; a query
// meets a text where any of their terms is the same. German ae, oe, ue count as umlauts for the German stem.
// A change here changes the index: count kTermsVersion up, and every desk is indexed anew in the background.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/fold.h"

namespace lotse::search {

inline constexpr int kTermsVersion = 1;

// The folded word first; at most four, none twice.
std::vector<std::string> terms_of(Word const& word);

// One line that the store indexes: words parted by blanks, the terms of a word by '|': "storung|stor meldung|meld".
// Terms hold neither. `most`: words that are taken.
std::string term_line(std::string_view text, std::size_t most);

}  // namespace lotse::search
