// SPDX-License-Identifier: Apache-2.0
// Saved lists. A desk holds some hundred at most, so they are read whole.
#pragma once

#include <vector>

#include "domain/view.h"
#include "store/db.h"

namespace lotse::store {

inline constexpr int kMostViews = 500;

// Errors: conflict "view.name_taken", conflict "view.too_many".
Result<domain::View> add_view(WriteTxn& txn, domain::View view);
Result<domain::View> get_view(ReadTxn& txn, domain::ViewId id);  // not_found "view.missing"
// Writes all fields if the version holds: conflict "view.stale_version".
Result<domain::View> update_view(WriteTxn& txn, domain::View view);
Result<void> remove_view(WriteTxn& txn, domain::ViewId id);
Result<std::vector<domain::View>> list_views(ReadTxn& txn);  // by position, then id

}  // namespace lotse::store
