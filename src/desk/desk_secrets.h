// SPDX-License-Identifier: Apache-2.0
// Secrets of one desk, sealed in its notes.
#pragma once

#include <string>

#include "desk/desk.h"

namespace lotse::desk {

// The key that signs reply tokens: 32 random bytes, made once per tenant. One indexed read and 5 us. Both:
// not_found before make_secrets().
Result<std::string> reply_key(Desk const& desk, store::ReadTxn& txn);
// The seed of the key that signs the audit list's anchors (base/crypto: sign).
Result<std::string> audit_seed(Desk const& desk, store::ReadTxn& txn);
Result<void> make_secrets(Desk const& desk, store::WriteTxn& txn);  // keeps what is there

}  // namespace lotse::desk
