// SPDX-License-Identifier: Apache-2.0
#include "desk/mend_query.h"

#include <algorithm>

#include "search/edit_distance.h"
#include "search/fold.h"
#include "search/query.h"
#include "store/search_index.h"
#include "store/words.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostMended = 8;  // words
constexpr int kCounted = 200;           // tickets, to tell a common word from a rare one
constexpr std::size_t kMostCandidates = 12;

// What is taken away is not looked for.
void collect_words(search::Node const& node, std::vector<search::Node>& out) {
    if (node.kind == search::Node::Kind::word && !node.is_beginning) out.push_back(node);
    if (node.kind != search::Node::Kind::all && node.kind != search::Node::Kind::any) return;
    for (auto const& part : node.parts) collect_words(part, out);
}

Result<int> count_tickets_with(store::ReadTxn& txn, std::string_view word, bool is_exact) {
    auto const query = search::text_query_of(word, false, is_exact);
    if (!query) return kCounted;
    store::WordSearch search;
    search.query = *query;
    search.limit = is_exact ? kCounted : 1;
    int count = 0;
    CHECK_OK(txn.words().find(search, [&](store::WordHit const&) { ++count; }));
    return count;
}

// The nearest; among equals the one that most tickets hold.
Result<std::string> nearest_word(store::ReadTxn& txn, std::string_view word) {
    auto const folded = search::fold(word);
    int const most = search::allowed_slips(folded.size());
    if (most == 0 || folded.find(' ') != std::string::npos) return std::string();
    TRY(auto const known, store::list_search_words_like(txn, folded));
    int least = most;
    std::vector<std::string> near;
    for (auto const& candidate : known) {
        int const distance = search::edit_distance(folded, candidate, least);
        if (distance > least || distance == 0) continue;
        if (distance < least) near.clear();
        least = distance;
        if (near.size() < kMostCandidates) near.push_back(candidate);
    }
    std::string best;
    int best_count = 0;
    for (auto const& candidate : near) {
        TRY(int const count, count_tickets_with(txn, candidate, true));
        if (count <= best_count) continue;
        best_count = count;
        best = candidate;
    }
    return best;
}

// Columns count code points from 1.
std::size_t byte_at(std::string_view text, std::size_t column) {
    std::size_t at = 0;
    for (std::size_t seen = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U && ++seen == column) return at;
    }
    return at;
}

}  // namespace

Result<std::string> mended_query(store::ReadTxn& txn, std::string_view query) {
    std::vector<search::Node> words;
    collect_words(search::parse_query(query).node, words);
    if (words.size() > kMostMended) words.resize(kMostMended);
    std::string out(query);
    bool is_mended = false;
    // From the end on, so that places before stay true.
    std::ranges::sort(words, std::greater<>{}, &search::Node::column);
    for (auto const& word : words) {
        TRY(int const count, count_tickets_with(txn, word.text, false));
        if (count > 0) continue;
        TRY(auto const better, nearest_word(txn, word.text));
        std::size_t const at = byte_at(out, word.column);
        if (better.empty() || out.compare(at, word.text.size(), word.text) != 0) continue;
        out.replace(at, word.text.size(), better);
        is_mended = true;
    }
    return is_mended ? out : std::string();
}

}  // namespace lotse::desk
