// SPDX-License-Identifier: Apache-2.0
// The checklist of a ticket, and the time that people spent on it.
#include "base/text.h"
#include "desk/teamwork.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostItems = 100;
constexpr std::size_t kMostTimes = 1000;
constexpr std::size_t kTextBytes = 500;
constexpr std::int64_t kMostMinutes = 24 * 60 * 31;

Result<std::string> check_line(std::string_view text, char const* field) {
    auto const line = trim(text);
    if (line.empty()) return invalid("text.empty", "There is no text.", field);
    if (line.size() > kTextBytes) return too_large("text.too_large", "This has at most 500 bytes.", field);
    return to_valid_utf8(line);
}

}  // namespace

Result<Made<domain::ChecklistItem>> add_item(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                                             std::string text, CallKey const& key) {
    TRY(auto const line, check_line(text, "/text"));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<Made<domain::ChecklistItem>> {
        TRY(auto known, recall(txn, key));
        if (known) {
            TRY(auto before, store::get_item(txn, ticket, domain::ChecklistItemId{int_at(*known, "item")}));
            return Made<domain::ChecklistItem>{std::move(before), true};
        }
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        TRY(auto items, store::list_items(txn, ticket));
        if (items.size() >= kMostItems) return conflict("checklist.full", "A checklist has at most 100 items.");
        domain::ChecklistItem item;
        item.ticket = ticket;
        item.text = line;
        item.created_at = desk.clock.now();
        TRY(auto stored, store::add_item(txn, std::move(item)));
        CHECK_OK(remember(txn, key, JsonObject{{"item", stored.id.value}}, desk.clock.now()));
        announce_teamwork(desk, txn, ticket);
        return Made<domain::ChecklistItem>{std::move(stored), false};
    });
}

Result<domain::ChecklistItem> change_item(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                                          domain::ChecklistItemId id, ItemFields const& fields) {
    std::optional<std::string> line;
    if (fields.text) {
        TRY(line, check_line(*fields.text, "/text"));
    }
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::ChecklistItem> {
        TRY(auto item, store::get_item(txn, ticket, id));
        if (line) item.text = *line;
        if (fields.position) item.position = *fields.position;
        // Ticking twice keeps who was first.
        if (fields.is_done && *fields.is_done != item.done_at.has_value()) {
            item.done_at = *fields.is_done ? std::optional(desk.clock.now()) : std::nullopt;
            item.done_by = *fields.is_done ? principal.agent : domain::AgentId{};
        }
        CHECK_OK(store::update_item(txn, item));
        announce_teamwork(desk, txn, ticket);
        return item;
    });
}

Result<void> remove_item(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                         domain::ChecklistItemId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        announce_teamwork(desk, txn, ticket);
        return store::remove_item(txn, ticket, id);
    });
}

Result<std::vector<domain::ChecklistItem>> list_items(Desk& desk, domain::TenantScope const& scope,
                                                      domain::TicketId ticket) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<domain::ChecklistItem>> {
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        return store::list_items(txn, ticket);
    });
}

Result<Made<domain::TimeEntry>> add_time(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                                         NewTime const& wanted, CallKey const& key) {
    if (wanted.minutes < 1 || wanted.minutes > kMostMinutes)
        return invalid("time.minutes", "Say how many minutes it took.", "/minutes");
    auto const now = desk.clock.now();
    if (wanted.at && *wanted.at > now + std::chrono::hours{24})
        return invalid("time.at", "This time is yet to come.", "/at");
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<Made<domain::TimeEntry>> {
        TRY(auto known, recall(txn, key));
        if (known) {
            TRY(auto before, store::get_time(txn, ticket, domain::TimeEntryId{int_at(*known, "time")}));
            return Made<domain::TimeEntry>{std::move(before), true};
        }
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        TRY(auto times, store::list_times(txn, ticket));
        if (times.size() >= kMostTimes) return conflict("time.full", "A ticket has at most 1,000 time entries.");
        domain::TimeEntry entry;
        entry.ticket = ticket;
        entry.minutes = wanted.minutes;
        entry.activity = to_valid_utf8(trim(wanted.activity));
        entry.note = to_valid_utf8(trim(wanted.note));
        entry.agent = principal.agent;
        entry.at = wanted.at.value_or(now);
        TRY(auto stored, store::add_time(txn, std::move(entry)));
        CHECK_OK(remember(txn, key, JsonObject{{"time", stored.id.value}}, now));
        announce_teamwork(desk, txn, ticket);
        return Made<domain::TimeEntry>{std::move(stored), false};
    });
}

Result<void> remove_time(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                         domain::TimeEntryId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        announce_teamwork(desk, txn, ticket);
        return store::remove_time(txn, ticket, id);
    });
}

Result<std::vector<domain::TimeEntry>> list_times(Desk& desk, domain::TenantScope const& scope,
                                                  domain::TicketId ticket) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<domain::TimeEntry>> {
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        return store::list_times(txn, ticket);
    });
}

}  // namespace lotse::desk
