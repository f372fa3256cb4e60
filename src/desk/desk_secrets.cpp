// SPDX-License-Identifier: Apache-2.0
#include "desk/desk_secrets.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::string_view kReplyKey = "reply_key";
constexpr std::string_view kAuditSeed = "audit_seed";

std::string context(domain::TenantId tenant, std::string_view name) {
    return fmt::format("note|{}|{}", tenant.value, name);
}

Result<std::string> read_secret(Desk const& desk, store::ReadTxn& txn, std::string_view name) {
    TRY(auto stored, store::read_note(txn, name));
    if (stored.empty()) return not_found("desk.no_secrets", "This desk has not been set up.");
    auto const sealed = from_base64(stored);
    return unseal(desk.master_key.reveal(), sealed ? *sealed : std::string(), context(txn.tenant(), name));
}

Result<void> make_secret(Desk const& desk, store::WriteTxn& txn, std::string_view name) {
    TRY(auto stored, store::read_note(txn, name));
    if (!stored.empty()) return {};
    auto const sealed = seal(desk.master_key.reveal(), random_bytes(32), context(txn.tenant(), name));
    return store::write_note(txn, name, base64(sealed));
}

}  // namespace

Result<std::string> reply_key(Desk const& desk, store::ReadTxn& txn) { return read_secret(desk, txn, kReplyKey); }

Result<std::string> audit_seed(Desk const& desk, store::ReadTxn& txn) { return read_secret(desk, txn, kAuditSeed); }

Result<void> make_secrets(Desk const& desk, store::WriteTxn& txn) {
    CHECK_OK(make_secret(desk, txn, kReplyKey));
    return make_secret(desk, txn, kAuditSeed);
}

}  // namespace lotse::desk
