// SPDX-License-Identifier: Apache-2.0
#include "store/submission.h"

#include "store/rows.h"

namespace lotse::store {
namespace {

StoredSubmission read_submission(Row const& row) {
    return {row.integer(0),           std::string(row.text(1)), static_cast<int>(row.integer(2)),
            std::string(row.text(3)), std::string(row.text(4)), Secret<std::string>(row.bytes(5))};
}

}  // namespace

Result<std::optional<StoredSubmission>> find_submission(ReadTxn& txn) {
    return find_one<StoredSubmission>(
        txn, "SELECT version, host, port, security, user_name, password FROM submission WHERE tenant_id = :tenant", {},
        read_submission);
}

Result<StoredSubmission> put_submission(WriteTxn& txn, StoredSubmission submission) {
    // The row of another version is left alone: nothing changes then.
    TRY(auto const changed,
        txn.run("INSERT INTO submission (tenant_id, version, host, port, security, user_name, password) "
                "VALUES (:tenant, ?1 + 1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (tenant_id) DO UPDATE SET "
                "version = excluded.version, host = excluded.host, port = excluded.port, security = excluded.security, "
                "user_name = excluded.user_name, password = excluded.password WHERE submission.version = ?1",
                {submission.version, submission.host, submission.port, submission.security, submission.user,
                 Bytes{submission.password.reveal()}}));
    if (changed == 0)
        return conflict("submission.stale_version", "Somebody else has changed the outgoing server meanwhile.");
    ++submission.version;
    return submission;
}

}  // namespace lotse::store
