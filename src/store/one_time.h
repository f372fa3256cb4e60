// SPDX-License-Identifier: Apache-2.0
// What is good for one use and a short time. Only the SHA-256 of the text that people hold is stored.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/ids.h"
#include "store/db.h"

namespace lotse::store {

// Stored as their position.
enum class OneTimeKind : std::uint8_t { sign_in_link, password_reset, second_factor, new_passkey, passkey_sign_in };

struct OneTime {
    std::string hash;
    OneTimeKind kind = OneTimeKind::sign_in_link;
    domain::AgentId agent;  // none if 0
    std::string data;       // of the kind: a challenge
    int tries = 0;
    Instant expires_at{};
};

Result<void> add_one_time(WriteTxn& txn, OneTime const& one);
// Nothing if there is none of this kind or its time is over.
Result<std::optional<OneTime>> find_one_time(ReadTxn& txn, OneTimeKind kind, std::string_view hash, Instant now);
// True for the one caller that took it.
Result<bool> take_one_time(WriteTxn& txn, std::string_view hash);
Result<void> count_one_time_try(WriteTxn& txn, std::string_view hash);
Result<void> remove_one_times_of(WriteTxn& txn, domain::AgentId agent, OneTimeKind kind);
Result<void> forget_one_times(WriteTxn& txn, Instant now);

}  // namespace lotse::store
