// SPDX-License-Identifier: Apache-2.0
// Content of files that no upload needs any more, until it is known whether anything else does. A row is written with
// the change that leaves the content behind, so a crash forgets none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/db.h"

namespace lotse::store {

struct LeftoverBlob {
    std::string sha256;
    std::int64_t size = 0;
};

Result<void> leave_blob(WriteTxn& txn, LeftoverBlob const& blob, Instant now);  // or its time begins anew
// Those that were left at `until` or before, at most `limit`.
Result<std::vector<LeftoverBlob>> list_leftovers(ReadTxn& txn, Instant until, int limit);
// Whether an upload, an attachment or a raw message has this content. Cost: the files of this size.
Result<bool> is_blob_used(ReadTxn& txn, LeftoverBlob const& blob);
Result<void> forget_leftover(WriteTxn& txn, std::string_view sha256);

}  // namespace lotse::store
