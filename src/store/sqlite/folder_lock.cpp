// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/folder_lock.h"

namespace lotse::store::sqlite {

Result<FileLock> lock_folder(std::string const& folder) {
    std::string const path = folder + "/lotse.lock";
    auto lock = FileLock::try_take(path);
    if (!lock) return unavailable("store.io", lock.error().message, lock.error().detail);
    if (!*lock) return unavailable("store.locked", "Another Lotse is serving this data folder. Stop it first.", path);
    return std::move(**lock);
}

}  // namespace lotse::store::sqlite
