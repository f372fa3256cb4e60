// SPDX-License-Identifier: Apache-2.0
#include "api/presence.h"

#include <algorithm>

namespace lotse::api {

bool Presence::enter(domain::TenantId tenant, domain::TicketId ticket, domain::AgentId agent, std::string_view state) {
    auto const now = clock_.now();
    return all_.with([&](auto& all) {
        auto& here = all[{tenant.value, ticket.value}];
        auto const known = std::ranges::find(here, agent, &Viewer::agent);
        if (known == here.end()) {
            here.push_back({agent, std::string(state), now, now + kLease});
            std::ranges::sort(here, {}, &Viewer::agent);
            return true;
        }
        bool const is_new = known->state != state || known->until <= now;
        if (is_new) *known = {agent, std::string(state), now, now + kLease};
        known->until = now + kLease;
        return is_new;
    });
}

bool Presence::leave(domain::TenantId tenant, domain::TicketId ticket, domain::AgentId agent) {
    return all_.with([&](auto& all) {
        auto const found = all.find({tenant.value, ticket.value});
        if (found == all.end()) return false;
        bool const was_here =
            std::erase_if(found->second, [&](auto const& viewer) { return viewer.agent == agent; }) > 0;
        if (found->second.empty()) all.erase(found);
        return was_here;
    });
}

std::vector<Viewer> Presence::viewers(domain::TenantId tenant, domain::TicketId ticket) const {
    auto const now = clock_.now();
    return all_.with([&](auto const& all) {
        std::vector<Viewer> out;
        auto const found = all.find({tenant.value, ticket.value});
        if (found == all.end()) return out;
        std::ranges::copy_if(found->second, std::back_inserter(out),
                             [&](auto const& viewer) { return viewer.until > now; });
        return out;
    });
}

std::vector<domain::TicketId> Presence::forget_expired(domain::TenantId tenant) {
    auto const now = clock_.now();
    return all_.with([&](auto& all) {
        std::vector<domain::TicketId> out;
        for (auto it = all.lower_bound({tenant.value, 0}); it != all.end() && it->first.first == tenant.value;) {
            auto& here = it->second;
            if (std::erase_if(here, [&](auto const& viewer) { return viewer.until <= now; }) > 0)
                out.emplace_back(it->first.second);
            it = here.empty() ? all.erase(it) : std::next(it);
        }
        return out;
    });
}

}  // namespace lotse::api
