// SPDX-License-Identifier: Apache-2.0
// What routing keeps in memory of each desk, so that a decision need not read it anew.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>

#include "base/mutex.h"
#include "desk/kept_pool.h"
#include "desk/solver_book.h"
#include "domain/ids.h"

namespace lotse::desk {

// Thread-safe. Lives as long as the desk.
class RoutingMemory {
  public:
    // As the job has read it last (learn_solvers.h); empty before. Never null, reads nothing.
    std::shared_ptr<SolverBook const> solvers(domain::TenantId tenant) const;
    void put_solvers(domain::TenantId tenant, std::shared_ptr<SolverBook const> book, Instant now);
    std::optional<Instant> solvers_read_at(domain::TenantId tenant) const;
    // Whether those at work, or the rules, are others than at the last call; not at the first.
    bool note_people(domain::TenantId tenant, std::int64_t mark);
    // The same of the roster's revision; true at the first.
    bool note_roster(domain::TenantId tenant, std::int64_t revision);
    // The desk's waiting tickets; made at the first call.
    std::shared_ptr<SharedPool> pool(domain::TenantId tenant);

  private:
    struct Book {
        std::shared_ptr<SolverBook const> solvers;
        Instant read_at{};
    };
    Mutex<std::unordered_map<std::int64_t, Book>> books_;
    Mutex<std::unordered_map<std::int64_t, std::shared_ptr<SharedPool>>> pools_;
    Mutex<std::unordered_map<std::int64_t, std::int64_t>> people_;
    Mutex<std::unordered_map<std::int64_t, std::int64_t>> rosters_;
};

}  // namespace lotse::desk
