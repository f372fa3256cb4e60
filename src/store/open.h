// SPDX-License-Identifier: Apache-2.0
// Chooses the engine, migrates the schema forward, and refuses what it cannot serve safely.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "store/db.h"

namespace lotse::store {

struct OpenOptions {
    std::string data_folder;   // SQLite file lotse.db lives here
    std::string database_url;  // "" = SQLite; "postgres://..." = PostgreSQL
    int readers = 8;           // pooled read connections
    int connections = 16;      // PostgreSQL pool
    bool create = true;        // make an empty desk where there is none
    // SQLite: a power cut may take the last commits, never the file's order. For loading what can be loaded again.
    bool relaxed = false;
    bool serve = false;        // SQLite: take the data folder for this process; a second server gets "store.locked".
                               // Commands leave it false and may write while a server runs.
};

// Errors: unavailable ("store.locked", "store.no_space", "store.unreachable"), invalid ("store.newer_schema": this
// data was written by a newer Lotse; "store.unsafe_role", "store.fsync_off"), corrupt.
Result<std::unique_ptr<Store>> open(OpenOptions const& options);

// The highest migration that this program knows.
int schema_version();

}  // namespace lotse::store
