// SPDX-License-Identifier: Apache-2.0
// Known-item search on the texts of the demo desk: half of its conversations are tickets that somebody looks for, sentences
// of the other half are shuffled into all the other tickets. What is asked is made of words of the wanted ticket:
//   words      two to four of them, taken at random
//   inflected  one of them in another form ("Rechnungen" for "Rechnung"), by a list that was written by hand
//   typo       the longest with one letter gone, answered through "did you mean"
//   ending     words of how it ended, which the index has never seen, where the ticket has a word that begins alike
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/demo/random.h"
#include "base/result.h"

namespace lotse::bench {

struct KnownItem {
    std::string language;
    std::string subject;
    std::string body;
    std::string ending;  // what was written later; held apart
};

struct ItemTexts {
    std::vector<KnownItem> items;
    std::map<std::string, std::vector<std::string>> sentences;  // of the others, by language
};
Result<ItemTexts> read_item_texts();

// Subject and body of a ticket that nobody looks for.
struct OtherTicket {
    std::string language;
    std::string subject;
    std::string body;
};
OtherTicket draw_other(ItemTexts const& texts, app::Random& random);

struct Asked {
    std::string kind;
    std::string language;
    std::string query;
    std::size_t item = 0;
    bool follows_mending = false;
};
// So many queries of each kind and language at most, the same for the same seed. `inflections`: the file of pairs of forms.
Result<std::vector<Asked>> make_queries(ItemTexts const& texts, std::string const& inflections, int of_each,
                                        app::Random& random);

}  // namespace lotse::bench
