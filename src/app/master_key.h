// SPDX-License-Identifier: Apache-2.0
// The key that seals secrets at rest: 32 random bytes in <data folder>/master.key, mode 0600, never in a backup.
#pragma once

#include <string>

#include "base/result.h"
#include "base/secret.h"

namespace lotse::app {

// Reads the key, or makes it (durably) if `create`. Errors: invalid "folder.key" (wrong size, readable by others),
// unavailable (cannot be written).
Result<Secret<std::string>> open_master_key(std::string const& folder, bool create);

}  // namespace lotse::app
