// SPDX-License-Identifier: Apache-2.0
#include "desk/webhooks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/made.h"
#include "desk/webhook_text.h"
#include "store/escalations.h"
#include "store/webhooks.h"

namespace lotse::desk {
namespace {

using domain::Webhook;

constexpr int kMostCounted = 1000;

std::string seal_context(domain::TenantId tenant, domain::WebhookId id) {
    return fmt::format("webhook|{}|{}|secret", tenant.value, id.value);
}

// Printable, so that it goes unchanged through shells and configuration files.
std::string new_secret() { return "whsec_" + base32_lower(random_bytes(32)); }

void put_secret(Desk const& desk, domain::TenantId tenant, Webhook& webhook, std::string const& text) {
    webhook.secret = Secret<std::string>(seal(desk.master_key.reveal(), text, seal_context(tenant, webhook.id)));
}

Result<void> apply(Desk const& desk, WebhookFields const& fields, Webhook& webhook) {
    if (fields.name) {
        TRY(webhook.name, check_name(*fields.name));
    }
    if (fields.url) {
        webhook.url = std::string(trim(*fields.url));
        CHECK_OK(desk.web.check(webhook.url));
    }
    if (fields.is_enabled) webhook.is_enabled = *fields.is_enabled;
    return {};
}

void ring(Desk& desk, store::WriteTxn& txn) {
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.notice_stored(tenant); });
}

Result<ShownWebhook> with_calls(store::ReadTxn& txn, Webhook webhook) {
    ShownWebhook out;
    TRY(out.waiting, store::count_waiting_calls(txn, webhook.id, kMostCounted));
    TRY(auto last, store::list_calls(txn, webhook.id, {}, 1));
    if (!last.empty()) out.last = std::move(last.front());
    out.webhook = std::move(webhook);
    return out;
}

bool names(domain::Chain const& chain, domain::WebhookId id) {
    return std::ranges::any_of(chain.steps, [&](auto const& step) { return step.webhook == id; }) ||
           std::ranges::any_of(chain.ladder, [&](auto const& rung) { return rung.step.webhook == id; });
}

Result<domain::WebhookCall> dead_call(store::ReadTxn& txn, domain::WebhookCallId id) {
    TRY(auto call, store::get_call(txn, id));
    if (call.state != domain::CallState::dead)
        return conflict("webhook_call.not_dead", "This call has not been given up.");
    return call;
}

}  // namespace

Result<std::string> webhook_secret(Desk const& desk, domain::TenantId tenant, Webhook const& webhook) {
    return unseal(desk.master_key.reveal(), webhook.secret.reveal(), seal_context(tenant, webhook.id));
}

Result<std::vector<ShownWebhook>> list_webhooks(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) -> Result<std::vector<ShownWebhook>> {
        TRY(auto all, store::list_webhooks(txn));
        std::vector<ShownWebhook> out;
        for (auto& one : all) {
            TRY(auto shown, with_calls(txn, std::move(one)));
            out.push_back(std::move(shown));
        }
        return out;
    });
}

Result<ShownWebhook> get_webhook(Desk& desk, domain::TenantScope const& scope, domain::WebhookId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<ShownWebhook> {
        TRY(auto one, store::get_webhook(txn, id));
        return with_calls(txn, std::move(one));
    });
}

Result<NewWebhook> make_webhook(Desk& desk, access::Principal const& principal, WebhookFields const& fields,
                                CallKey const& key) {
    NewWebhook out;
    TRY(out.webhook.name, check_name(fields.name.value_or("")));
    CHECK_OK(apply(desk, fields, out.webhook));
    auto const secret = new_secret();
    out.secret = Secret<std::string>(secret);
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<NewWebhook> {
        TRY(auto const known, recall(txn, key));
        if (known)
            return conflict(
                "webhook.shown_once",
                "This call has made a webhook already, and its secret was shown then. Ask for a new secret.");
        TRY(out.webhook.id, store::next_webhook_id(txn));
        out.webhook.made_at = desk.clock.now();
        put_secret(desk, txn.tenant(), out.webhook, secret);
        CHECK_OK(store::add_webhook(txn, out.webhook));
        CHECK_OK(remember(txn, key, JsonObject{{"id", out.webhook.id.value}}, desk.clock.now()));
        return out;
    });
}

Result<Webhook> change_webhook(Desk& desk, access::Principal const& principal, domain::WebhookId id,
                               std::int64_t expected_version, WebhookFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<Webhook> {
        TRY(auto one, store::get_webhook(txn, id));
        if (expected_version != 0) one.version = expected_version;
        CHECK_OK(apply(desk, fields, one));
        if (fields.url || fields.is_enabled) {
            one.silent_until = {};
            one.failures = 0;
            ring(desk, txn);
        }
        return store::update_webhook(txn, std::move(one));
    });
}

Result<NewWebhook> renew_webhook_secret(Desk& desk, access::Principal const& principal, domain::WebhookId id) {
    auto const secret = new_secret();
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<NewWebhook> {
        TRY(auto one, store::get_webhook(txn, id));
        put_secret(desk, txn.tenant(), one, secret);
        NewWebhook out;
        TRY(out.webhook, store::update_webhook(txn, std::move(one)));
        out.secret = Secret<std::string>(secret);
        return out;
    });
}

Result<void> remove_webhook(Desk& desk, access::Principal const& principal, domain::WebhookId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const chains, store::list_chains(txn));
        for (auto const& chain : chains)
            if (names(chain, id))
                return conflict("webhook.used",
                                "The chain \"" + chain.name + "\" calls it. Take it out of its steps first.");
        return store::remove_webhook(txn, id);
    });
}

Result<TestedCall> test_webhook(Desk& desk, access::Principal const& principal, domain::WebhookId id) {
    TRY(auto const one,
        desk.store.read(principal.scope, [&](store::ReadTxn& txn) { return store::get_webhook(txn, id); }));
    if (!one.is_enabled) return conflict("webhook.off", "This webhook is switched off. Switch it on first.");
    TRY(auto const secret, webhook_secret(desk, principal.scope.tenant(), one));
    TestedCall out;
    out.event = new_event_id();
    auto const now = desk.clock.now();
    auto const reply =
        desk.web.send(signed_request(one.url, secret, out.event, test_body(out.event, desk.public_url, now), now));
    if (!reply) {
        out.reason = reply.error().message;
        return out;
    }
    out.status = reply->status;
    if (reply->status < 200 || reply->status > 299) out.reason = fmt::format("It answered {}.", reply->status);
    return out;
}

Result<std::vector<domain::WebhookCall>> list_webhook_calls(Desk& desk, domain::TenantScope const& scope,
                                                            domain::WebhookId id, domain::WebhookCallId before,
                                                            int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<domain::WebhookCall>> {
        TRY([[maybe_unused]] auto const there, store::get_webhook(txn, id));
        return store::list_calls(txn, id, before, limit);
    });
}

Result<std::vector<domain::WebhookCall>> list_dead_webhook_calls(Desk& desk, domain::TenantScope const& scope,
                                                                 domain::WebhookCallId before, int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_dead_calls(txn, before, limit); });
}

Result<void> retry_webhook_call(Desk& desk, access::Principal const& principal, domain::WebhookCallId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto call, dead_call(txn, id));
        call.state = domain::CallState::waiting;
        call.tries = 0;
        call.next_try_at = desk.clock.now();
        CHECK_OK(store::note_call(txn, call));
        CHECK_OK(store::note_reach(txn, call.webhook, 0, {}));
        ring(desk, txn);
        return {};
    });
}

Result<void> drop_webhook_call(Desk& desk, access::Principal const& principal, domain::WebhookCallId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto call, dead_call(txn, id));
        call.state = domain::CallState::let_be;
        return store::note_call(txn, call);
    });
}

}  // namespace lotse::desk
