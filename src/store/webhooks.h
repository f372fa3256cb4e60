// SPDX-License-Identifier: Apache-2.0
// Webhooks and the outbox of their calls. Every read is an index range.
#pragma once

#include <optional>
#include <vector>

#include "domain/webhook.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::WebhookId> next_webhook_id(WriteTxn& txn);  // first, since the seal of the secret names it
Result<void> add_webhook(WriteTxn& txn, domain::Webhook const& webhook);
Result<domain::Webhook> get_webhook(ReadTxn& txn, domain::WebhookId id);  // not_found "webhook.missing"
Result<std::vector<domain::Webhook>> list_webhooks(ReadTxn& txn);  // by id
// Name, address, secret, and whether it is enabled. Error: conflict "webhook.stale_version".
Result<domain::Webhook> update_webhook(WriteTxn& txn, domain::Webhook webhook);
// With all its calls.
Result<void> remove_webhook(WriteTxn& txn, domain::WebhookId id);
// Whether its server answered; no new version, an admin's form stays good.
Result<void> note_reach(WriteTxn& txn, domain::WebhookId id, int failures, Instant silent_until);

Result<domain::WebhookCall> add_call(WriteTxn& txn, domain::WebhookCall call);  // id is given here
Result<domain::WebhookCall> get_call(ReadTxn& txn, domain::WebhookCallId id);  // not_found "webhook_call.missing"
// When the next call of this webhook wants to be tried; nothing if none waits.
Result<std::optional<Instant>> next_call_at(ReadTxn& txn, domain::WebhookId webhook);
// The one that is due first, and it is this caller's until `lease_until`. On PostgreSQL another node's is left out.
Result<std::optional<domain::WebhookCall>> claim_call(WriteTxn& txn, domain::WebhookId webhook, Instant now,
                                                      Instant lease_until);
// What became of a try: state, tries, next_try_at, tried_at, status, reason. One that is gone meanwhile stays gone.
Result<void> note_call(WriteTxn& txn, domain::WebhookCall const& call);
// Of one webhook, the newest first, those before `before` (0 = from the newest).
Result<std::vector<domain::WebhookCall>> list_calls(ReadTxn& txn, domain::WebhookId webhook,
                                                    domain::WebhookCallId before, int limit);
Result<std::vector<domain::WebhookCall>> list_dead_calls(ReadTxn& txn, domain::WebhookCallId before, int limit);
Result<std::int64_t> count_dead_calls(ReadTxn& txn);
// Waiting ones of a webhook; counting stops at `most`.
Result<std::int64_t> count_waiting_calls(ReadTxn& txn, domain::WebhookId webhook, int most);
// What no longer waits and was made before; at most `limit`, gives how many.
Result<int> forget_calls(WriteTxn& txn, Instant before, int limit);

}  // namespace lotse::store
