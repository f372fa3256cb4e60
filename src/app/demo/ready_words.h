// SPDX-License-Identifier: Apache-2.0
// What the demo firm has ready: canned answers and a macro to answer with, and the numbers that its messages name.
#pragma once

#include "store/db.h"

namespace lotse::app {

Result<void> add_ready_words(store::WriteTxn& txn);

}  // namespace lotse::app
