// SPDX-License-Identifier: Apache-2.0
#include "desk/put_back.h"

#include <ranges>

#include "base/text.h"
#include "desk/person_because.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "store/events.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

template <class T>
T id_in(std::string const& text) {
    return T{to_int(text).value_or(0)};
}

// Sets a field to a text of the log, through the edit that wrote such texts.
Result<void> set_text(Setup const& setup, std::string const& field, std::string const& text, Instant now,
                      domain::Because const& why, TicketEdit& edit) {
    using namespace domain;
    if (field == "subject") edit.set_subject(text, why);
    if (field == "language") edit.set_language(text, why);
    if (field == "customer") edit.set_customer(id_in<CustomerId>(text), why);
    if (field == "organization") edit.set_organization(id_in<OrganizationId>(text), why);
    if (field == "queue") edit.set_queue(id_in<QueueId>(text), why);
    if (field == "agent") edit.set_agent(id_in<AgentId>(text), why);
    if (field == "category") edit.set_category(id_in<CategoryId>(text), why);
    if (field == "due_at")
        edit.set_due_at(text.empty() ? std::nullopt : std::optional(parse_rfc3339(text).value_or(Instant{})), why);
    if (auto const value = find_enum<Status>(text); value && field == "status") edit.set_status(*value, now, why);
    if (auto const value = find_enum<TicketType>(text); value && field == "type") edit.set_type(*value, why);
    if (auto const value = find_enum<Level>(text); value && field == "impact") edit.set_impact(*value, why);
    if (auto const value = find_enum<Level>(text); value && field == "urgency") edit.set_urgency(*value, why);
    if (auto const value = find_enum<Priority>(text); value && field == "priority") edit.set_priority(*value, why);
    if (!field.starts_with("field.")) return {};
    auto const* custom = setup.find_field(std::string_view(field).substr(6));
    if (custom == nullptr) return {};
    // A choice that was taken out of the field since cannot come back.
    auto value = field_value_from(*custom, text);
    if (value) edit.set_field(*custom, *std::move(value), why);
    return {};
}

// Tries the way back on a copy: where that gives the change turned around, the value of `to` still stood.
Result<void> put_one_back(Setup const& setup, domain::Change const& change, Instant now, domain::Because const& why,
                          TicketEdit& edit) {
    if (change.from == change.to) return {};
    if (change.field == "tag") {
        if (change.from.empty()) edit.remove_tag(id_in<domain::TagId>(change.to), why);
        if (change.to.empty() && setup.find_tag(id_in<domain::TagId>(change.from)) != nullptr)
            edit.add_tag(id_in<domain::TagId>(change.from), why);
        return {};
    }
    TicketEdit tried(edit.ticket());
    CHECK_OK(set_text(setup, change.field, change.from, now, why, tried));
    bool const still_holds = !tried.changes().empty() && tried.changes().front().from == change.to;
    if (!still_holds) return {};
    return set_text(setup, change.field, change.from, now, why, edit);
}

}  // namespace

Result<Updated> put_back(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::TicketId id,
                         domain::EventId step) {
    auto const now = desk.clock.now();
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const ticket, store::get_ticket(txn, id));
    TRY(auto const log, store::list_changes(txn, id));
    auto const why = person_because(*setup, principal);
    TicketEdit edit(ticket);
    for (auto const& stored : std::ranges::reverse_view(log))
        if (stored.event == step) CHECK_OK(put_one_back(*setup, stored.change, now, why, edit));
    if (edit.changes().empty()) return Updated{ticket, {}, false};
    auto event = event_by(principal, id, domain::EventKind::updated, now);
    event.data["reverses"] = step.value;
    event.needs_settling = true;
    TRY(auto done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
    return Updated{std::move(done.ticket), done.event, false};
}

}  // namespace lotse::desk
