// SPDX-License-Identifier: Apache-2.0
#include "desk/send_webhooks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/log.h"
#include "desk/deliver_notices.h"
#include "desk/waiting_work.h"
#include "desk/webhook_text.h"
#include "desk/webhooks.h"
#include "store/webhooks.h"

namespace lotse::desk {
namespace {

using domain::CallState;

constexpr std::chrono::seconds kFirstRest{15};
constexpr std::chrono::seconds kLongestRest{900};
// What waited behind a server that was away for longer than all tries take is of no use any more.
constexpr std::chrono::hours kOfUse{26};

Duration rest_after(int failures) {
    return std::min<Duration>(kFirstRest * (1 << std::min(failures - 1, 10)), kLongestRest);
}

Result<std::vector<domain::Webhook>> ready(Desk& desk, domain::TenantScope const& scope, Instant now) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<domain::Webhook>> {
        TRY(auto all, store::list_webhooks(txn));
        std::vector<domain::Webhook> out;
        for (auto& one : all) {
            if (!one.is_enabled || one.silent_until > now) continue;
            TRY(auto const next, store::next_call_at(txn, one.id));
            if (next && *next <= now) out.push_back(std::move(one));
        }
        return out;
    });
}

Result<std::optional<DueCall>> claim(Desk& desk, domain::TenantScope const& scope, domain::Webhook const& webhook) {
    auto const now = desk.clock.now();
    TRY(auto call, desk.store.write(scope, [&](store::WriteTxn& txn) {
        return store::claim_call(txn, webhook.id, now, now + kCallLease);
    }));
    if (!call) return std::optional<DueCall>();
    TRY(auto secret, webhook_secret(desk, scope.tenant(), webhook));
    return std::optional(DueCall{scope.tenant(), webhook, *std::move(call), std::move(secret)});
}

struct Verdict {
    bool is_delivered = false;
    bool is_unreached = false;
    bool is_hopeless = false;
    int status = 0;
    std::string reason;
};

Verdict judge(Result<WebReply> const& outcome) {
    Verdict out;
    if (!outcome) {
        out.reason = outcome.error().message;
        out.is_hopeless = outcome.error().kind == Kind::invalid;
        out.is_unreached = outcome.error().kind == Kind::unavailable;
        return out;
    }
    out.status = outcome->status;
    out.is_delivered = outcome->status >= 200 && outcome->status <= 299;
    if (!out.is_delivered) out.reason = fmt::format("It answered {}.", outcome->status);
    return out;
}

void give_up(DueCall const& due, domain::WebhookCall& call) {
    call.state = CallState::dead;
    log_error("a webhook call was given up", unavailable("webhook.given_up", call.reason),
              {{"tenant", due.tenant.value}, {"webhook", call.webhook.value}, {"call", call.id.value}});
}

}  // namespace

Result<void> add_webhook_call(Desk& desk, store::WriteTxn& txn, domain::WebhookId webhook, domain::TicketId ticket,
                              std::string event_id, std::string body) {
    domain::WebhookCall call;
    call.webhook = webhook;
    call.ticket = ticket;
    call.event = std::move(event_id);
    call.body = std::move(body);
    call.made_at = desk.clock.now();
    call.next_try_at = call.made_at;
    TRY([[maybe_unused]] auto const stored, store::add_call(txn, std::move(call)));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.notice_stored(tenant); });
    return {};
}

Result<std::vector<DueCall>> claim_due_calls(Desk& desk, int limit, std::set<WebhookKey> const& busy,
                                             domain::TenantId& first) {
    std::vector<DueCall> out;
    TRY(auto tenants, tended_desks(desk));
    auto const next = std::ranges::find_if(tenants, [&](auto const& one) { return one.id > first; });
    std::ranges::rotate(tenants, next);
    for (auto const& tenant : tenants) {
        if (std::ssize(out) >= limit) break;
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        TRY(auto const webhooks, ready(desk, scope, desk.clock.now()));
        for (auto const& webhook : webhooks) {
            if (std::ssize(out) >= limit) break;
            if (busy.contains({tenant.id.value, webhook.id.value})) continue;
            TRY(auto due, claim(desk, scope, webhook));
            if (!due) continue;
            out.push_back(*std::move(due));
            first = tenant.id;
        }
    }
    return out;
}

Result<WebReply> send_call(Desk const& desk, DueCall const& due) {
    return desk.web.send(signed_request(due.webhook.url, due.secret, due.call.event, due.call.body, desk.clock.now()));
}

Result<void> note_call_outcome(Desk& desk, DueCall const& due, Result<WebReply> const& outcome, double jitter) {
    auto const now = desk.clock.now();
    auto const verdict = judge(outcome);
    return desk.store.write(domain::ScopeMint::for_tenant(due.tenant), [&](store::WriteTxn& txn) -> Result<void> {
        auto call = due.call;
        ++call.tries;
        call.tried_at = now;
        call.status = verdict.status;
        call.reason = verdict.reason;
        call.next_try_at = now + retry_pause(call.tries, jitter);
        if (verdict.is_delivered) {
            call.state = CallState::delivered;
        } else if (verdict.is_hopeless || call.tries >= kCallTries || now - call.made_at > kOfUse) {
            give_up(due, call);
        }
        CHECK_OK(store::note_call(txn, call));
        int const failures = verdict.is_unreached ? due.webhook.failures + 1 : 0;
        if (failures == due.webhook.failures) return {};
        return store::note_reach(txn, due.webhook.id, failures, failures == 0 ? Instant{} : now + rest_after(failures));
    });
}

}  // namespace lotse::desk
