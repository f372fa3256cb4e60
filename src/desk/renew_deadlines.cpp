// SPDX-License-Identifier: Apache-2.0
#include "desk/renew_deadlines.h"

#include <algorithm>
#include <tuple>

#include "base/log.h"
#include "desk/decide_deadlines.h"
#include "desk/gather.h"
#include "desk/waiting_work.h"
#include "store/breaches.h"
#include "store/outbox.h"
#include "store/renewals.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kBatch = 100;

auto clocks_of(domain::Ticket const& t) {
    return std::tie(t.first_reply_due_at, t.next_reply_due_at, t.update_due_at, t.solution_due_at, t.handover_due_at,
                    t.unexplained_breaches);
}

bool is_of_a_clock(domain::TimerKind kind) {
    return std::ranges::any_of(domain::kClockKinds, [&](auto clock) {
        return domain::warning_of(clock) == kind || domain::breach_of(clock) == kind || domain::rung_of(clock) == kind;
    });
}

struct Renewed {
    domain::Ticket ticket;
    std::vector<domain::Timer> timers;
    std::vector<domain::Missed> missed;
    bool has_moved = false;
};

Result<Renewed> compute(Desk& desk, store::ReadTxn& txn, domain::TicketId id) {
    TRY(auto const ticket, store::get_ticket(txn, id));
    TRY(auto const facts, gather_clocks(desk, txn, ticket));
    TRY(auto const before, store::list_timers(txn, id));
    TicketEdit edit(ticket);
    Settlement decided;
    CHECK_OK(decide_deadlines(facts, edit, decided));
    Renewed out{edit.ticket(), {}, decided.missed.value_or(std::vector<domain::Missed>{}), false};
    for (auto const& timer : decided.timers)
        if (is_of_a_clock(timer.kind)) out.timers.push_back(timer);
    // What else waits for its time is none of a policy's business.
    for (auto const& timer : before)
        if (!is_of_a_clock(timer.kind)) out.timers.push_back(timer);
    std::ranges::sort(out.timers, {}, &domain::Timer::kind);
    bool const same_missed =
        !decided.missed || std::ranges::equal(facts.breaches, *decided.missed, [](auto const& a, auto const& b) {
            return a.clock == b.clock && a.due_at == b.due_at;
        });
    out.has_moved = clocks_of(ticket) != clocks_of(out.ticket) || out.timers != before || !same_missed;
    return out;
}

bool is_ours(domain::Ticket const& ticket) {
    return ticket.status != domain::Status::solved && ticket.status != domain::Status::closed;
}

// Those of one desk, from where its walk is. False: none has been asked for, or it is over.
Result<bool> renew_batch(Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const before, desk.store.read(scope, [](store::ReadTxn& txn) { return store::find_renewal(txn); }));
    if (!before) return false;
    // Another process may have changed the set-up: the walk begins with what is stored now.
    if (before->after.empty()) desk.setups.drop(scope.tenant());
    store::TicketQuery query;
    query.statuses = {domain::Status::fresh, domain::Status::open, domain::Status::waiting};
    query.sort = store::TicketSort::created;
    query.descending = false;
    query.after = before->after;
    query.limit = kBatch;
    TRY(auto const page, desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_tickets(txn, query); }));
    auto now = *before;
    now.after = page.next;
    for (auto const& ticket : page.items) {
        auto const moved = renew_ticket(desk, scope, ticket.id);
        // One ticket with a calendar that cannot be met must not keep the others from their times.
        if (!moved && moved.error().kind != Kind::conflict)
            log_error("deadlines of a ticket could not be computed anew", moved.error());
        ++now.looked_at;
        now.moved += moved && *moved ? 1 : 0;
    }
    bool const is_over = page.next.empty();
    TRY(auto const is_mine, desk.store.write(scope, [&](store::WriteTxn& txn) {
        return is_over ? store::end_renewal(txn, *before) : store::move_renewal(txn, *before, now);
    }));
    if (is_over && is_mine)
        log(Level::info, "deadlines computed anew",
            {{"tenant", scope.tenant().value}, {"tickets", now.looked_at}, {"moved", now.moved}});
    return !is_over || !is_mine;
}

}  // namespace

Result<void> ask_renewal(Desk& desk, store::WriteTxn& txn) { return store::ask_renewal(txn, desk.clock.now()); }

Result<bool> renew_ticket(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket) {
    TRY(auto renewed, desk.store.read(scope, [&](store::ReadTxn& txn) { return compute(desk, txn, ticket); }));
    if (!renewed.has_moved || !is_ours(renewed.ticket)) return false;
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto stored, store::update_ticket(txn, renewed.ticket));
        CHECK_OK(store::set_timers(txn, ticket, renewed.timers));
        CHECK_OK(store::set_breaches(txn, ticket, renewed.missed));
        txn.after_commit([&desk, tenant = txn.tenant()] {
            desk.signals.timers_changed(tenant);
            desk.signals.ticket_settled(tenant);
        });
        return {};
    }));
    return true;
}

Result<bool> renew_step(Desk& desk) {
    bool has_more = false;
    TRY(auto const tenants, tended_desks(desk));
    for (auto const& tenant : tenants) {
        TRY(auto const more, renew_batch(desk, domain::ScopeMint::for_tenant(tenant.id)));
        has_more = has_more || more;
    }
    return has_more;
}

}  // namespace lotse::desk
