// SPDX-License-Identifier: Apache-2.0
// How likely an open ticket is to miss its target, to come back, to change hands; learned from the desk's closed ones.
#pragma once

#include <string_view>
#include <vector>

#include "desk/desk.h"
#include "domain/risk.h"
#include "domain/ticket.h"

namespace lotse::desk {

constexpr std::string_view kRiskNote = "risk_model";  // where the store keeps the model

// Those that can still come to this ticket; nothing for one that is solved or closed. A risk that history is too short
// for is there and says so. Cost: two bounded reads.
Result<std::vector<domain::RiskFigure>> judge_risks(Desk& desk, store::ReadTxn& txn, domain::Ticket const& ticket,
                                                    Setup const& setup);

// Fits the three models on the newest closed tickets and puts them in service. A second or two for 10,000.
Result<void> learn_risks(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
