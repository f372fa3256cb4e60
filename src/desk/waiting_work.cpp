// SPDX-License-Identifier: Apache-2.0
#include "desk/waiting_work.h"

#include <algorithm>

#include "desk/deliver_notices.h"
#include "desk/fire_timers.h"
#include "desk/gather_calls.h"
#include "desk/hold_mail.h"
#include "desk/run_escalations.h"
#include "desk/send_scheduled.h"
#include "desk/snooze.h"
#include "store/correspondence.h"
#include "store/escalations.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/setup.h"
#include "store/teamwork.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr int kTimersAtOnce = 100;

// The reply address is the queue's or the desk's with a token in it; without the token it is the sender.
std::string sender_of(Setup const& setup, domain::Notice const& notice) {
    auto address = notice.reply_to;
    auto const plus = address.find('+');
    auto const at = address.find('@');
    if (plus != std::string::npos && at != std::string::npos && plus < at) address.erase(plus, at - plus);
    return address.empty() ? setup.tenant.mail_from : address;
}

// Timers, replies that wait for their time, tickets that sleep.
Result<std::optional<Instant>> next_due(store::ReadTxn& txn) {
    TRY(auto soonest, store::next_timer_at(txn));
    TRY(auto scheduled, store::next_scheduled_at(txn));
    TRY(auto wakes, store::next_wake_at(txn));
    TRY(auto steps, store::next_escalation_at(txn));
    for (auto const& other : {scheduled, wakes, steps})
        if (other && (!soonest || *other < *soonest)) soonest = other;
    return soonest;
}

}  // namespace

Result<std::vector<domain::Tenant>> tended_desks(Desk& desk) {
    TRY(auto tenants, store::list_tenants(desk.store));
    std::erase_if(tenants, [](auto const& tenant) { return tenant.is_unfinished; });
    return tenants;
}

Result<std::vector<UnsettledEvent>> unsettled_events(Desk& desk, int limit) {
    std::vector<UnsettledEvent> out;
    TRY(auto tenants, tended_desks(desk));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        CHECK_OK(let_old_mail_through(desk, scope));
        TRY(auto events,
            desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_unsettled(txn, limit); }));
        for (auto const& event : events) out.push_back({tenant.id, event.id, event.ticket});
    }
    return out;
}

Result<std::vector<DueNotice>> claim_due_notices(Desk& desk, int limit, HasWayOut const& has_way_out) {
    std::vector<DueNotice> out;
    TRY(auto tenants, tended_desks(desk));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        std::shared_ptr<Setup const> setup;
        TRY(auto is_due, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<bool> {
            TRY(setup, desk.setups.get(txn));
            TRY(auto next, store::next_notice_at(txn));
            return next && *next <= desk.clock.now();
        }));
        if (!is_due) continue;
        TRY(auto const has_way, has_way_out(tenant.id));
        if (!has_way) continue;
        TRY([[maybe_unused]] auto gathered, gather_calls(desk, scope));
        TRY(auto notices, claim_notices(desk, scope, limit));
        for (auto& notice : notices) {
            auto from = sender_of(*setup, notice);
            out.push_back({tenant.id, setup->tenant.name, std::move(from), std::move(notice)});
        }
    }
    return out;
}

Result<FiredTimers> fire_due_timers(Desk& desk, Duration longest) {
    FiredTimers out{longest, 0};
    TRY(auto tenants, tended_desks(desk));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        for (;;) {
            TRY(auto next, desk.store.read(scope, next_due));
            if (!next) break;
            auto const left = *next - desk.clock.now();
            if (left > Duration::zero()) {
                out.pause = std::min(out.pause, left);
                break;
            }
            TRY(auto fired, fire_timers(desk, scope, kTimersAtOnce));
            TRY(auto sent, send_scheduled(desk, scope));
            TRY(auto woken, wake_tickets(desk, scope));
            TRY(auto told, run_escalations(desk, scope, kTimersAtOnce));
            out.fired += fired + sent + woken + told;
        }
    }
    return out;
}

Result<std::vector<DeskMailbox>> enabled_mailboxes(Desk& desk) {
    std::vector<DeskMailbox> out;
    TRY(auto tenants, tended_desks(desk));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        TRY(auto mailboxes, desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_mailboxes(txn); }));
        for (auto& mailbox : mailboxes)
            if (mailbox.is_enabled && !mailbox.host.empty()) out.push_back({tenant.id, std::move(mailbox)});
    }
    return out;
}

}  // namespace lotse::desk
