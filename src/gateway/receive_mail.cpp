// SPDX-License-Identifier: Apache-2.0
#include "gateway/receive_mail.h"

#include <map>

#include "desk/mail_test.h"

namespace lotse::gateway {

std::vector<Result<desk::Accepted>> receive_mail(desk::Desk& desk, std::string_view raw, MailDelivery const& delivery,
                                                 std::vector<Route> const& routes) {
    std::map<domain::TenantId, Result<desk::Accepted>> by_tenant;
    std::vector<Result<desk::Accepted>> out;
    for (auto const& route : routes) {
        auto found = by_tenant.find(route.tenant);
        if (found == by_tenant.end()) {
            auto one = delivery;
            one.route = route;
            auto inbound = inbound_from_mail(raw, one);
            if (desk::is_test_id(desk, inbound.message_id)) {
                found = by_tenant.emplace(route.tenant, desk::Accepted{{}, {}, true, false}).first;
                out.push_back(found->second);
                continue;
            }
            // Tags of the other addresses count as well: a reply may go to two of our queues.
            for (auto const& other : routes)
                if (other.tenant == route.tenant && !other.tag.empty() && other.tag != route.tag)
                    inbound.reply_tokens.push_back(other.tag);
            auto const scope = domain::ScopeMint::for_tenant(route.tenant);
            found = by_tenant.emplace(route.tenant, desk::accept(desk, scope, inbound)).first;
        }
        out.push_back(found->second);
    }
    return out;
}

}  // namespace lotse::gateway
