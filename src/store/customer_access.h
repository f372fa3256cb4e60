// SPDX-License-Identifier: Apache-2.0
// How customers come in: links by mail, each good once, and the sessions that they open. Only hashes of the secrets are
// here (H-21).
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/ids.h"
#include "store/db.h"

namespace lotse::store {

// `hash`: 32 bytes of SHA-256.
Result<void> add_customer_link(WriteTxn& txn, std::string_view hash, std::string_view email, Instant expires_at);
// Whose it is, while it can be used; changes nothing.
Result<std::optional<std::string>> find_customer_link(ReadTxn& txn, std::string_view hash, Instant now);
// The same, and it is gone: of two that use it at the same time one gets the address.
Result<std::optional<std::string>> use_customer_link(WriteTxn& txn, std::string_view hash, Instant now);

struct CustomerSession {
    std::string hash;
    domain::CustomerId customer;
    std::string email;  // whose mailbox opened it
    Instant created_at{};
    Instant last_seen_at{};
    Instant expires_at{};
};
Result<void> add_customer_session(WriteTxn& txn, CustomerSession const& session);
Result<std::optional<CustomerSession>> find_customer_session(ReadTxn& txn, std::string_view hash);
Result<void> touch_customer_session(WriteTxn& txn, std::string_view hash, Instant at);
Result<void> remove_customer_session(WriteTxn& txn, std::string_view hash);

// Links and sessions that are past their time.
Result<void> forget_customer_access(WriteTxn& txn, Instant now);

}  // namespace lotse::store
