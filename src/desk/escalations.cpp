// SPDX-License-Identifier: Apache-2.0
#include "desk/escalations.h"

#include "desk/ticket_step.h"
#include "store/escalations.h"
#include "store/events.h"
#include "store/tickets.h"
#include "store/webhooks.h"

namespace lotse::desk {
namespace {

using domain::EscalationState;

constexpr int kMostCounted = 100;
constexpr int kMostOfTicket = 20;

Result<EscalationList> filled(Desk& desk, store::ReadTxn& txn, std::vector<domain::Escalation> escalations) {
    EscalationList out;
    TRY(out.setup, desk.setups.get(txn));
    for (auto& one : escalations) {
        EscalationItem item;
        TRY(item.ticket, store::get_ticket(txn, one.ticket));
        TRY(item.told, store::list_told(txn, one.id));
        item.escalation = std::move(one);
        for (auto const& told : item.told)
            if (told.webhook) out.webhooks[told.webhook];
        out.items.push_back(std::move(item));
    }
    if (out.webhooks.empty()) return out;
    TRY(auto const webhooks, store::list_webhooks(txn));
    for (auto const& webhook : webhooks)
        if (out.webhooks.contains(webhook.id)) out.webhooks[webhook.id] = webhook.name;
    return out;
}

}  // namespace

Result<EscalationList> my_escalations(Desk& desk, access::Principal const& principal, int limit) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<EscalationList> {
        TRY(auto found, store::escalations_of(txn, principal.agent, limit));
        return filled(desk, txn, std::move(found));
    });
}

Result<EscalationList> list_escalations(Desk& desk, access::Principal const& principal, EscalationState state,
                                        std::string_view after, int limit) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<EscalationList> {
        TRY(auto page, store::list_escalations(txn, state, after, limit));
        TRY(auto out, filled(desk, txn, std::move(page.items)));
        out.next = std::move(page.next);
        return out;
    });
}

Result<EscalationList> ticket_escalations(Desk& desk, access::Principal const& principal, domain::TicketId ticket) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<EscalationList> {
        TRY([[maybe_unused]] auto const there, store::get_ticket(txn, ticket));
        TRY(auto found, store::list_escalations(txn, ticket, kMostOfTicket));
        return filled(desk, txn, std::move(found));
    });
}

Result<EscalationList> one_escalation(Desk& desk, access::Principal const& principal, domain::EscalationId id) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<EscalationList> {
        TRY(auto found, store::get_escalation(txn, id));
        if (found.state == EscalationState::watching)
            return not_found("escalation.missing", "There is no such escalation.");
        return filled(desk, txn, {std::move(found)});
    });
}

Result<EscalationCounts> count_escalations(Desk& desk, access::Principal const& principal) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<EscalationCounts> {
        EscalationCounts out;
        if (principal.agent) {
            TRY(out.mine, store::count_escalations_of(txn, principal.agent, kMostCounted));
        }
        TRY(out.all, store::count_running_escalations(txn, kMostCounted));
        return out;
    });
}

Result<domain::Escalation> acknowledge_escalation(Desk& desk, access::Principal const& principal,
                                                  domain::EscalationId id) {
    auto const now = desk.clock.now();
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Escalation> {
        TRY(auto one, store::get_escalation(txn, id));
        if (one.state == EscalationState::watching)
            return not_found("escalation.missing", "There is no such escalation.");
        if (!principal.agent)
            return invalid("escalation.no_person", "Only a person can look after it; this token acts as nobody.");
        if (one.state == EscalationState::ended)
            return conflict("escalation.ended", "It is over already; nobody needs to look after it any more.");
        if (one.state == EscalationState::acknowledged) return one;
        one.state = EscalationState::acknowledged;
        one.next_at = {};
        one.acknowledged_by = principal.agent;
        one.acknowledged_at = now;
        TRY(one, store::put_escalation(txn, std::move(one)));
        auto event = event_by(principal, one.ticket, domain::EventKind::escalation, now);
        event.data["escalation"] = one.id.value;
        event.data["cause"] = name_of(one.cause);
        event.data["start"] = name_of(one.start);
        event.data["what"] = "acknowledged";
        if (one.percent > 0) event.data["percent"] = one.percent;
        TRY([[maybe_unused]] auto stored, store::add_event(txn, std::move(event)));
        txn.after_commit([&desk, tenant = txn.tenant()] {
            desk.signals.event_stored(tenant);
            desk.signals.hint(tenant, "escalation", "{}");
        });
        return one;
    });
}

}  // namespace lotse::desk
