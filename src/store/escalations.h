// SPDX-License-Identifier: Apache-2.0
// Escalations and the chains that admins write. Every read is an index range: the open ones of a ticket, of a person, what
// is due, what the page shows.
#pragma once

#include <optional>
#include <vector>

#include "domain/escalation.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Chain> add_chain(WriteTxn& txn, domain::Chain chain);  // id is given here
Result<domain::Chain> get_chain(ReadTxn& txn, domain::ChainId id);  // not_found "escalation_chain.missing"
Result<domain::Chain> update_chain(WriteTxn& txn, domain::Chain chain);  // conflict "escalation_chain.stale_version"
Result<void> remove_chain(WriteTxn& txn, domain::ChainId id);
Result<std::vector<domain::Chain>> list_chains(ReadTxn& txn);  // by id

// A new one (id 0) or the next state of a known one. A watch that ends without a word leaves no row. Errors: conflict "escalation.stale_version" if it moved meanwhile,
// "store.duplicate" if the ticket has one of this cause by now.
Result<domain::Escalation> put_escalation(WriteTxn& txn, domain::Escalation escalation);
Result<domain::Escalation> get_escalation(ReadTxn& txn, domain::EscalationId id);  // not_found "escalation.missing"
Result<std::vector<domain::Escalation>> open_escalations(ReadTxn& txn, domain::TicketId ticket);  // not ended, by cause
// All but watching ones, the newest first.
Result<std::vector<domain::Escalation>> list_escalations(ReadTxn& txn, domain::TicketId ticket, int limit);
// Soonest first. On PostgreSQL each is locked for this transaction and those of another node are left out.
Result<std::vector<domain::Escalation>> claim_escalations(WriteTxn& txn, Instant now, int limit);
Result<std::optional<Instant>> next_escalation_at(ReadTxn& txn);

// Those that ended before, with who was told, the oldest first; at most `limit`, gives how many.
Result<int> forget_escalations(WriteTxn& txn, Instant before, int limit);

struct EscalationPage {
    std::vector<domain::Escalation> items;
    std::string next;  // cursor; "" at the end
};
// In this state, the newest first.
Result<EscalationPage> list_escalations(ReadTxn& txn, domain::EscalationState state, std::string_view after, int limit);
// Running, that this person was told of and nobody looks after, the newest first.
Result<std::vector<domain::Escalation>> escalations_of(ReadTxn& txn, domain::AgentId agent, int limit);
// Counting stops at `most`.
Result<std::int64_t> count_escalations_of(ReadTxn& txn, domain::AgentId agent, int most);
Result<std::int64_t> count_running_escalations(ReadTxn& txn, int most);

Result<void> add_told(WriteTxn& txn, domain::EscalationTold const& told, bool is_open);
Result<std::vector<domain::EscalationTold>> list_told(ReadTxn& txn, domain::EscalationId id);  // in order
// Nobody needs to see it any more.
Result<void> close_told(WriteTxn& txn, domain::EscalationId id);

}  // namespace lotse::store
