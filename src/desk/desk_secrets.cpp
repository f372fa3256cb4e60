// SPDX-License-Identifier: Apache-2.0
#include "desk/desk_secrets.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::string_view kReplyKey = "reply_key";

std::string context(domain::TenantId tenant) { return fmt::format("note|{}|{}", tenant.value, kReplyKey); }

}  // namespace

Result<std::string> reply_key(Desk const& desk, store::ReadTxn& txn) {
    TRY(auto stored, store::read_note(txn, kReplyKey));
    if (stored.empty()) return not_found("desk.no_secrets", "This desk has not been set up.");
    auto const sealed = from_base64(stored);
    return unseal(desk.master_key.reveal(), sealed ? *sealed : std::string(), context(txn.tenant()));
}

Result<void> make_secrets(Desk const& desk, store::WriteTxn& txn) {
    TRY(auto stored, store::read_note(txn, kReplyKey));
    if (!stored.empty()) return {};
    auto const sealed = seal(desk.master_key.reveal(), random_bytes(32), context(txn.tenant()));
    return store::write_note(txn, kReplyKey, base64(sealed));
}

}  // namespace lotse::desk
