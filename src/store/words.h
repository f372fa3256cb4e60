// SPDX-License-Identifier: Apache-2.0
// The full-text index of tickets, one entry a ticket. Each engine keeps its own (FTS5, tsvector) and answers alike,
// because texts come as terms (search/terms.h). No statement of a repository can name its tables: the only way to them
// is a transaction, which binds its tenant below the query (docs/decisions/0008-search.md).
#pragma once

#include <array>
#include <functional>
#include <limits>
#include <string>

#include "domain/ids.h"
#include "search/text_query.h"
#include "store/db.h"

namespace lotse::store {

// One line of search::term_line() for each part.
using WordLines = std::array<std::string, search::kParts>;

struct WordSearch {
    search::TextQuery query;
    std::int64_t above = 0;  // tickets with above < id < below
    std::int64_t below = std::numeric_limits<std::int64_t>::max();
    int limit = 50;
    bool wants_score = false;  // costs a microsecond or two a hit
};
struct WordHit {
    domain::TicketId ticket;
    double score = 0;  // higher is better; comparable within one search only
};
using OnHit = std::function<void(WordHit const&)>;

// Of one transaction, and used like it.
class WordIndex {
  public:
    virtual ~WordIndex() = default;
    // The newest tickets first (by id). Cost: the hits given; to pass over others is cheap.
    virtual Result<void> find(WordSearch const& search, OnHit const& on_hit) = 0;
    // Puts a ticket's entry in place of the one before. In a writing transaction.
    virtual Result<void> put(domain::TicketId ticket, WordLines const& lines) = 0;
    // Gives how many were there.
    virtual Result<std::int64_t> remove(domain::TicketId first, domain::TicketId last) = 0;
};

}  // namespace lotse::store
