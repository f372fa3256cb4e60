// SPDX-License-Identifier: Apache-2.0
#include "gateway/relay.h"

#include <fmt/format.h>

namespace lotse::gateway {

SmtpRelay relay_from(desk::Submission const& submission, SmtpRelay const& configured) {
    auto out = configured;
    out.url.clear();
    out.user = submission.user;
    out.password = submission.password;
    out.security = submission.security;
    if (submission.host.empty()) return out;
    bool const is_six = submission.host.find(':') != std::string::npos;
    out.url = fmt::format("{}://{}{}{}:{}", submission.security == "tls" ? "smtps" : "smtp", is_six ? "[" : "",
                          submission.host, is_six ? "]" : "", submission.port);
    return out;
}

Result<SmtpRelay> relay_of(desk::Desk& desk, domain::TenantId tenant, SmtpRelay const& configured) {
    if (!configured.url.empty()) return configured;
    TRY(auto const submission, desk::read_submission(desk, domain::ScopeMint::for_tenant(tenant)));
    return relay_from(submission, configured);
}

desk::HasWayOut way_out(desk::Desk& desk, SmtpRelay configured) {
    return [&desk, configured = std::move(configured)](domain::TenantId tenant) -> Result<bool> {
        TRY(auto const relay, relay_of(desk, tenant, configured));
        return !relay.url.empty();
    };
}

}  // namespace lotse::gateway
