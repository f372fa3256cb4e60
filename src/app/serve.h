// SPDX-License-Identifier: Apache-2.0
// The running desk: every part built in order, torn down in reverse.
#pragma once

#include "app/config.h"
#include "base/result.h"

namespace lotse::app {

// Prints one JSON line on standard output when all doors are open: {"http": "127.0.0.1:8080", "smtp": ..., "lmtp": ...}.
// Returns after SIGTERM or SIGINT, when everything has ended in order.
Result<void> serve(Config const& config);

}  // namespace lotse::app
