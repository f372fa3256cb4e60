// SPDX-License-Identifier: Apache-2.0
#include "desk/explain_breach.h"

#include <algorithm>

#include "base/text.h"
#include "desk/person_because.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "store/breaches.h"
#include "store/tenants.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

// In the desk's words; a reason that every desk has goes by its key where the desk has given it none.
std::string told(domain::DeskSettings const& settings, domain::Breach const& breach) {
    if (breach.reason == domain::BreachReason::none) return {};
    auto const word = domain::reason_of(settings, breach.reason);
    std::string out = word && !word->name.empty() ? word->name : domain::key_of(breach.reason);
    if (!breach.remark.empty()) out += ": " + breach.remark;
    return out;
}

// The field of a Change is a literal.
char const* field_of(domain::ClockKind clock) {
    constexpr std::array kFields{"breach.first_reply", "breach.next_reply", "breach.update", "breach.solution",
                                 "breach.handover"};
    return kFields[static_cast<std::size_t>(clock)];
}

Result<void> store_word(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                        domain::Breach const& before, domain::Breach const& after) {
    auto const now = desk.clock.now();
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto ticket, store::get_ticket(txn, after.ticket));
    CHECK_OK(store::explain_breach(txn, after));
    auto const is_open = [](domain::Breach const& one) { return one.reason == domain::BreachReason::none; };
    ticket.unexplained_breaches += (is_open(after) ? 1 : 0) - (is_open(before) ? 1 : 0);
    ticket.unexplained_breaches = std::max(0, ticket.unexplained_breaches);
    TicketEdit edit(std::move(ticket));
    edit.note(field_of(after.clock), told(setup->settings, before), told(setup->settings, after),
              person_because(*setup, principal));
    // No act of a team: a reason does nothing for the ticket.
    auto event = event_by(principal, after.ticket, domain::EventKind::updated, now);
    event.data["explains"] = true;
    TRY([[maybe_unused]] auto done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.ticket_settled(tenant); });
    return {};
}

Result<void> check_word(domain::DeskSettings const& settings, domain::Breach const& before, domain::BreachReason reason,
                        std::string const& remark) {
    if (reason == domain::BreachReason::none) return {};
    auto const known = domain::reason_of(settings, reason);
    // What stands there may be said again, with another remark.
    if (!known || (!known->is_offered && before.reason != reason))
        return invalid("breach.reason", "The desk offers no such reason; see /api/v1/breach-reasons.", "/reason");
    if (known->wants_remark && remark.empty())
        return invalid("breach.remark", "Please say in a few words what it was.", "/remark");
    return {};
}

}  // namespace

Result<std::vector<domain::Breach>> list_breaches(Desk& desk, domain::TenantScope const& scope,
                                                  domain::TicketId ticket) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<domain::Breach>> {
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        return store::list_breaches(txn, ticket);
    });
}

Result<domain::Breach> explain_breach(Desk& desk, access::Principal const& principal, BreachWord const& word) {
    auto const remark = std::string(trim(word.remark));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Breach> {
        TRY([[maybe_unused]] auto ticket, store::get_ticket(txn, word.ticket));
        TRY(auto const known, store::list_breaches(txn, word.ticket));
        // Whoever names a breach has read its time as it is shown, which is without the microseconds.
        auto const due = to_rfc3339(word.due_at);
        auto const found = std::ranges::find_if(
            known, [&](auto const& one) { return one.clock == word.clock && to_rfc3339(one.due_at) == due; });
        if (found == known.end()) return not_found("breach.missing", "This ticket has missed no such target.");
        TRY(auto const settings, store::read_settings(txn));
        CHECK_OK(check_word(settings, *found, word.reason, remark));
        auto after = *found;
        after.reason = word.reason;
        after.remark = word.reason == domain::BreachReason::none ? std::string() : remark;
        if (after.reason == found->reason && after.remark == found->remark) return after;
        bool const is_given = word.reason != domain::BreachReason::none;
        after.agent = is_given ? principal.agent : domain::AgentId{};
        after.explained_at = is_given ? std::optional(desk.clock.now()) : std::nullopt;
        CHECK_OK(store_word(desk, txn, principal, *found, after));
        return after;
    });
}

}  // namespace lotse::desk
