// SPDX-License-Identifier: Apache-2.0
#include "app/first_start.h"

#include <fmt/format.h>

#include <array>

#include "desk/first_setup.h"
#include "net/endpoint.h"

namespace lotse::app {

Result<std::optional<Secret<std::string>>> guard_first_start(OpenDesk& opened, Config const& config) {
    TRY(auto token, desk::offer_setup(opened.desk(), opened.folder()));
    if (!token) return token;
    for (auto const* where : std::array{&config.http, &config.smtp, &config.lmtp}) {
        if (where->empty()) continue;
        TRY(auto endpoint, net::parse_endpoint(*where));
        if (!net::is_loopback(endpoint.address))
            return invalid(
                "serve.not_set_up",
                fmt::format("This desk has no admin yet, so it listens on this machine only, not on {}. Set it up "
                            "on 127.0.0.1 first, or run: lotse agent add YOU@FIRM --role admin --data {}",
                            *where, opened.folder()));
    }
    return token;
}

}  // namespace lotse::app
