// SPDX-License-Identifier: Apache-2.0
// What a team keeps beside a ticket: followers, the checklist, the time it took; and who was called by name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "desk/made.h"
#include "domain/teamwork.h"
#include "domain/ticket.h"
#include "store/teamwork.h"

namespace lotse::desk {

// After the commit, pages that show the ticket are told to read it anew.
void announce_teamwork(Desk& desk, store::WriteTxn& txn, domain::TicketId ticket);

// Repeating them changes nothing. Errors: not_found; invalid "agent.missing" for one who is disabled.
Result<void> follow(Desk& desk, access::Principal const& principal, domain::TicketId ticket, domain::AgentId agent);
Result<void> unfollow(Desk& desk, access::Principal const& principal, domain::TicketId ticket, domain::AgentId agent);

struct MentionItem {
    domain::Mention mention;
    std::string subject;  // of the ticket
    std::string excerpt;  // of the note; "" if it is gone
};
struct MentionList {
    std::vector<MentionItem> items;
    std::string next;
    std::shared_ptr<Setup const> setup;
};
// Of the caller; a program that acts as nobody has none.
Result<MentionList> my_mentions(Desk& desk, access::Principal const& principal, bool only_unread,
                                std::string_view after, int limit);
// Error: not_found for another's.
Result<void> read_mention(Desk& desk, access::Principal const& principal, domain::MentionId id);
Result<void> read_mentions_up_to(Desk& desk, access::Principal const& principal, domain::MentionId last);

struct ItemFields {
    std::optional<std::string> text;
    std::optional<bool> is_done;
    std::optional<std::int64_t> position;
};
// Errors: not_found; invalid at /text; conflict "checklist.full" beyond 100 items.
Result<Made<domain::ChecklistItem>> add_item(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                                             std::string text, CallKey const& key);
Result<domain::ChecklistItem> change_item(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                                          domain::ChecklistItemId id, ItemFields const& fields);
Result<void> remove_item(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                         domain::ChecklistItemId id);
Result<std::vector<domain::ChecklistItem>> list_items(Desk& desk, domain::TenantScope const& scope,
                                                      domain::TicketId ticket);

struct NewTime {
    std::int64_t minutes = 0;
    std::string activity;
    std::string note;
    std::optional<Instant> at;  // now if absent
};
Result<Made<domain::TimeEntry>> add_time(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                                         NewTime const& wanted, CallKey const& key);
Result<void> remove_time(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                         domain::TimeEntryId id);
Result<std::vector<domain::TimeEntry>> list_times(Desk& desk, domain::TenantScope const& scope,
                                                  domain::TicketId ticket);

}  // namespace lotse::desk
