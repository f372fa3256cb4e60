// SPDX-License-Identifier: Apache-2.0
// One server for one data folder: a lock on lotse.lock. Commands that write beside the server do not take it; they queue
// on SQLite's own lock.
#pragma once

#include <string>

#include "base/file_lock.h"

namespace lotse::store::sqlite {

// Errors: unavailable "store.locked" where another server has it; unavailable "store.io".
Result<FileLock> lock_folder(std::string const& folder);

}  // namespace lotse::store::sqlite
