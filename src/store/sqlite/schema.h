// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "store/migrate.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/folder_lock.h"

namespace lotse::store::sqlite {

// Migrates lotse.db. A database that holds something is first copied to lotse.db.before-NNNN (NNNN: the first step to
// come), so an upgrade can be undone with a file copy. Nobody else may serve the folder meanwhile.
class Schema final : public MigrationTarget {
  public:
    // `lock` is held already by a server; a command takes it here for the time of the migration.
    Schema(Connection const& connection, std::string folder, FileLock const& lock)
        : connection_(connection), folder_(std::move(folder)), lock_(lock) {}
    Result<int> read_version() override;
    Result<int> prepare(int found) override;
    Result<void> apply(Migration const& migration) override;

  private:
    Result<void> apply_all(Migration const& migration);
    Connection const& connection_;
    std::string folder_;
    FileLock const& lock_;
    FileLock own_lock_;
};

}  // namespace lotse::store::sqlite
