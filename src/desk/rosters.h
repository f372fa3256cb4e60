// SPDX-License-Identifier: Apache-2.0
// The roster of each desk, worked out for the weeks around today, kept until something in it changes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/mutex.h"
#include "domain/roster.h"
#include "store/db.h"

namespace lotse::desk {

// Thread-safe. A look costs one read by key; the roster is worked out anew once a day and after each change of it.
class Rosters {
  public:
    Result<std::shared_ptr<domain::Roster const>> get(store::ReadTxn& txn, std::string_view time_zone, Instant now);

  private:
    struct Entry {
        std::int64_t revision = 0;
        std::chrono::sys_days day{};
        std::string time_zone;
        std::shared_ptr<domain::Roster const> roster;
    };
    Mutex<std::unordered_map<std::int64_t, Entry>> entries_;
};

// The roster of any window, as the store has it in this transaction.
Result<domain::Roster> read_roster_of(store::ReadTxn& txn, std::string_view time_zone, std::chrono::sys_days from,
                                      std::chrono::sys_days until);

}  // namespace lotse::desk
