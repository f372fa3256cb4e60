// SPDX-License-Identifier: Apache-2.0
// Tickets that ask for labels, in the order of what a decision is worth, and what people decided.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/label_request.h"
#include "store/db.h"

namespace lotse::store {

// A new request of a ticket replaces its old one and ends the claim on it.
Result<void> put_label_request(WriteTxn& txn, domain::LabelRequest const& request);
// fields, claim and is_skipped, if nobody has claimed it anew since it was read; false: somebody has, or it is gone.
Result<bool> update_label_request(WriteTxn& txn, domain::LabelRequest const& request, std::int64_t claim_read);
Result<void> remove_label_request(WriteTxn& txn, domain::TicketId ticket);
Result<std::optional<domain::LabelRequest>> find_label_request(ReadTxn& txn, domain::TicketId ticket);
// What this principal holds at `now`.
Result<std::optional<domain::LabelRequest>> find_claimed_request(ReadTxn& txn, std::string_view by, Instant now);
// The best that nobody holds at `now` and that `agent` has not decided before; locked until the transaction ends. Cost:
// the rows returned, the claims of the moment, and second looks (at most kMostSecondLooks).
Result<std::vector<domain::LabelRequest>> next_label_requests(WriteTxn& txn, domain::AgentId agent, Instant now,
                                                              int limit);
struct LabelRequestPage {
    std::vector<domain::LabelRequest> items;
    std::string next;  // cursor; "" at the end
};
// The best first, without those that `agent` has decided before.
Result<LabelRequestPage> list_label_requests(ReadTxn& txn, domain::AgentId agent, std::string_view after, int limit);
// Counting ends at `most`.
Result<std::int64_t> count_label_requests(ReadTxn& txn, domain::AgentId agent, std::int64_t most);
// So many wait for a second person at most; counting ends there.
inline constexpr std::int64_t kMostSecondLooks = 200;
Result<std::int64_t> count_second_looks(ReadTxn& txn);

Result<domain::LabelDecision> add_label_decision(WriteTxn& txn, domain::LabelDecision decision);  // id is given here
Result<domain::LabelDecision> get_label_decision(ReadTxn& txn, domain::LabelDecisionId id);
// False if it was taken back before.
Result<bool> mark_taken_back(WriteTxn& txn, domain::LabelDecisionId id);
// Second looks since then that stand, newest first, at most `limit`.
Result<std::vector<domain::LabelDecision>> list_second_looks(ReadTxn& txn, Instant since, int limit);
// How long each decision since then took, at most the newest `limit` of them.
Result<std::vector<Duration>> list_decision_times(ReadTxn& txn, Instant since, int limit);

}  // namespace lotse::store
