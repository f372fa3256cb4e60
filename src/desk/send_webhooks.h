// SPDX-License-Identifier: Apache-2.0
// The outbox of webhooks: claim, send, note the outcome. At least once: a call that arrived just before a kill is sent again
// when its lease ends, under the same id.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "desk/desk.h"
#include "domain/webhook.h"

namespace lotse::desk {

inline constexpr int kCallTries = 8;  // over about a day
// Longer than the longest try.
inline constexpr std::chrono::seconds kCallLease{30};

// Writes the call of a step into the outbox, in the transaction of the step. Errors of the store only; a webhook that is gone
// or switched off is for the caller to see first.
Result<void> add_webhook_call(Desk& desk, store::WriteTxn& txn, domain::WebhookId webhook, domain::TicketId ticket,
                              std::string event_id, std::string body);

using WebhookKey = std::pair<std::int64_t, std::int64_t>;  // desk and webhook
struct DueCall {
    domain::TenantId tenant;
    domain::Webhook webhook;
    domain::WebhookCall call;  // claimed for this worker
    std::string secret;
};
// At most `limit` calls, one of a webhook and none of those that `busy` names, so that a server which does not answer
// holds up one of its own calls and nobody else's. The desks take turns: `first` is where the last look ended.
// Cost: one small read a desk, one index entry a webhook.
Result<std::vector<DueCall>> claim_due_calls(Desk& desk, int limit, std::set<WebhookKey> const& busy,
                                             domain::TenantId& first);
// Blocks; no transaction is open.
Result<WebReply> send_call(Desk const& desk, DueCall const& due);
// Only 2xx is delivered. A server that was not reached rests for a while, for all its calls; those keep their tries.
Result<void> note_call_outcome(Desk& desk, DueCall const& due, Result<WebReply> const& outcome, double jitter);

}  // namespace lotse::desk
