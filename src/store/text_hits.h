// SPDX-License-Identifier: Apache-2.0
// Which tickets hold some words, asked cheaply many times: the newest hits are read once, and what is older than them is
// asked ticket by ticket. So a rare word costs one look at the index, and a common one does not cost all its hits.
// Lives within one transaction.
#pragma once

#include <vector>

#include "store/words.h"

namespace lotse::store {

// One question to the index.
Result<bool> holds_words(ReadTxn& txn, search::TextQuery const& words, domain::TicketId ticket);

class TextHits {
  public:
    // Reads at most kMostHits of them.
    static Result<TextHits> read(ReadTxn& txn, search::TextQuery query);
    Result<bool> has(ReadTxn& txn, domain::TicketId ticket);
    // All of them are known, the newest first.
    bool is_whole() const { return is_whole_; }
    std::vector<std::int64_t> const& newest() const { return newest_; }
    // How many single questions the index was asked.
    int asked() const { return asked_; }

    static constexpr int kMostHits = 20'000;

  private:
    search::TextQuery query_;
    std::vector<std::int64_t> newest_;  // descending
    bool is_whole_ = false;
    int asked_ = 0;
};

}  // namespace lotse::store
