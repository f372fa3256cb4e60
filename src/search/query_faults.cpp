// SPDX-License-Identifier: Apache-2.0
// What can be wrong with a query, and the English sentences; the pages have their own (query.fault.* in web/src/locales).
#include <algorithm>
#include <array>

#include "base/must.h"
#include "base/text.h"
#include "search/query.h"

namespace lotse::search {
namespace {

struct Sentence {
    std::string_view reason;
    std::string_view text;  // {{name}} stands for a value
};

constexpr std::array<Sentence, 18> kSentences{{
    {"query.long", "This query is too long; please shorten it to 4,000 characters."},
    {"parts.many", "This query has too many parts; please leave some of them out."},
    {"parenthesis.extra", "There is no parenthesis that this one closes; please take it out."},
    {"parenthesis.open", "This parenthesis is not closed; please add one behind what belongs in it."},
    {"quote.open", "This quotation mark is not closed; please add one behind it."},
    {"side.missing", "\"{{sign}}\" needs something to look for on its side; add it, or put the word in quotes."},
    {"field.unknown", "There is no field \"{{name}}\"; to look for the text itself, put it in quotes."},
    {"field.near", "There is no field \"{{name}}\"; did you mean \"{{near}}\"?"},
    {"value.missing", "\"{{field}}:\" needs a value behind the colon."},
    {"values.many", "\"{{field}}:\" has too many values; please give at most 32."},
    {"order.none", "\"{{field}}\" has no order, so {{sign}} does not go with it."},
    {"choice.unknown", "\"{{field}}\" has no value \"{{value}}\"; there are {{choices}}."},
    {"choice.near", "\"{{field}}\" has no value \"{{value}}\"; did you mean \"{{near}}\"?"},
    {"date.bad", "\"{{value}}\" is no date; write 2026-01-31, 2026-01, today, 7d (days) or 12h (hours)."},
    {"number.bad", "\"{{value}}\" is no ticket number; write digits only."},
    {"words.none", "\"{{value}}\" holds no word to look for; write letters or digits."},
    {"name.unknown", "There is no {{field}} \"{{value}}\"; please check its name."},
    {"name.near", "There is no {{field}} \"{{value}}\"; did you mean \"{{near}}\"?"},
}};

}  // namespace

std::vector<std::string_view> const& fault_reasons() {
    static auto const reasons = [] {
        std::vector<std::string_view> out;
        for (auto const& sentence : kSentences) out.push_back(sentence.reason);
        return out;
    }();
    return reasons;
}

// One pass over the sentence: what stands in a value is never read as a place for another.
std::string sentence_of(Fault const& fault) {
    auto const found = std::ranges::find(kSentences, fault.reason, &Sentence::reason);
    must(found != kSentences.end(), "a reason of the list");
    std::string out;
    std::string_view rest = found->text;
    for (auto at = rest.find("{{"); at != std::string_view::npos; at = rest.find("{{")) {
        auto const end = rest.find("}}", at);
        auto const name = rest.substr(at + 2, end - at - 2);
        auto const value =
            std::ranges::find(fault.values, name, [](auto const& one) { return std::string_view(one.first); });
        must(value != fault.values.end(), "a value for every place of a sentence");
        out += rest.substr(0, at);
        out += value->second;
        rest.remove_prefix(end + 2);
    }
    return out + std::string(rest);
}

}  // namespace lotse::search
