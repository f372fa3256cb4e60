// SPDX-License-Identifier: Apache-2.0
#include "triage/reading.h"

#include <algorithm>

#include "base/text.h"

namespace lotse::triage {
namespace {

// Who has not said it in so many words says it in an attached log.
constexpr std::size_t kTokens = 1200;
constexpr std::size_t kNegationReach = 3;

bool covers(Found const& wide, Found const& narrow) {
    return wide.tokens > narrow.tokens && wide.first_token <= narrow.first_token &&
           wide.first_token + wide.tokens >= narrow.first_token + narrow.tokens;
}

bool covers(std::vector<Found> const& found, std::size_t token) {
    return std::any_of(found.begin(), found.end(), [&](auto const& one) {
        return one.tokens > 1 && token >= one.first_token && token < one.first_token + one.tokens;
    });
}

}  // namespace

Reading read_message(TriageInput const& input, std::string_view language, CueIndex const& cues) {
    Reading out;
    out.language = language;
    // Reasons quote the text, and are stored and shown.
    out.text = to_valid_utf8(cut_utf8(input.subject, 1000)) + "\n";
    auto const subject = out.text.size();
    out.text += to_valid_utf8(cut_utf8(input.new_text, kTextLimit));
    out.tokens = tokenize(out.text, kTokens);
    for (auto const& token : out.tokens) out.subject_tokens += token.begin < subject ? 1 : 0;
    out.type_words = find_words(cues.type, out);
    out.negations = cues.negation.find(out.tokens);
    std::erase_if(out.negations, [&](auto const& no) { return covers(out.type_words, no.first_token); });
    return out;
}

std::vector<Found> find_words(KeywordIndex const& index, Reading const& reading) {
    std::vector<Found> all;
    for (auto const& match : index.find(reading.tokens)) {
        auto const& language = index.language(match.pattern);
        bool const is_own = language == "*" || language == reading.language || reading.language.empty();
        auto const& last = reading.tokens[match.first_token + match.tokens - 1];
        auto const begin = reading.tokens[match.first_token].begin;
        all.push_back({match.value, match.pattern, match.first_token, match.tokens, is_own, false,
                       reading.text.substr(begin, last.end - begin)});
    }
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
        if (a.tokens != b.tokens) return a.tokens > b.tokens;
        if (a.first_token != b.first_token) return a.first_token < b.first_token;
        if (a.value != b.value) return a.value < b.value;
        return a.is_own_language > b.is_own_language;
    });
    std::vector<Found> out;
    for (auto& one : all) {
        bool const hidden = std::any_of(out.begin(), out.end(), [&](auto const& kept) {
            return covers(kept, one) || (kept.value == one.value && kept.first_token == one.first_token);
        });
        if (!hidden) out.push_back(std::move(one));
    }
    std::sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.first_token < b.first_token; });
    return out;
}

void mark_negated(std::vector<Found>& found, Reading const& reading) {
    for (auto const& no : reading.negations) {
        auto const after = no.first_token + no.tokens;
        for (auto& one : found)
            if (one.first_token >= after && one.first_token < after + kNegationReach &&
                reading.tokens[one.first_token].clause == reading.tokens[no.first_token].clause)
                one.is_negated = true;
    }
}

std::string quoted(std::vector<std::string> const& words, std::size_t limit) {
    std::vector<std::string> shown;
    std::vector<std::string> seen;
    for (auto const& word : words) {
        auto folded = fold_word(word);
        if (shown.size() == limit || std::find(seen.begin(), seen.end(), folded) != seen.end()) continue;
        seen.push_back(std::move(folded));
        shown.push_back("'" + to_lower_utf8(word) + "'");
    }
    return join(shown, ", ");
}

}  // namespace lotse::triage
