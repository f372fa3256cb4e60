// SPDX-License-Identifier: Apache-2.0
// Backup of a data folder on the embedded database: one consistent copy of the database (VACUUM INTO), then the
// files that its rows name, then a manifest with a hash for each. The master key stays out. On PostgreSQL the database is
// copied with pg_dump; this says so.
#pragma once

#include <functional>
#include <string>

#include "app/open_desk.h"

namespace lotse::app {

using OnProgress = std::function<void(std::size_t done, std::size_t total)>;

struct BackupReport {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
};

// `target` must not exist. A backup that fails removes what it has made.
Result<BackupReport> make_backup(OpenDesk& opened, std::string const& target, OnProgress const& progress);

// Checks the manifest whole before the first byte is written. Errors: corrupt "backup.damaged" names the file;
// invalid "restore.not_empty".
Result<BackupReport> restore_backup(std::string const& source, std::string const& data_folder,
                                    OnProgress const& progress);

}  // namespace lotse::app
