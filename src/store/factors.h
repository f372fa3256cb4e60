// SPDX-License-Identifier: Apache-2.0
// Second factors of agents: the shared secret of an authenticator, recovery codes, passkeys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/secret.h"
#include "domain/ids.h"
#include "store/db.h"

namespace lotse::store {

struct Totp {
    domain::AgentId agent;
    Secret<std::string> secret;  // sealed by the caller
    bool is_on = false;          // false: shown, but no code of it has been seen yet
    std::int64_t last_step = 0;  // of the last code that was taken
    Instant created_at{};
};
Result<std::optional<Totp>> find_totp(ReadTxn& txn, domain::AgentId agent);
Result<void> put_totp(WriteTxn& txn, Totp const& totp);
Result<void> remove_totp(WriteTxn& txn, domain::AgentId agent);

Result<void> replace_recovery_codes(WriteTxn& txn, domain::AgentId agent, std::vector<std::string> const& hashes);
Result<std::int64_t> count_recovery_codes(ReadTxn& txn, domain::AgentId agent);
// True for the one caller that took it.
Result<bool> take_recovery_code(WriteTxn& txn, domain::AgentId agent, std::string_view hash);

using PasskeyId = Id<struct PasskeyTag>;

struct Passkey {
    PasskeyId id;
    domain::AgentId agent;
    std::string credential;  // its id, raw bytes
    std::string public_key;  // raw, as libfido2 gives and takes it
    int algorithm = 0;       // COSE: -7, -8, -257
    std::int64_t sign_count = 0;
    std::string name;
    Instant created_at{};
    std::optional<Instant> last_used_at;
};
Result<Passkey> add_passkey(WriteTxn& txn, Passkey passkey);  // conflict "passkey.known"
Result<std::optional<Passkey>> find_passkey(ReadTxn& txn, std::string_view credential);
Result<std::vector<Passkey>> list_passkeys(ReadTxn& txn, domain::AgentId agent);
// Error of both: not_found "passkey.missing", also for somebody else's.
Result<Passkey> rename_passkey(WriteTxn& txn, domain::AgentId agent, PasskeyId id, std::string_view name);
Result<void> remove_passkey(WriteTxn& txn, domain::AgentId agent, PasskeyId id);
Result<void> note_passkey_use(WriteTxn& txn, PasskeyId id, std::int64_t sign_count, Instant at);
// Whether the agent could prove more than a password: an authenticator that is on, or a passkey. Two index entries.
Result<bool> has_second_factor(ReadTxn& txn, domain::AgentId agent);
// Authenticator, codes and passkeys.
Result<void> remove_all_factors(WriteTxn& txn, domain::AgentId agent);

}  // namespace lotse::store
