// SPDX-License-Identifier: Apache-2.0
// Whether this server and this login can be trusted with several tenants' data.
#pragma once

#include <string>

#include "store/postgres/connection.h"

namespace lotse::store::postgres {

struct ServerSettings {
    int version = 0;  // 150020 is 15.20
    std::string fsync;
    std::string full_page_writes;
};
Result<ServerSettings> read_settings(Connection const& connection);
// Refuses what would lose acknowledged rows: fsync or full_page_writes off (invalid "store.fsync_off"), and servers
// below 15 (invalid "store.old_server").
Result<void> check_server(ServerSettings const& settings);

// True: every connection is to SET ROLE lotse_app, which may change rows and nothing else. Makes that role and grants
// it the tables where the login may. False: the login itself is bound by row-level security, so it will do.
// Error: invalid "store.unsafe_role" when neither holds, since a superuser walks through the wall.
Result<bool> choose_role(Connection const& connection);

}  // namespace lotse::store::postgres
