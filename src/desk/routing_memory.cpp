// SPDX-License-Identifier: Apache-2.0
#include "desk/routing_memory.h"

#include <utility>

#include "desk/desk.h"

namespace lotse::desk {

std::shared_ptr<RoutingMemory> make_routing_memory() { return std::make_shared<RoutingMemory>(); }

std::shared_ptr<SolverBook const> RoutingMemory::solvers(domain::TenantId tenant) const {
    static auto const none = std::make_shared<SolverBook const>();
    return books_.with([&](auto const& all) {
        auto const found = all.find(tenant.value);
        return found == all.end() ? none : found->second.solvers;
    });
}

void RoutingMemory::put_solvers(domain::TenantId tenant, std::shared_ptr<SolverBook const> book, Instant now) {
    books_.with([&](auto& all) { all[tenant.value] = {std::move(book), now}; });
}

bool RoutingMemory::note_people(domain::TenantId tenant, std::int64_t mark) {
    return people_.with([&](auto& all) {
        auto const [known, is_new] = all.try_emplace(tenant.value, mark);
        bool const has_changed = !is_new && known->second != mark;
        known->second = mark;
        return has_changed;
    });
}

bool RoutingMemory::note_roster(domain::TenantId tenant, std::int64_t revision) {
    return rosters_.with([&](auto& all) {
        auto const [known, is_new] = all.try_emplace(tenant.value, revision);
        return is_new || std::exchange(known->second, revision) != revision;
    });
}

std::shared_ptr<SharedPool> RoutingMemory::pool(domain::TenantId tenant) {
    return pools_.with([&](auto& all) {
        auto& found = all[tenant.value];
        if (!found) found = std::make_shared<SharedPool>();
        return found;
    });
}

std::optional<Instant> RoutingMemory::solvers_read_at(domain::TenantId tenant) const {
    return books_.with([&](auto const& all) {
        auto const found = all.find(tenant.value);
        return found == all.end() ? std::nullopt : std::optional(found->second.read_at);
    });
}

}  // namespace lotse::desk
