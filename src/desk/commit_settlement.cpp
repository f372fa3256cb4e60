// SPDX-License-Identifier: Apache-2.0
#include "desk/commit_settlement.h"

#include <algorithm>

#include "base/log.h"
#include "desk/considered.h"
#include "desk/decide_labels.h"
#include "desk/gather.h"
#include "desk/merge_tickets.h"
#include "desk/notices.h"
#include "desk/settle.h"
#include "store/agents.h"
#include "store/breaches.h"
#include "store/customers.h"
#include "store/escalations.h"
#include "store/events.h"
#include "store/label_requests.h"
#include "store/ledger.h"
#include "store/outbox.h"
#include "store/pool.h"
#include "store/promises.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kTries = 3;
constexpr int kBatch = 100;
constexpr std::string_view kStopped = "gate.stopped";

// New words bring new predictions; the open ones for the same field will never be answered.
Result<void> keep_predictions(store::WriteTxn& txn, domain::TicketId ticket,
                              std::vector<domain::Prediction> const& predictions, Instant now) {
    if (predictions.empty()) return {};
    TRY(auto const known, store::list_predictions(txn, ticket));
    for (auto old : known) {
        if (old.outcome != domain::Outcome::open) continue;
        if (std::ranges::find(predictions, old.field, &domain::Prediction::field) == predictions.end()) continue;
        old.outcome = domain::Outcome::unknown;
        old.settled_at = now;
        CHECK_OK(store::update_prediction(txn, old));
    }
    for (auto const& one : predictions) {
        TRY([[maybe_unused]] auto stored, store::add_prediction(txn, one));
    }
    return {};
}

// The decisions of one settle stand together under one event, so that the timeline tells them as one step.
Result<void> add_decisions(store::WriteTxn& txn, domain::Event const& cause, Settlement const& settlement,
                           Instant now) {
    if (settlement.suggestion)
        CHECK_OK(store::add_suggestion(txn, cause.id, cause.ticket, *settlement.suggestion, now));
    CHECK_OK(keep_predictions(txn, cause.ticket, settlement.predictions, now));
    if (settlement.asks) {
        CHECK_OK(store::put_label_request(txn, *settlement.asks));
    } else if (settlement.suggestion) {
        CHECK_OK(store::remove_label_request(txn, cause.ticket));
    }
    if (settlement.changes.empty()) return {};
    domain::Event event;
    event.ticket = cause.ticket;
    event.kind = domain::EventKind::settled;
    event.actor = domain::Actor::lotse;
    event.data["cause"] = cause.id.value;
    if (!settlement.considered.empty()) event.data["considered"] = considered_json(settlement.considered);
    event.at = now;
    TRY(auto stored, store::add_event(txn, std::move(event)));
    return store::add_changes(txn, stored.id, cause.ticket, settlement.changes, now);
}

// After the ticket, whose own update takes it out where it is not ours or has an owner.
Result<void> keep_pool(store::WriteTxn& txn, Settlement const& settlement, Instant now) {
    if (settlement.pool == Settlement::Pool::out) return store::take_out_of_pool(txn, settlement.ticket.id);
    bool const is_there = settlement.pool == Settlement::Pool::in && store::may_wait(settlement.ticket);
    if (!is_there) return {};
    auto row = store::pooled(settlement.ticket, settlement.known_by);
    row.changed_at = now;
    return store::put_in_pool(txn, row);
}

// Other settlements may have written to the same address since these facts were read, here or on another node: the loop
// guard's count is taken again where nobody can slip past it. Whoever is too late decides anew, and then holds back.
Result<void> check_loop_guard(store::WriteTxn& txn, Settlement const& settlement, Instant now) {
    for (auto const& notice : settlement.notices) {
        bool const is_delay = notice.kind == domain::NoticeKind::delayed;
        bool const is_guarded =
            is_delay || notice.kind == domain::NoticeKind::confirmation || notice.kind == domain::NoticeKind::reopened;
        if (!is_guarded) continue;
        CHECK_OK(store::lock_customer(txn, settlement.ticket.customer));
        TRY(auto sent, count_sent(txn, notice.to_address, notice.ticket, now));
        if (is_delay) sent.to_address_on_ticket_24h = 0;
        if (is_address_full(sent))
            return conflict("notice.address_full", "This address got its share of automatic notices meanwhile.");
    }
    return {};
}

// Whoever stops the gate stops it now: what was decided before and is not stored yet is decided anew.
Result<void> check_not_stopped(store::ReadTxn& txn, Settlement const& settlement) {
    auto const acts = [](auto const& said) { return said.shown == domain::Shown::acted; };
    if (std::ranges::none_of(settlement.predictions, acts)) return {};
    TRY(auto const wishes, store::list_gate_fields(txn));
    for (auto const& wish : wishes) {
        if (!wish.is_stopped) continue;
        bool const concerns = std::ranges::any_of(settlement.predictions, [&](auto const& said) {
            return acts(said) && (wish.field == kWholeDesk || wish.field == said.field);
        });
        if (concerns) return conflict(std::string(kStopped), "Triage was stopped meanwhile.");
    }
    return {};
}

Result<void> learn_language(store::WriteTxn& txn, Settlement const& settlement) {
    if (settlement.customer_language.empty()) return {};
    TRY(auto customer, store::get_customer(txn, settlement.ticket.customer));
    if (customer.language == settlement.customer_language) return {};
    customer.language = settlement.customer_language;
    TRY([[maybe_unused]] auto updated, store::update_customer(txn, std::move(customer)));
    return {};
}

}  // namespace

Result<void> commit_settlement(Desk& desk, domain::TenantScope const& scope, domain::Event const& event,
                               Settlement const& settlement) {
    auto const now = desk.clock.now();
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        if (settlement.ticket.merged_into) {
            TRY(auto const is_forwarded, forward_merged(desk, txn, event.id));
            if (is_forwarded) return {};
        }
        CHECK_OK(check_loop_guard(txn, settlement, now));
        CHECK_OK(check_not_stopped(txn, settlement));
        TRY([[maybe_unused]] auto ticket, store::update_ticket(txn, settlement.ticket));
        CHECK_OK(keep_pool(txn, settlement, now));
        CHECK_OK(add_decisions(txn, event, settlement, now));
        CHECK_OK(store::set_timers(txn, event.ticket, settlement.timers));
        if (settlement.missed) CHECK_OK(store::set_breaches(txn, event.ticket, *settlement.missed));
        for (auto const& promise : settlement.promises) CHECK_OK(store::put_promise(txn, promise));
        for (auto const& escalation : settlement.escalations) {
            TRY([[maybe_unused]] auto stored, store::put_escalation(txn, escalation));
        }
        for (auto const& notice : settlement.notices) {
            TRY([[maybe_unused]] auto stored, store::add_notice(txn, notice));
        }
        CHECK_OK(learn_language(txn, settlement));
        if (settlement.assigned_now) CHECK_OK(store::touch_assigned(txn, settlement.ticket.agent, now));
        CHECK_OK(store::mark_settled(txn, event.id, now));
        txn.after_commit([&desk, &settlement, tenant = txn.tenant(), now] {
            if (settlement.assigned_now) desk.setups.note_assignment(tenant, settlement.ticket.agent, now);
            if (!settlement.notices.empty()) desk.signals.notice_stored(tenant);
            bool const has_timers = !settlement.timers.empty() || !settlement.escalations.empty();
            if (has_timers) desk.signals.timers_changed(tenant);
            if (std::ranges::any_of(settlement.escalations, [](auto const& one) { return one.id.value != 0; }))
                desk.signals.hint(tenant, "escalation", "{}");
            desk.signals.ticket_settled(tenant);
        });
        return {};
    });
}

Result<void> settle_event(Desk& desk, domain::TenantScope const& scope, domain::EventId id) {
    for (int attempt = 1;; ++attempt) {
        auto facts = desk.store.read(scope, [&](store::ReadTxn& txn) { return gather(desk, txn, id); });
        if (!facts) return facts.error();
        if (!facts->event.needs_settling) return {};
        read_meaning(desk.meanings, *facts, false);
        TRY(auto settlement, settle(*facts));
        auto done = commit_settlement(desk, scope, facts->event, settlement);
        // Another process may have stopped it; the set-up in memory need not know yet.
        if (!done && done.error().code == kStopped) desk.setups.drop(scope.tenant());
        if (done || done.error().kind != Kind::conflict || attempt == kTries) return done;
    }
}

Result<int> settle_all(Desk& desk, domain::TenantScope const& scope) {
    int count = 0;
    for (;;) {
        TRY(auto events,
            desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_unsettled(txn, kBatch); }));
        if (events.empty()) return count;
        for (auto const& event : events) {
            CHECK_OK(settle_event(desk, scope, event.id));
            ++count;
        }
    }
}

}  // namespace lotse::desk
