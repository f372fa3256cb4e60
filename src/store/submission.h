// SPDX-License-Identifier: Apache-2.0
// The outgoing mail server of a desk: at most one row.
#pragma once

#include <optional>
#include <string>

#include "base/secret.h"
#include "store/db.h"

namespace lotse::store {

struct StoredSubmission {
    std::int64_t version = 1;
    std::string host;
    int port = 587;
    std::string security;
    std::string user;
    Secret<std::string> password;  // sealed
};
Result<std::optional<StoredSubmission>> find_submission(ReadTxn& txn);
// Adds it, or takes the place of `version`, which goes up by one. Error: conflict "submission.stale_version".
Result<StoredSubmission> put_submission(WriteTxn& txn, StoredSubmission submission);

}  // namespace lotse::store
