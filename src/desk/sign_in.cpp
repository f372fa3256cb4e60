// SPDX-License-Identifier: Apache-2.0
#include "desk/sign_in.h"

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "store/tenants.h"

namespace lotse::desk {

Result<access::Login> sign_in(Desk& desk, std::string_view slug, std::string_view email,
                              Secret<std::string> const& password) {
    TRY(auto tenants, store::list_tenants(desk.store));
    auto const wanted = to_lower_ascii(trim(slug));
    auto const found = std::ranges::find_if(
        tenants, [&](auto const& tenant) { return wanted.empty() ? !tenant.is_demo : tenant.slug == wanted; });
    // A desk that nobody has: nobody is found there, by the same road.
    domain::TenantId const nowhere{std::numeric_limits<std::int64_t>::max()};
    auto const scope = domain::ScopeMint::for_tenant(found == tenants.end() ? nowhere : found->id);
    return access::log_in(desk.store, desk.clock, scope, email, password);
}

}  // namespace lotse::desk
