// SPDX-License-Identifier: Apache-2.0
// Words of a query that no ticket holds, put right by the nearest word that some ticket does.
#pragma once

#include <string>
#include <string_view>

#include "store/db.h"

namespace lotse::desk {

// The whole query with its unknown words replaced; "" if there is none, or nothing near. Cost: one look at the index a
// word, and for each unknown one the words of about its length.
Result<std::string> mended_query(store::ReadTxn& txn, std::string_view query);

}  // namespace lotse::desk
