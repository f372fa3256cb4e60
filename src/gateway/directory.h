// SPDX-License-Identifier: Apache-2.0
// Which desk and queue an address belongs to. One table in memory for all tenants, so that a door answers RCPT without
// asking the database.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/clock.h"
#include "base/mutex.h"
#include "desk/desk.h"
#include "domain/ids.h"

namespace lotse::gateway {

struct Route {
    domain::TenantId tenant;
    domain::QueueId queue;   // none if 0: triage decides
    std::string recipient;   // canonical, without the plus tag
    std::string tag;         // the plus tag as written; may be a reply token
};

// Thread-safe. The table is read anew after `max_age`, or at once after drop().
class Directory {
  public:
    explicit Directory(desk::Desk& desk, Duration max_age = std::chrono::seconds{5}) : desk_(desk), max_age_(max_age) {}

    // The route of a bare address, plus tag allowed; nothing: no such recipient here. An address that no desk names goes
    // to the first desk that takes any recipient. Errors: unavailable (the store).
    Result<std::optional<Route>> find(std::string_view address);
    void drop();

  private:
    struct Table {
        std::unordered_map<std::string, Route> routes;
        domain::TenantId catch_all;
        Instant read_at{};
    };
    Result<std::shared_ptr<Table const>> table();
    Result<std::shared_ptr<Table const>> read();

    desk::Desk& desk_;
    Duration max_age_;
    Mutex<std::shared_ptr<Table const>> table_;
};

}  // namespace lotse::gateway
