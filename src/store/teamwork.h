// SPDX-License-Identifier: Apache-2.0
// Mentions, followers, checklists and times of tickets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/teamwork.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Mention> add_mention(WriteTxn& txn, domain::Mention mention);  // id is given here
struct MentionPage {
    std::vector<domain::Mention> items;  // newest first
    std::string next;                    // cursor; "" at the end
};
Result<MentionPage> list_mentions(ReadTxn& txn, domain::AgentId agent, bool only_unread, std::string_view after,
                                  int limit);
// At most `most`.
Result<std::int64_t> count_unread_mentions(ReadTxn& txn, domain::AgentId agent, int most);
Result<domain::Mention> get_mention(ReadTxn& txn, domain::MentionId id);  // not_found "mention.missing"
// Those of this agent up to and with `last`; what was read stays as it is.
Result<void> remove_mentions(WriteTxn& txn, domain::ArticleId article);  // all that it calls
Result<void> mark_mentions_read(WriteTxn& txn, domain::AgentId agent, domain::MentionId first, domain::MentionId last,
                                Instant at);

Result<void> add_follower(WriteTxn& txn, domain::TicketId ticket, domain::AgentId agent, Instant since);  // or stays
Result<void> remove_follower(WriteTxn& txn, domain::TicketId ticket, domain::AgentId agent);
Result<std::vector<domain::AgentId>> list_followers(ReadTxn& txn, domain::TicketId ticket);

Result<domain::ChecklistItem> add_item(WriteTxn& txn, domain::ChecklistItem item);  // at the end, id is given here
Result<domain::ChecklistItem> get_item(ReadTxn& txn, domain::TicketId ticket,
                                       domain::ChecklistItemId id);  // not_found "checklist.missing"
Result<void> update_item(WriteTxn& txn, domain::ChecklistItem const& item);
Result<void> remove_item(WriteTxn& txn, domain::TicketId ticket, domain::ChecklistItemId id);
Result<std::vector<domain::ChecklistItem>> list_items(ReadTxn& txn, domain::TicketId ticket);

Result<domain::TimeEntry> add_time(WriteTxn& txn, domain::TimeEntry entry);  // id is given here
Result<domain::TimeEntry> get_time(ReadTxn& txn, domain::TicketId ticket,
                                   domain::TimeEntryId id);  // not_found "time.missing"
Result<void> remove_time(WriteTxn& txn, domain::TicketId ticket, domain::TimeEntryId id);
Result<std::vector<domain::TimeEntry>> list_times(ReadTxn& txn, domain::TicketId ticket);

// Sleeping tickets whose time has come, soonest first; and when the next one wakes.
Result<std::vector<domain::TicketId>> tickets_to_wake(ReadTxn& txn, Instant now, int limit);
Result<std::optional<Instant>> next_wake_at(ReadTxn& txn);

}  // namespace lotse::store
