// SPDX-License-Identifier: Apache-2.0
// Files that are on disk when the call returns. Errors: unavailable "store.no_space", "store.io".
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace lotse::store {

Result<void> sync_file(std::string const& path);
// After a file was made or renamed there: its name, too, must survive a power failure.
Result<void> sync_folder(std::string const& folder);
// Makes it and what is missing above it, readable by the owner only.
Result<void> make_folder(std::string const& folder);
// Temporary file, fsync, rename, fsync of the folder. A reader sees the old file or the new one, never a part.
Result<void> write_file(std::string const& folder, std::string const& name, std::string_view bytes);

}  // namespace lotse::store
