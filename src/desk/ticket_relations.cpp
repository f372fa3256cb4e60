// SPDX-License-Identifier: Apache-2.0
#include "desk/ticket_relations.h"

#include <algorithm>

#include "desk/made.h"
#include "desk/person_because.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/relations.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kDeepest = 20;

TicketBrief brief_of(domain::Ticket const& ticket) { return {ticket.id, ticket.subject, ticket.status}; }

Result<void> add_links(store::ReadTxn& txn, domain::TicketId of, domain::TicketId viewed, TicketRelations& out) {
    TRY(auto const links, store::list_links(txn, of));
    for (auto const& link : links) {
        auto const known = [&](LinkedTicket const& one) { return one.ticket.id == link.other; };
        if (link.other == viewed || std::ranges::any_of(out.links, known)) continue;
        TRY(auto const other, store::get_ticket(txn, link.other));
        out.links.push_back({link.kind, brief_of(other)});
    }
    return {};
}

// Upwards from the wanted parent; a family deeper than that was a circle before.
Result<void> check_parent(store::ReadTxn& txn, domain::TicketId child, domain::TicketId parent) {
    std::vector<domain::TicketId> level{parent};
    for (int depth = 0; !level.empty(); ++depth) {
        std::vector<domain::TicketId> above;
        for (auto const id : level) {
            if (id == child || depth > kDeepest)
                return invalid("link.cycle", "A ticket cannot stand below its own child.", "/other");
            TRY(auto const links, store::list_links(txn, id));
            for (auto const& link : links)
                if (link.kind == domain::LinkKind::parent) above.push_back(link.other);
        }
        level = std::move(above);
    }
    return {};
}

Result<void> tell(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::TicketId id,
                  std::string from, std::string to) {
    auto const now = desk.clock.now();
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const ticket, store::get_ticket(txn, id));
    TicketEdit edit(ticket);
    edit.note("link", std::move(from), std::move(to), person_because(*setup, principal));
    auto event = event_by(principal, id, domain::EventKind::updated, now);
    TRY([[maybe_unused]] auto const done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    return {};
}

std::string told(domain::LinkKind kind, domain::TicketId other) {
    return std::string(domain::name_of(kind)) + " " + std::to_string(other.value);
}

void announce(Desk& desk, store::WriteTxn& txn) {
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.ticket_settled(tenant); });
}

}  // namespace

Result<TicketRelations> relations_of(store::ReadTxn& txn, domain::Ticket const& ticket) {
    TicketRelations out;
    CHECK_OK(add_links(txn, ticket.id, ticket.id, out));
    TRY(auto const merges, store::list_merges_into(txn, ticket.id));
    for (auto const& merge : merges) {
        TRY(auto const source, store::get_ticket(txn, merge.source));
        TRY(auto customer, store::get_customer(txn, source.customer));
        out.merged.push_back({brief_of(source), std::move(customer), merge.at, merge.agent});
        CHECK_OK(add_links(txn, source.id, ticket.id, out));
    }
    TRY(auto const origin, store::find_split_origin(txn, ticket.id));
    if (origin) {
        TRY(auto const from, store::get_ticket(txn, *origin));
        out.split_from = brief_of(from);
    }
    return out;
}

Result<TicketRelations> link_tickets(Desk& desk, access::Principal const& principal, domain::TicketId id,
                                     domain::TicketId other, domain::LinkKind kind) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<TicketRelations> {
        TRY(auto const ticket, store::get_ticket(txn, id));
        if (id == other) return invalid("link.self", "A ticket is not linked to itself.", "/other");
        TRY([[maybe_unused]] auto const there, store::get_ticket(txn, other));
        if (kind == domain::LinkKind::parent) CHECK_OK(check_parent(txn, id, other));
        TRY(auto const is_new, store::put_link(txn, id, {other, kind}));
        if (is_new) {
            // The lower id first, as everywhere where two tickets are written.
            auto const back = domain::seen_from_there(kind);
            if (id < other) CHECK_OK(tell(desk, txn, principal, id, {}, told(kind, other)));
            CHECK_OK(tell(desk, txn, principal, other, {}, told(back, id)));
            if (other < id) CHECK_OK(tell(desk, txn, principal, id, {}, told(kind, other)));
            announce(desk, txn);
        }
        return relations_of(txn, ticket);
    });
}

Result<void> unlink_tickets(Desk& desk, access::Principal const& principal, domain::TicketId id,
                            domain::TicketId other) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto const ticket, store::get_ticket(txn, id));
        TRY([[maybe_unused]] auto const there, store::get_ticket(txn, other));
        TRY(auto const links, store::list_links(txn, id));
        auto const found = std::ranges::find(links, other, &domain::Link::other);
        if (found == links.end()) return {};
        TRY([[maybe_unused]] auto const removed, store::remove_link(txn, id, other));
        auto const back = domain::seen_from_there(found->kind);
        if (id < other) CHECK_OK(tell(desk, txn, principal, id, told(found->kind, other), {}));
        CHECK_OK(tell(desk, txn, principal, other, told(back, id), {}));
        if (other < id) CHECK_OK(tell(desk, txn, principal, id, told(found->kind, other), {}));
        announce(desk, txn);
        return {};
    });
}

}  // namespace lotse::desk
