// SPDX-License-Identifier: Apache-2.0
#include "store/text_hits.h"

#include <algorithm>
#include <functional>

namespace lotse::store {

Result<bool> holds_words(ReadTxn& txn, search::TextQuery const& words, domain::TicketId ticket) {
    WordSearch search;
    search.query = words;
    search.above = ticket.value - 1;
    search.below = ticket.value + 1;
    search.limit = 1;
    bool is_there = false;
    CHECK_OK(txn.words().find(search, [&](WordHit const&) { is_there = true; }));
    return is_there;
}

Result<TextHits> TextHits::read(ReadTxn& txn, search::TextQuery query) {
    TextHits out;
    WordSearch search;
    search.query = query;
    search.limit = kMostHits + 1;
    CHECK_OK(txn.words().find(search, [&](WordHit const& hit) { out.newest_.push_back(hit.ticket.value); }));
    out.query_ = std::move(query);
    out.is_whole_ = out.newest_.size() <= static_cast<std::size_t>(kMostHits);
    return out;
}

Result<bool> TextHits::has(ReadTxn& txn, domain::TicketId ticket) {
    bool const is_older = !newest_.empty() && ticket.value < newest_.back();
    if (is_whole_ || !is_older) return std::ranges::binary_search(newest_, ticket.value, std::greater<>{});
    ++asked_;
    return holds_words(txn, query_, ticket);
}

}  // namespace lotse::store
