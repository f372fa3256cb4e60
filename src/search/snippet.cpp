// SPDX-License-Identifier: Apache-2.0
#include "search/snippet.h"

#include <algorithm>
#include <set>

#include "search/terms.h"

namespace lotse::search {
namespace {

constexpr std::size_t kMostWords = 20'000;
constexpr std::size_t kWindow = 160;  // bytes that words of one piece lie in
constexpr std::size_t kBefore = 50;   // bytes shown before the first of them
constexpr std::size_t kShown = 220;   // bytes of a piece

// A word that is looked for; a phrase is each of its words.
struct Wanted {
    std::vector<std::string> terms;
    bool is_beginning = false;
    bool is_exact = false;
};

void collect(TextQuery const& query, Part part, std::vector<Wanted>& out) {
    for (auto const& inner : query.inner) collect(inner, part, out);
    if (!query.inner.empty() || (query.part && *query.part != part)) return;
    if (query.kind == TextQuery::Kind::word) {
        out.push_back({query.terms, query.is_beginning, false});
        return;
    }
    for (std::size_t i = 0; i < query.terms.size(); ++i)
        out.push_back({{query.terms[i]}, query.is_beginning && i + 1 == query.terms.size(), true});
}

bool is_meant(Word const& word, Wanted const& wanted) {
    for (auto const& term : wanted.terms)
        if (wanted.is_beginning ? word.folded.starts_with(term) : word.folded == term) return true;
    if (wanted.is_beginning || wanted.is_exact) return false;
    // Stems keep the first letter, and most words have another.
    if (word.folded.front() != wanted.terms.front().front()) return false;
    auto const terms = terms_of(word);
    return std::ranges::any_of(
        terms, [&](auto const& term) { return std::ranges::find(wanted.terms, term) != wanted.terms.end(); });
}

struct Hit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t which = 0;
};

// The first of the hits whose window holds most different words.
std::size_t best_of(std::vector<Hit> const& hits) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        std::set<std::size_t> words;
        for (std::size_t j = i; j < hits.size() && hits[j].end <= hits[i].begin + kWindow; ++j)
            words.insert(hits[j].which);
        if (words.size() <= most) continue;
        most = words.size();
        best = i;
    }
    return best;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_letter_start(char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }

// [begin, end) of the text, not within a word.
std::pair<std::size_t, std::size_t> piece_around(std::string_view text, Hit const& hit) {
    std::size_t begin = hit.begin > kBefore ? hit.begin - kBefore : 0;
    while (begin > 0 && begin < hit.begin && !is_blank(text[begin - 1])) ++begin;
    std::size_t end = std::min(text.size(), std::max(begin + kShown, hit.end));
    if (end < text.size()) {
        std::size_t cut = end;
        while (cut > hit.end && !is_blank(text[cut])) --cut;
        if (cut > hit.end) end = cut;
        while (end < text.size() && !is_letter_start(text[end])) ++end;
    }
    return {begin, end};
}

}  // namespace

std::optional<Snippet> find_snippet(std::string_view text, TextQuery const& query, Part part) {
    std::vector<Wanted> wanted;
    collect(query, part, wanted);
    std::vector<Hit> hits;
    std::set<std::size_t> met;
    for (auto const& word : words_in(text, kMostWords)) {
        auto const found = std::ranges::find_if(wanted, [&](auto const& one) { return is_meant(word, one); });
        if (found == wanted.end()) continue;
        hits.push_back({word.begin, word.end, static_cast<std::size_t>(found - wanted.begin())});
        met.insert(hits.back().which);
    }
    if (hits.empty()) return std::nullopt;
    auto const [begin, end] = piece_around(text, hits[best_of(hits)]);
    Snippet out;
    out.asked_for = static_cast<int>(met.size());
    int letters = 0;
    if (begin > 0) {
        out.text = "…";
        letters = 1;
    }
    auto hit = std::ranges::find_if(hits, [from = begin](Hit const& one) { return one.begin >= from; });
    bool was_blank = true;
    int began = 0;
    for (std::size_t at = begin; at < end; ++at) {
        if (hit != hits.end() && at == hit->begin) began = letters;
        bool const blank = is_blank(text[at]);
        if (!blank || !was_blank) {
            out.text += blank ? ' ' : text[at];
            if (is_letter_start(text[at])) ++letters;
        }
        was_blank = blank;
        if (hit == hits.end() || at + 1 != hit->end) continue;
        out.ranges.emplace_back(began, letters - began);
        ++hit;
    }
    while (out.text.ends_with(' ')) out.text.pop_back();
    if (end < text.size()) out.text += "…";
    return out;
}

}  // namespace lotse::search
