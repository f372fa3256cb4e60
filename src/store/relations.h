// SPDX-License-Identifier: Apache-2.0
// Links between tickets, merges, splits, and the move of messages from one ticket to another.
#pragma once

#include <optional>
#include <vector>

#include "domain/relation.h"
#include "store/db.h"

namespace lotse::store {

// Both sides at once; a pair has one kind, the newest. True if something changed.
Result<bool> put_link(WriteTxn& txn, domain::TicketId ticket, domain::Link link);
Result<bool> remove_link(WriteTxn& txn, domain::TicketId ticket, domain::TicketId other);
Result<std::vector<domain::Link>> list_links(ReadTxn& txn, domain::TicketId ticket);  // by the other's id

Result<void> add_merge(WriteTxn& txn, domain::Merge const& merge);
Result<std::optional<domain::Merge>> find_merge(ReadTxn& txn, domain::TicketId source);
Result<void> remove_merge(WriteTxn& txn, domain::TicketId source);
Result<std::vector<domain::Merge>> list_merges_into(ReadTxn& txn, domain::TicketId target);  // by source

Result<void> add_split(WriteTxn& txn, domain::TicketId ticket, domain::TicketId origin, Instant at);
Result<std::optional<domain::TicketId>> find_split_origin(ReadTxn& txn, domain::TicketId ticket);

Result<std::vector<domain::ArticleId>> article_ids(ReadTxn& txn, domain::TicketId ticket);
// The only place where a message changes its ticket; its files and its words go with it. Those that are not on `from` stay where they
// are. Gives how many moved.
Result<int> move_articles(WriteTxn& txn, domain::TicketId from, domain::TicketId to,
                          std::vector<domain::ArticleId> const& articles);

}  // namespace lotse::store
