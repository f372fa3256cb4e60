// SPDX-License-Identifier: Apache-2.0
// Webhooks as an admin keeps them. The secret is made here, shown once, and kept sealed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "domain/webhook.h"

namespace lotse::desk {

struct WebhookFields {
    std::optional<std::string> name;
    std::optional<std::string> url;
    std::optional<bool> is_enabled;
};
struct ShownWebhook {
    domain::Webhook webhook;  // its secret stays sealed
    std::int64_t waiting = 0;  // calls; counting ends at 1,000
    std::optional<domain::WebhookCall> last;  // made last
};
struct NewWebhook {
    domain::Webhook webhook;
    Secret<std::string> secret;  // as text, this once
};

Result<std::vector<ShownWebhook>> list_webhooks(Desk& desk, domain::TenantScope const& scope);
Result<ShownWebhook> get_webhook(Desk& desk, domain::TenantScope const& scope, domain::WebhookId id);
// Errors: invalid "name.empty", "http_out.url" | "http_out.private" at "/url"; conflict "webhook.shown_once" where the call
// has made one already; conflict "webhook.stale_version".
Result<NewWebhook> make_webhook(Desk& desk, access::Principal const& principal, WebhookFields const& fields,
                                CallKey const& key);
// Another address, or switching it on, lets what waits try at once.
Result<domain::Webhook> change_webhook(Desk& desk, access::Principal const& principal, domain::WebhookId id,
                                       std::int64_t expected_version, WebhookFields const& fields);
// The old secret is good for nothing from now on, for calls that wait as well.
Result<NewWebhook> renew_webhook_secret(Desk& desk, access::Principal const& principal, domain::WebhookId id);
// Error: conflict "webhook.used" while a chain names it.
Result<void> remove_webhook(Desk& desk, access::Principal const& principal, domain::WebhookId id);

// Sends a call of type "test" now, past the outbox, and tells what came back; blocks for as long as that takes. Error:
// conflict "webhook.off" for one that is switched off.
struct TestedCall {
    std::string event;
    int status = 0;  // 0: no answer
    std::string reason;  // "" where it was taken
};
Result<TestedCall> test_webhook(Desk& desk, access::Principal const& principal, domain::WebhookId id);

// Newest first, those before `before` (0 = from the newest). Error: not_found "webhook.missing".
Result<std::vector<domain::WebhookCall>> list_webhook_calls(Desk& desk, domain::TenantScope const& scope,
                                                            domain::WebhookId id, domain::WebhookCallId before,
                                                            int limit);
Result<std::vector<domain::WebhookCall>> list_dead_webhook_calls(Desk& desk, domain::TenantScope const& scope,
                                                                 domain::WebhookCallId before, int limit);
// One that was given up has all its tries again, under its old id. Errors: not_found "webhook_call.missing"; conflict
// "webhook_call.not_dead".
Result<void> retry_webhook_call(Desk& desk, access::Principal const& principal, domain::WebhookCallId id);
Result<void> drop_webhook_call(Desk& desk, access::Principal const& principal, domain::WebhookCallId id);

// For whoever signs.
Result<std::string> webhook_secret(Desk const& desk, domain::TenantId tenant, domain::Webhook const& webhook);

}  // namespace lotse::desk
