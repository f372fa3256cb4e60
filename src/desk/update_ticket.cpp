// SPDX-License-Identifier: Apache-2.0
#include "desk/update_ticket.h"

#include "base/text.h"
#include "desk/confirm_guess.h"
#include "desk/kept_apart.h"
#include "desk/learn.h"
#include "desk/person_because.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/relations.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

Result<void> check(store::ReadTxn& txn, Setup const& setup, domain::Ticket const& ticket, TicketPatch const& patch) {
    if (patch.status == domain::Status::fresh)
        return invalid("ticket.status", "A ticket does not become new again.", "/status");
    bool const touches_work = patch.status || patch.agent || patch.queue || patch.priority || patch.impact ||
                              patch.urgency || patch.customer || patch.due_at;
    if (ticket.status == domain::Status::closed && touches_work)
        return conflict("ticket.closed", "This ticket is closed. Open a new one that follows it.");
    if (patch.subject && trim(*patch.subject).empty())
        return invalid("ticket.subject", "A ticket needs a subject.", "/subject");
    if (patch.queue && setup.find_queue(*patch.queue) == nullptr)
        return invalid("queue.missing", "There is no such queue.", "/queue");
    if (patch.category && *patch.category && setup.find_category(*patch.category) == nullptr)
        return invalid("category.missing", "There is no such category.", "/category");
    if (patch.agent && *patch.agent) {
        auto const* agent = setup.find_agent(*patch.agent);
        if (agent == nullptr || agent->is_disabled)
            return invalid("agent.missing", "There is no such agent at work.", "/agent");
    }
    if (patch.customer) {
        auto const customer = store::get_customer(txn, *patch.customer);
        if (!customer) return invalid("customer.missing", "There is no such customer.", "/customer");
    }
    if (patch.organization && *patch.organization) {
        auto const organization = store::get_organization(txn, *patch.organization);
        if (!organization) return invalid("organization.missing", "There is no such organization.", "/organization");
    }
    return {};
}

Result<void> apply(TicketPatch const& patch, Setup const& setup, domain::Because const& because, Instant now,
                   TicketEdit& edit) {
    if (patch.subject) edit.set_subject(std::string(trim(*patch.subject)), because);
    if (patch.customer) edit.set_customer(*patch.customer, because);
    if (patch.organization) edit.set_organization(*patch.organization, because);
    if (patch.queue) edit.set_queue(*patch.queue, because);
    if (patch.agent) edit.set_agent(*patch.agent, because);
    if (patch.category) edit.set_category(*patch.category, because);
    if (patch.type) edit.set_type(*patch.type, because);
    if (patch.impact) edit.set_impact(*patch.impact, because);
    if (patch.urgency) edit.set_urgency(*patch.urgency, because);
    if (patch.priority) {
        edit.set_priority(*patch.priority, because);
    } else if (patch.impact || patch.urgency) {
        edit.set_priority(setup.settings.matrix.at(edit.ticket().impact, edit.ticket().urgency), because);
    }
    if (patch.language) edit.set_language(*patch.language, because);
    if (patch.due_at) edit.set_due_at(*patch.due_at == Instant{} ? std::nullopt : patch.due_at, because);
    CHECK_OK(set_tags(setup, patch.tags, because, edit));
    CHECK_OK(set_fields(setup, patch.fields, because, edit));
    if (patch.status && *patch.status != edit.ticket().status) {
        CHECK_OK(check_required(setup, edit.ticket(), *patch.status));
        edit.set_status(*patch.status, now, because);
    }
    return {};
}

bool moved(TicketEdit const& edit, std::string_view field) {
    for (auto const& change : edit.changes())
        if (change.field == field && change.from != change.to) return true;
    return false;
}

domain::Event event_of(access::Principal const& principal, TicketEdit const& edit, Instant now) {
    auto event = event_by(principal, edit.ticket().id, domain::EventKind::updated, now);
    event.data["assigned"] = moved(edit, "agent") && edit.ticket().agent;
    event.data["recategorised"] = moved(edit, "category");
    event.data["solved"] = moved(edit, "status") && edit.ticket().status == domain::Status::solved;
    event.needs_settling = true;
    return event;
}

// Those that are open still, each as by its own call; one that cannot be solved yet keeps the parent from it too.
Result<void> finish_children(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                             domain::TicketId parent, domain::Status status) {
    TRY(auto const links, store::list_links(txn, parent));
    for (auto const& link : links) {
        if (link.kind != domain::LinkKind::child) continue;
        TRY(auto const child, store::get_ticket(txn, link.other));
        if (child.status == domain::Status::solved || child.status == domain::Status::closed) continue;
        TicketPatch same;
        same.status = status;
        TRY([[maybe_unused]] auto const done, update_ticket_in(desk, txn, principal, child.id, 0, same));
    }
    return {};
}

}  // namespace

Result<Updated> update_ticket_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                                 domain::TicketId id, std::int64_t expected_version, TicketPatch const& patch) {
    auto const now = desk.clock.now();
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto ticket, store::get_ticket(txn, id));
    if (expected_version != 0 && ticket.version != expected_version)
        return conflict("ticket.stale_version", "Somebody has changed this ticket meanwhile; read it again.");
    CHECK_OK(check(txn, *setup, ticket, patch));
    TicketEdit edit(ticket);
    auto const because = person_because(*setup, principal);
    CHECK_OK(apply(patch, *setup, because, now, edit));
    CHECK_OK(check_kept_apart(*setup, principal, ticket, edit.ticket()));
    CHECK_OK(confirm_guesses(txn, patch, because, edit));
    bool const finishes = patch.status == domain::Status::solved || patch.status == domain::Status::closed;
    if (patch.with_children && finishes) CHECK_OK(finish_children(desk, txn, principal, id, *patch.status));
    if (edit.changes().empty()) return Updated{ticket, {}, false};

    TRY(auto done, store_step(txn, event_of(principal, edit, now), edit.changes(), edit.ticket()));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
    return Updated{std::move(done.ticket), done.event, moved(edit, "category") || moved(edit, "type")};
}

Result<void> check_patch(store::ReadTxn& txn, Setup const& setup, TicketPatch patch) {
    TicketEdit edit(domain::Ticket{});
    CHECK_OK(check(txn, setup, edit.ticket(), patch));
    patch.status.reset();  // what must be filled in first depends on the ticket
    return apply(patch, setup, {}, {}, edit);
}

Result<domain::Ticket> update_ticket(Desk& desk, access::Principal const& principal, domain::TicketId id,
                                     std::int64_t expected_version, TicketPatch const& patch) {
    TRY(auto updated, desk.store.write(principal.scope, [&](store::WriteTxn& txn) {
        return update_ticket_in(desk, txn, principal, id, expected_version, patch);
    }));
    // Learning comes after the commit and may fail alone: the nightly refit sees the ticket again.
    if (updated.teaches) learn_from_correction(desk, principal.scope, updated.ticket, principal.agent);
    return std::move(updated.ticket);
}

}  // namespace lotse::desk
