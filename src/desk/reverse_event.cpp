// SPDX-License-Identifier: Apache-2.0
#include "desk/reverse_event.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/field_values.h"
#include "desk/kept_apart.h"
#include "desk/learn.h"
#include "desk/person_because.h"
#include "desk/run_macro.h"
#include "desk/ticket_step.h"
#include "store/events.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

domain::Because undo_because(Setup const& setup, access::Principal const& principal, domain::EventId event) {
    auto out = person_because(setup, principal);
    auto const* agent = setup.find_agent(principal.agent);
    out.code = "person.undid";
    out.text = fmt::format("{} undid step {}.", agent != nullptr ? agent->name : principal.id, event.value);
    return out;
}

Error moved_on(std::string const& field) {
    auto error = conflict("change.moved_on",
                          fmt::format("The field {} has been changed again since; it is left as it is.", field));
    error.field = "/" + field;
    return error;
}

Result<void> put_all_back(Setup const& setup, TicketEdit& edit, std::vector<domain::Change> const& changes, Instant now,
                          domain::Because const& because) {
    bool has_any = false;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        auto const value = value_now(setup, edit.ticket(), *change);
        if (!value || change->from == change->to) continue;
        has_any = true;
        if (*value != change->to) return moved_on(change->field);
        CHECK_OK(put_old_value(setup, edit, *change, now, because));
    }
    if (!has_any) return invalid("event.not_reversible", "This step changed nothing that can be put back.", "/event");
    return {};
}

bool moved(std::vector<domain::Change> const& changes, std::string_view field) {
    return std::ranges::any_of(changes, [&](auto const& change) { return change.field == field; });
}

Result<TicketStep> store_undone(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                                TicketEdit const& edit, domain::EventId event, Instant now) {
    auto undone = event_by(principal, edit.ticket().id, domain::EventKind::updated, now);
    undone.data["reverses"] = event.value;
    undone.data["assigned"] = moved(edit.changes(), "agent") && edit.ticket().agent;
    undone.needs_settling = true;
    TRY(auto done, store_step(txn, std::move(undone), edit.changes(), edit.ticket()));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
    return done;
}

Result<Reversal> recalled(store::ReadTxn& txn, domain::TicketId id, JsonObject const& effect) {
    Reversal out;
    TRY(out.ticket, store::get_ticket(txn, id));
    out.event = domain::EventId{int_at(effect, "event")};
    out.ticket.version = int_at(effect, "version", out.ticket.version);  // as it was answered then
    out.is_known = true;
    TRY(auto event, store::get_event(txn, out.event));
    TRY(out.changes, changes_of(txn, event));
    return out;
}

// The changes to put back: the event's own; of a macro, those of its first step, once its words are withdrawn.
Result<std::vector<domain::Change>> changes_to_undo(Desk& desk, store::WriteTxn& txn,
                                                    access::Principal const& principal, domain::Event const& event) {
    auto const macro = macro_step(event);
    if (!macro) return changes_of(txn, event);
    CHECK_OK(withdraw_words(desk, txn, principal, *macro));
    if (!macro->changes) return std::vector<domain::Change>{};
    TRY(auto const first, store::get_event(txn, macro->changes));
    return changes_of(txn, first);
}

Result<Reversal> reverse_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::TicketId id,
                            domain::EventId event_id, CallKey const& key) {
    TRY(auto known, recall(txn, key));
    if (known) return recalled(txn, id, *known);
    auto const now = desk.clock.now();
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto event, store::get_event(txn, event_id));
    if (event.ticket != id) return not_found("event.missing", "There is no such step in this ticket.");
    TRY(auto changes, changes_to_undo(desk, txn, principal, event));
    TRY(auto ticket, store::get_ticket(txn, id));
    TicketEdit edit(ticket);
    if (!changes.empty() || !macro_step(event))
        CHECK_OK(put_all_back(*setup, edit, changes, now, undo_because(*setup, principal, event_id)));
    CHECK_OK(check_kept_apart(*setup, principal, ticket, edit.ticket()));
    TRY(auto done, store_undone(desk, txn, principal, edit, event_id, now));
    CHECK_OK(remember(txn, key, JsonObject{{"event", done.event.value}, {"version", done.ticket.version}}, now));
    return Reversal{done.event, edit.changes(), std::move(done.ticket), false};
}

}  // namespace

Result<Reversal> reverse_event(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                               domain::EventId event, CallKey const& key) {
    auto done = desk.store.write(
        principal.scope, [&](store::WriteTxn& txn) { return reverse_in(desk, txn, principal, ticket, event, key); });
    if (done && !done->is_known && (moved(done->changes, "category") || moved(done->changes, "type")))
        learn_from_correction(desk, principal.scope, done->ticket, principal.agent);
    return done;
}

Result<Updated> reverse_what_holds(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                                   domain::TicketId id, domain::EventId event_id) {
    auto const now = desk.clock.now();
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const ticket, store::get_ticket(txn, id));
    TRY(auto const event, store::get_event(txn, event_id));
    TRY(auto const changes, changes_of(txn, event));
    TicketEdit edit(ticket);
    CHECK_OK(put_back_what_holds(*setup, edit, changes, now, undo_because(*setup, principal, event_id)));
    CHECK_OK(check_kept_apart(*setup, principal, ticket, edit.ticket()));
    if (edit.changes().empty()) return Updated{ticket, {}, false};
    TRY(auto done, store_undone(desk, txn, principal, edit, event_id, now));
    return Updated{std::move(done.ticket), done.event, false};
}

Result<Updated> withdraw_step(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::TicketId id,
                              domain::EventId event_id) {
    auto const now = desk.clock.now();
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const ticket, store::get_ticket(txn, id));
    TRY(auto const event, store::get_event(txn, event_id));
    TRY(auto const changes, changes_of(txn, event));
    auto const because = undo_because(*setup, principal, event_id);
    TicketEdit edit(ticket);
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        auto const value = value_now(*setup, edit.ticket(), *change);
        if (!value) continue;
        if (*value != change->to) return moved_on(change->field);
        if (change->from == change->to) {
            edit.confirm(change->field, because);
        } else {
            CHECK_OK(put_old_value(*setup, edit, *change, now, because));
        }
    }
    if (edit.changes().empty()) return Updated{ticket, {}, false};
    TRY(auto done, store_undone(desk, txn, principal, edit, event_id, now));
    return Updated{std::move(done.ticket), done.event, false};
}

Result<Updated> put_back(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                         domain::Ticket const& ticket, std::vector<domain::Change> const& changes) {
    auto const now = desk.clock.now();
    TRY(auto const setup, desk.setups.get(txn));
    auto because = undo_because(*setup, principal, {});
    auto const* agent = setup->find_agent(principal.agent);
    because.text = fmt::format("{} took many labels back at once.", agent != nullptr ? agent->name : principal.id);
    TicketEdit edit(ticket);
    for (auto const& change : changes) {
        if (change.from == change.to) {
            edit.confirm(change.field, because);
        } else {
            CHECK_OK(put_back_what_holds(*setup, edit, {change}, now, because));
        }
    }
    if (edit.changes().empty()) return Updated{ticket, {}, false};
    TRY(auto done, store_undone(desk, txn, principal, edit, {}, now));
    return Updated{std::move(done.ticket), done.event, false};
}

Result<void> put_back_what_holds(Setup const& setup, TicketEdit& edit, std::vector<domain::Change> const& changes,
                                 Instant now, domain::Because const& because) {
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        auto const value = value_now(setup, edit.ticket(), *change);
        if (!value || *value != change->to || change->from == change->to) continue;
        auto const put = put_old_value(setup, edit, *change, now, because);
        if (!put && put.error().code != "change.gone") return put.error();
    }
    return {};
}

Result<std::vector<domain::Change>> changes_of(store::ReadTxn& txn, domain::Event const& event) {
    TRY(auto stored, store::list_changes_between(txn, event.ticket, event.id, event.id));
    std::vector<domain::Change> out;
    for (auto& one : stored) out.push_back(std::move(one.change));
    return out;
}

}  // namespace lotse::desk
