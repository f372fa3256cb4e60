// SPDX-License-Identifier: Apache-2.0
#include "store/correspondence.h"
#include "store/leftover_blobs.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "id, agent_id, is_inline, size, created_at, expires_at, name, content_type, content_id, sha256";

domain::Upload read_upload(Row const& row) {
    domain::Upload out;
    out.id = row.id<domain::UploadTag>(0);
    out.agent = row.id<domain::AgentTag>(1);
    out.is_inline = row.flag(2);
    out.size = row.integer(3);
    out.created_at = row.at(4);
    out.expires_at = row.maybe_at(5);
    out.name = row.text(6);
    out.content_type = row.text(7);
    out.content_id = row.text(8);
    out.sha256 = row.text(9);
    return out;
}

Error missing() { return not_found("upload.missing", "There is no such upload; it may have expired."); }

}  // namespace

Result<domain::Upload> add_upload(WriteTxn& txn, domain::Upload upload) {
    TRY(upload.id.value, txn.next_id("upload"));
    auto const done = txn.run(
        sql<"INSERT INTO upload (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)">,
        {upload.id, upload.agent, upload.is_inline, upload.size, upload.created_at, upload.expires_at, upload.name,
         upload.content_type, upload.content_id, upload.sha256});
    if (!done) return done.error();
    return upload;
}

Result<domain::Upload> get_upload(ReadTxn& txn, domain::UploadId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM upload WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_upload, missing);
}

Result<void> set_upload_expiry(WriteTxn& txn, domain::UploadId id, std::optional<Instant> expires_at) {
    auto const done =
        txn.run("UPDATE upload SET expires_at = ?2 WHERE tenant_id = :tenant AND id = ?1", {id, expires_at});
    if (!done) return done.error();
    return {};
}

Result<bool> remove_upload(WriteTxn& txn, domain::UploadId id) {
    TRY(auto const gone, txn.run("DELETE FROM upload WHERE tenant_id = :tenant AND id = ?1", {id}));
    return gone == 1;
}

Result<std::int64_t> forget_uploads(WriteTxn& txn, Instant now, int limit) {
    TRY(auto const over, list_all(txn,
                                  sql<"SELECT ", kColumns,
                                      " FROM upload WHERE tenant_id = :tenant AND expires_at IS NOT NULL "
                                      "AND expires_at <= ?1 ORDER BY expires_at, id LIMIT ?2">,
                                  {now, limit}, read_upload));
    for (auto const& upload : over) {
        TRY(auto const is_gone, remove_upload(txn, upload.id));
        if (is_gone) CHECK_OK(leave_blob(txn, {upload.sha256, upload.size}, now));
    }
    return static_cast<std::int64_t>(over.size());
}

}  // namespace lotse::store
