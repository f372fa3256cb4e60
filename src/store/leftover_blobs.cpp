// SPDX-License-Identifier: Apache-2.0
#include "store/leftover_blobs.h"

namespace lotse::store {

Result<void> leave_blob(WriteTxn& txn, LeftoverBlob const& blob, Instant now) {
    auto const done = txn.run(
        "INSERT INTO leftover_blob (tenant_id, sha256, size, since) VALUES (:tenant, ?1, ?2, ?3) "
        "ON CONFLICT (tenant_id, sha256) DO UPDATE SET since = ?3",
        {blob.sha256, blob.size, now});
    if (!done) return done.error();
    return {};
}

Result<std::vector<LeftoverBlob>> list_leftovers(ReadTxn& txn, Instant until, int limit) {
    std::vector<LeftoverBlob> out;
    auto const done = txn.each(
        "SELECT sha256, size FROM leftover_blob WHERE tenant_id = :tenant AND since <= ?1 ORDER BY since, sha256 "
        "LIMIT ?2",
        {until, limit}, [&](Row const& row) { out.push_back({std::string(row.text(0)), row.integer(1)}); });
    if (!done) return done.error();
    return out;
}

Result<bool> is_blob_used(ReadTxn& txn, LeftoverBlob const& blob) {
    for (std::string_view const sql :
         {std::string_view("SELECT 1 FROM upload WHERE tenant_id = :tenant AND size = ?1 AND sha256 = ?2 LIMIT 1"),
          std::string_view("SELECT 1 FROM attachment WHERE tenant_id = :tenant AND size = ?1 AND sha256 = ?2 LIMIT 1"),
          std::string_view("SELECT 1 FROM raw_message WHERE tenant_id = :tenant AND size = ?1 AND sha256 = ?2 "
                           "LIMIT 1")}) {
        TRY(auto const found, txn.each(sql, {blob.size, blob.sha256}, [](Row const&) {}));
        if (found > 0) return true;
    }
    return false;
}

Result<void> forget_leftover(WriteTxn& txn, std::string_view sha256) {
    auto const done = txn.run("DELETE FROM leftover_blob WHERE tenant_id = :tenant AND sha256 = ?1", {sha256});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
