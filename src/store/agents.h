// SPDX-License-Identifier: Apache-2.0
// Agents. A desk has at most some thousand, so lists are whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/people.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Agent> add_agent(WriteTxn& txn, domain::Agent agent);  // conflict "agent.email_taken"
Result<domain::Agent> get_agent(ReadTxn& txn, domain::AgentId id);    // not_found "agent.missing"
Result<std::optional<domain::Agent>> find_agent_by_email(ReadTxn& txn, std::string_view canonical_email);
Result<domain::Agent> update_agent(WriteTxn& txn, domain::Agent agent);  // by version
Result<std::vector<domain::Agent>> list_agents(ReadTxn& txn);            // by id
Result<void> touch_assigned(WriteTxn& txn, domain::AgentId id, Instant at);  // no version change

Result<std::string> read_password_hash(ReadTxn& txn, domain::AgentId id);  // "" if none
Result<void> write_password_hash(WriteTxn& txn, domain::AgentId id, std::string_view hash);

}  // namespace lotse::store
