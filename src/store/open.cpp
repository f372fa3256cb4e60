// SPDX-License-Identifier: Apache-2.0
#include "store/open.h"

#include "store/migrate.h"
#include "store/sqlite/sqlite_store.h"

namespace lotse::store {

Result<std::unique_ptr<Store>> open(OpenOptions const& options) {
    sqlite::SqliteStore::Options const sqlite{.folder = options.data_folder,
                                              .readers = options.readers,
                                              .create = options.create,
                                              .serve = options.serve};
    TRY(std::unique_ptr<Store> store, sqlite::SqliteStore::open(sqlite, migrations()));
    return store;
}

}  // namespace lotse::store
