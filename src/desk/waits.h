// SPDX-License-Identifier: Apache-2.0
// How long customers of a queue really wait for the first answer: the 80 % quantile of the desk's own last 90 days.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

#include "base/clock.h"
#include "base/mutex.h"
#include "desk/setup.h"
#include "domain/enums.h"
#include "store/db.h"

namespace lotse::desk {

inline constexpr int kWaitMinimum = 30;  // fewer answers than this say nothing

struct Wait {
    Duration q80{};
    int n = 0;
};

// Nearest-rank quantile; `samples` in any order.
std::optional<Wait> wait_of(std::vector<std::int64_t> samples);

// By queue and priority; only pairs with at least kWaitMinimum answers.
using WaitTable = std::map<std::pair<domain::QueueId, domain::Priority>, Wait>;

// Thread-safe. A table is read anew after ten minutes: at most 500 newest answers per queue and priority.
class Waits {
  public:
    explicit Waits(Clock const& clock) : clock_(clock) {}
    Result<std::shared_ptr<WaitTable const>> get(store::ReadTxn& txn, Setup const& setup);
    void drop(domain::TenantId tenant);

  private:
    struct Entry {
        std::shared_ptr<WaitTable const> table;
        Instant read_at{};
    };
    Clock const& clock_;
    Mutex<std::unordered_map<std::int64_t, Entry>> entries_;
};

}  // namespace lotse::desk
