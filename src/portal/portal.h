// SPDX-License-Identifier: Apache-2.0
// The customers' pages as one handler for the HTTP server: addresses below /help, everything else is handed on.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "desk/desk.h"
#include "net/http.h"

namespace lotse::portal {

bool is_portal_path(std::string_view path);

// How large the body of a request below /help may be. Quick.
std::size_t body_limit(std::string_view path);

// Both run on a work lane and are thread-safe; the desk outlives them. Exceptions end here and become a page.
struct PortalDoor {
    net::Handler handler;
    // For net::HttpOptions: what a visitor reads whose form was over body_limit(), in their language, with the limit and
    // what to do. Changes nothing. Nothing for paths that are not below /help.
    std::function<std::optional<net::Response>(net::Request const&)> too_large_page;
};
PortalDoor make_portal(desk::Desk& desk, net::Handler next);

}  // namespace lotse::portal
