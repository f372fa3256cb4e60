// SPDX-License-Identifier: Apache-2.0
// What customers say of how their tickets went.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/ids.h"
#include "store/db.h"

namespace lotse::store {

struct Survey {
    domain::TicketId ticket;
    int score = 0;  // 1 (bad) to 5 (good)
    std::string comment;
    Instant at{};
};

Result<void> put_survey(WriteTxn& txn, Survey const& survey);  // instead of an earlier one
Result<std::optional<Survey>> find_survey(ReadTxn& txn, domain::TicketId ticket);

}  // namespace lotse::store
