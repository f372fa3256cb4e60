// SPDX-License-Identifier: Apache-2.0
// What the full-text index is made from, and which tickets wait for it. The index itself: words.h.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ticket.h"
#include "store/db.h"

namespace lotse::store {

// The ticket's text has changed: its entry is to be made anew. One small row; add_event does it by itself for events
// that bring text.
Result<void> mark_for_search(WriteTxn& txn, domain::TicketId ticket);
// The names of a customer or an organization have changed: marks up to 5,000 of their tickets.
Result<void> mark_customer_for_search(WriteTxn& txn, domain::CustomerId customer);
Result<void> mark_organization_for_search(WriteTxn& txn, domain::OrganizationId organization);

struct SearchTodo {
    domain::TicketId ticket;
    std::int64_t n = 0;  // changes so far
};
Result<std::vector<SearchTodo>> list_search_todo(ReadTxn& txn, int limit);
// Takes it off, unless it has changed again: false.
Result<bool> finish_search_todo(WriteTxn& txn, SearchTodo const& done);

struct SearchSource {
    domain::TicketId ticket;
    std::string subject;
    std::vector<std::string> people;  // names and addresses, the ticket's number
    std::vector<std::string> files;   // names
    std::vector<std::string> texts;   // the first message whole, then the newest, of each what it adds
};
inline constexpr std::size_t kIndexedText = 300'000;  // bytes
// Reads about so much text at most, whatever the length of the thread. Error: not_found "ticket.missing".
Result<SearchSource> read_search_source(ReadTxn& txn, domain::TicketId ticket, std::size_t most = kIndexedText);
// Ids of tickets below `below`, the newest first.
Result<std::vector<domain::TicketId>> list_ticket_ids_below(ReadTxn& txn, domain::TicketId below, int limit);

// Words that a mistyped one is mended with: of letters only, 4 to 24 bytes; those that are there stay.
Result<void> add_search_words(WriteTxn& txn, std::span<std::string const> words);
// Those that a few slips could have turned into `word`: the same first letter or the second, about as long.
Result<std::vector<std::string>> list_search_words_like(ReadTxn& txn, std::string_view word);

}  // namespace lotse::store
