// SPDX-License-Identifier: Apache-2.0
// Calls of one person that wait in the outbox: warnings, missed targets, escalations. Many at once go in one mail.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/notice.h"
#include "store/db.h"

namespace lotse::store {

struct WaitingCalls {
    std::string to_address;
    std::int64_t count = 0;
    std::optional<Instant> gathered_at;  // when this address last got several in one
};
// By address, of whom there is a call among the first `limit` due notices of the outbox; all their due calls that were not
// tried yet are counted, up to `most` each. Cost: the first `limit`, and three seeks an address.
Result<std::vector<WaitingCalls>> waiting_calls(ReadTxn& txn, Instant now, int limit, int most);

// All due calls of the address that were not tried yet count as sent; gives them, without their texts, oldest first. Whoever
// comes second gets none.
Result<std::vector<domain::Notice>> take_calls(WriteTxn& txn, std::string const& to_address, Instant now);
Result<void> note_gathered(WriteTxn& txn, std::string const& to_address, Instant at);
// They wait for the next mail.
Result<void> postpone_calls(WriteTxn& txn, std::string const& to_address, Instant now, Instant until);

}  // namespace lotse::store
